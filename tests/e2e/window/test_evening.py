"""The real program on a real X server, with the real workers and the starter model."""

import pytest


@pytest.mark.slow
@pytest.mark.timeout(400)
def test_a_whole_evening_is_there_again_the_next_morning(display, person, start_window):
    variables = {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "O1DESK_TEST_WORKER": "real"}
    window = start_window("evening", **variables)

    person.click(window.next()["run_the_loop"])
    told = window.next()
    assert (told["before"], told["after"]) == (8, 8)

    person.click(window.next()["annotate"])
    while "key" in (told := window.next()):
        person.press(told["key"])
    assert told["labelled"] == 10

    person.click(window.next()["train"])
    person.click(window.next()["start"])
    run = window.next()["trained"]

    person.click(window.next()["chat"])
    person.click(window.next()["composer"])
    assert window.next()["ask"]
    person.type("3 + 4 =")
    person.press("Return")
    left = window.next()
    assert left["run"] == [run, 10, "finished"]
    assert left["chat"][0][0] == "3 + 4 ="
    person.press("ctrl+q")
    window.end_well()

    again = start_window("morning", **variables)
    there = again.next()
    again.end_well()
    assert there == left
