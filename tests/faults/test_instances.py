"""Fault row 10: one window for a data folder, however often the program is started."""

import json


def test_a_second_start_raises_the_first_window_and_leaves(data, start_window):
    first = start_window("stay")
    assert first.next() == {"hidden": True}

    second = start_window("be_there")

    assert first.next() == {"raised": True}
    assert second.wait() == 0
    assert second.said.get() is None
    first.end_well()
    assert second.complaints == []
    assert not list((data.parent / "config").glob("window-crash*"))


def test_of_two_starts_at_the_same_moment_one_stays(data, start_window, until):
    both = [start_window("be_there"), start_window("be_there")]
    until(lambda: any(each.process.poll() is not None for each in both), "the end of one")
    gone, there = sorted(both, key=lambda each: each.process.poll() is None)

    assert gone.wait() == 0
    assert there.next() == {"there": True}
    assert there.process.poll() is None
    assert json.loads((data / "o1desk.lock").read_text())["pid"] == there.process.pid


def test_a_socket_that_a_killed_window_left_behind_is_in_nobodys_way(data, start_window):
    first = start_window("be_there")
    first.next()
    first.kill()

    again = start_window("stay")
    again.next()
    second = start_window("be_there")
    assert again.next() == {"raised": True}
    assert second.wait() == 0
    again.end_well()
