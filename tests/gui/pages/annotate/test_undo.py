"""Undo crosses samples, a hundred steps and more, and says what it undid."""


def test_undo_brings_the_sample_back_into_hand_and_says_what_was_undone(
    session, page, press, toasts, shown, values
):
    first = page.desk.item.id
    press(page, "3", "1", "Return", "3", "Return")
    press(page, "Z")
    assert toasts[-1] == "Undone: Rate step 1 as right"
    press(page, "Z")
    page.desk.book.wait(5)
    assert toasts[-1] == "Undone: Rate step 2 as wrong"
    assert page.desk.item.id == first
    assert page.desk.step == 1
    assert shown(page) == [1, None, None, None]
    assert values(session, first) == {0: 1}


def test_a_hundred_steps_across_samples_are_undone_and_done_again(
    session, add, build, press, qtbot, settle, values, made
):
    session.settings.set("annotate.stop_at_first_error", False)
    ids = add(*(made(number, 5) for number in range(24)))
    page = build()
    order = list(page.desk.queue.samples.ids)
    for _ in order:
        press(page, "3", "1", "2", "3", "C", "Return")
    assert session.store.labels.count() == 24 * 5
    for _ in range(100):
        press(page, "Z")
    page.desk.book.wait(5)
    left = [len(values(session, sample)) for sample in order]
    assert left == [5] * 4 + [0] * 20
    assert page.desk.item.id == order[4]
    for _ in range(100):
        session.undo.redo()
        settle(qtbot, page)
    page.desk.book.wait(5)
    assert all(len(values(session, sample)) == 5 for sample in ids)
    assert page.desk.item.id == order[-1]


def test_undo_presses_that_come_faster_than_the_disk_end_where_they_should(
    session, page, press, values, shown
):
    first, second, _ = page.desk.queue.samples.ids
    press(page, "3", "3", "Return", "3", "3")
    for _ in range(3):
        session.undo.undo()
    press(page, "J")
    page.desk.book.wait(5)
    assert values(session, first) == {0: 1}
    assert values(session, second) == {}
    assert shown(page) == [1, None, None, None]


def test_undoing_another_value_brings_the_old_one_back(session, page, press, values):
    press(page, "3", "Up", "1", "Z")
    page.desk.book.wait(5)
    assert values(session, page.desk.item.id) == {0: 1}
    assert page.desk.step == 0


def test_undo_names_what_another_page_did(session, page, press, toasts, qtbot):
    done = []
    session.do("Remove 2 samples", lambda: None, lambda: done.append("back"), changed=())
    press(page, "Z")
    qtbot.waitUntil(lambda: toasts[-1] == "Undone: Remove 2 samples")


def test_the_toast_of_a_removal_brings_the_samples_back_and_leaves_the_rating(
    session, page, press, qtbot, values
):
    offers, samples = [], session.store.samples
    session.toasted.connect(offers.append)
    gone = page.desk.queue.samples.ids[2]
    session.do(
        "Remove 1 sample", lambda: samples.remove([gone]), lambda: samples.restore([gone]),
        changed=("sample",),
    )  # fmt: skip
    qtbot.waitUntil(lambda: gone not in samples.ids())
    press(page, "1")

    offers[0].run()

    qtbot.waitUntil(lambda: gone in samples.ids())
    assert values(session, page.desk.item.id) == {0: -1}


def test_undo_with_nothing_to_undo_says_so(page, press, toasts):
    press(page, "Z")
    assert toasts == ["There is nothing to undo"]


def test_undo_works_from_another_page_too(session, page, press, toasts, qtbot, settle, values):
    press(page, "3")
    page.left()
    session.undo.undo()
    settle(qtbot, page)
    page.desk.book.wait(5)
    assert values(session, page.desk.item.id) == {}
    assert toasts == ["Undone: Rate step 1 as right"]


def test_the_same_rating_again_goes_on_and_is_nothing_to_undo(session, page, press):
    press(page, "3", "Up", "3")
    assert page.desk.step == 1
    assert session.undo.count() == 1
