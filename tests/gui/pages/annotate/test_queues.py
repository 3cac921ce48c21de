"""Which sample comes next, and finding everything where it was."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from o1desk.core.errors import StoreUnavailableError
from o1desk.core.types import Judgement
from o1desk.gui.ops import READERS
from o1desk.gui.pages.annotate.desk import AnnotationDesk
from o1desk.gui.pages.annotate.page import AnnotatePage
from o1desk.gui.pages.annotate.sample_queue import SampleQueue
from o1desk.store.labels import Label


@pytest.fixture
def again(session, build):
    """Forget everything but the store, as a restart does; return the page."""

    def restart():
        written = threading.Event()
        session.ops.write(written.set)
        assert written.wait(10)
        session.parts.clear()
        return build()

    return restart


@pytest.fixture
def choose(qtbot, settle):
    """Choose another queue; returns its samples."""

    def other(page, kind):
        page.desk.choose_queue(kind)
        settle(qtbot, page)
        return page.desk.queue.samples.ids

    return other


def test_the_first_queue_holds_what_nobody_labelled(session, add, build, made):
    ids = add(*(made(number) for number in range(5)))
    session.store.labels.put(Label(sample=ids[2], value=1))
    page = build()
    assert sorted(page.desk.queue.samples.ids) == sorted({*ids} - {ids[2]})
    assert page.side.queue.place.startswith("1 of 4")


def test_random_holds_everything_in_an_order_that_stays(page, qtbot, session, choose):
    order = list(choose(page, "random"))
    assert sorted(order) == sorted(session.store.samples.ids())
    assert choose(page, "random") == order


def test_review_mine_holds_what_i_labelled_last_first(session, page, press, qtbot, choose):
    first, second, _ = page.desk.queue.samples.ids
    press(page, "3", "Return", "3")
    page.desk.book.wait(5)
    session.store.labels.put(Label(sample=first, step=1, value=1, annotator="another"))
    assert choose(page, "mine") == [second, first]


def test_flagged_holds_what_was_flagged(page, qtbot, session, settle, choose):
    second = page.desk.queue.samples.ids[1]
    page.desk.move(1)
    settle(qtbot, page)
    page.rating.flag("unclear")
    page.desk.book.wait(5)
    assert choose(page, "flagged") == [second]


def test_choosing_with_the_mouse_gives_the_keys_back(session, page, press, qtbot, settle, values):
    kinds = page.side.queue.kinds
    kinds.setFocus()
    qtbot.keyClick(kinds, Qt.Key.Key_Down)
    kinds.activated.emit(kinds.currentIndex())
    settle(qtbot, page)
    assert page.desk.queue.kind == "random"
    assert page.hasFocus()
    press(page, "3")
    assert values(session, page.desk.item.id) == {0: 1}


def test_a_queue_can_be_narrowed_to_a_family_and_a_verdict(add, build, qtbot, settle, made):
    right, wrong = add(made(1), made(2, judgement=Judgement.INCORRECT))
    page = build()
    card = page.side.queue
    qtbot.waitUntil(lambda: card.verdicts.count() == 3)
    card.verdicts.setCurrentIndex(card.verdicts.findData("incorrect"))
    card.verdicts.activated.emit(card.verdicts.currentIndex())
    settle(qtbot, page)
    assert page.desk.queue.samples.ids == [wrong]
    assert right != wrong


def test_an_empty_queue_says_what_to_do(build, qtbot, session):
    page = build()
    assert page.desk.item is None
    assert page._stack.currentIndex() == 1
    opened = []
    session.opened.connect(lambda target: opened.append(target.page))
    page._to_data()
    assert opened == ["data"]


def middle(page):
    """What stands in the middle of the page, as people read it."""
    shown = page._stack.currentWidget()
    return " ".join(each.text() for each in shown.findChildren(QLabel) if each.text())


def test_a_queue_that_is_looked_up_is_not_called_empty(session, add, made, qtbot, settle):
    add(made(1))
    let_go = threading.Event()
    for _ in range(READERS):
        session.ops.read(lambda: let_go.wait(30))
    page = AnnotatePage(session)
    qtbot.addWidget(page)
    page.show()
    page.entered()
    assert "Looking for samples" in middle(page)
    let_go.set()
    settle(qtbot, page)
    assert page._stack.currentIndex() == 0


@pytest.mark.parametrize("what", ["place", "queue", "sample"])
def test_a_read_that_failed_is_told_and_tried_again_where_it_was(
    session, add, made, build, press, qtbot, settle, again, monkeypatch, what
):
    add(*(made(number) for number in range(4)))
    page = build()
    press(page, "3", "Return", "3", "K")
    place = page.desk.item.id, page.desk.step
    owner, name = {
        "place": (session.store.state, "get"),
        "queue": (session.store.labels, "queue"),
        "sample": (session.store.samples, "get"),
    }[what]

    def refuse(*args, **more):
        raise StoreUnavailableError("The disk cannot be read")

    with monkeypatch.context() as broken:
        broken.setattr(owner, name, refuse)
        page = again()
        assert "The disk cannot be read" in middle(page)
        assert "empty" not in middle(page)
    (button,) = page._stack.currentWidget().findChildren(QPushButton)
    button.click()
    assert "Looking for samples" in middle(page)
    settle(qtbot, page)

    assert (page.desk.item.id, page.desk.step) == place
    assert page._stack.currentIndex() == 0


@pytest.mark.parametrize("box", ["kinds", "environments", "verdicts"])
def test_escape_in_a_box_of_the_queue_goes_back_to_rating(page, press, qtbot, values, session, box):
    field = getattr(page.side.queue, box)
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert page.hasFocus()
    press(page, "3")
    assert values(session, page.desk.item.id) == {0: 1}


def test_another_name_reviews_its_own_samples(session, page, press, qtbot, settle, choose):
    first, second, _ = page.desk.queue.samples.ids
    press(page, "3")
    page.desk.book.wait(5)
    session.store.labels.put(Label(sample=second, step=1, value=1, annotator="Ada"))
    assert choose(page, "mine") == [first]

    session.settings.set("annotate.name", "Ada")
    settle(qtbot, page)

    assert page.desk.queue.samples.ids == [second]
    assert page.desk.item.id == second
    assert page.desk.item.values == {1: 1}


def test_samples_that_are_made_meanwhile_join_the_queue(session, page, add, qtbot, made):
    (new,) = add(made(9))
    page.desk.queue.refresh()
    qtbot.waitUntil(lambda: page.desk.queue.samples.ids[-1] == new)
    assert page.side.queue.place.startswith("1 of 4")


def test_the_first_sample_of_an_empty_store_comes_into_hand(session, build, add, qtbot, made):
    page = build()
    (new,) = add(made(1))
    session.tables_changed.emit(frozenset({"sample"}))
    qtbot.waitUntil(lambda: page.desk.item is not None and page.desk.item.id == new)
    assert page._stack.currentIndex() == 0


def test_removed_samples_leave_the_queue(session, page, qtbot):
    ids = list(page.desk.queue.samples.ids)
    session.store.samples.remove([ids[1]])
    page.desk.queue.refresh()
    qtbot.waitUntil(lambda: page.desk.queue.samples.ids == [ids[0], ids[2]])
    assert page.desk.item.id == ids[0]


def test_a_restart_goes_on_at_the_same_queue_sample_and_step(
    session, add, build, press, qtbot, made, again
):
    add(*(made(number) for number in range(6)))
    page = build()
    order = list(page.desk.queue.samples.ids)
    press(page, "3", "Return", "Return", "3", "3", "Return", "3", "J")
    before = (page.desk.item.id, page.desk.step)
    page = again()
    assert (page.desk.item.id, page.desk.step) == before == (order[3], 2)
    press(page, "Return")
    assert page.desk.item.id == order[4]
    press(page, "Left", "Left")
    assert page.desk.item.id == order[2]
    press(page, "Left")
    assert page.desk.item.id == order[1]


def test_a_restart_remembers_what_the_queue_was_narrowed_to(session, page, qtbot, settle, again):
    from o1desk.store.filters import SampleFilter

    page.desk.choose_queue("random", SampleFilter(environment="chain_sum", judgement="correct"))
    settle(qtbot, page)
    page = again()
    assert page.desk.queue.kind == "random"
    assert page.desk.queue.chosen.environment == "chain_sum"
    assert page.side.queue.verdicts.currentData() == "correct"


@pytest.mark.parametrize("place", [None, "?", {"kind": 3, "sample": "x"}, {"sample": 10**6}])
def test_a_broken_place_is_the_beginning(session, add, qtbot, place, made, again):
    ids = add(made(1), made(2))
    session.store.state.set("annotate.place", place)
    page = again()
    assert page.desk.queue.kind == "unlabelled"
    assert page.desk.item.id in ids


def test_another_page_can_ask_for_a_sample_before_the_queue_is_there(
    session, add, qtbot, settle, made
):
    ids = add(*(made(number) for number in range(4)))
    page = AnnotatePage(session)
    qtbot.addWidget(page)
    page.show_target(sample=ids[3])
    settle(qtbot, page)
    assert page.desk.item.id == ids[3]


def test_a_sample_that_another_page_points_at_is_shown(
    session, page, press, add, qtbot, settle, made
):
    press(page, "3", "Return")
    (new,) = add(made(9))
    page.show_target(sample=new)
    settle(qtbot, page)
    assert page.desk.item.id == new
    assert page.side.queue.place.startswith("2 of 4")


def test_another_name_has_labels_of_its_own(session, page, press, qtbot, settle):
    sample = page.desk.item.id
    press(page, "3")
    page.desk.book.wait(5)
    session.settings.set("annotate.name", "Ada")
    page.entered()
    settle(qtbot, page)
    assert page.desk.item.values == {}
    press(page, "Up", "1")
    page.desk.book.wait(5)
    labels = {label.annotator: label.value for _, label in session.store.labels.of_sample(sample)}
    assert labels == {"": 1, "Ada": -1}


def test_the_desk_is_one_for_the_session(session, page):
    assert isinstance(session.parts["annotate"], AnnotationDesk)
    assert AnnotatePage(session).desk is page.desk


def test_a_queue_resumes_between_what_was_before_and_what_comes():
    queue = SampleQueue()
    queue.resume([1, 5, 6], current=4, trail=[2, 3], following=5)
    assert queue.ids == [1, 2, 3, 4, 5, 6]
    assert queue.current == 4
    queue.resume([1, 2], current=3, trail=[], following=None)
    assert (queue.ids, queue.current) == ([1, 2, 3], 3)
    queue.resume([2, 4], current=3, trail=[1], following=99)
    assert (queue.ids, queue.current) == ([1, 3, 2, 4], 3)


def test_dropping_the_last_sample_in_hand_goes_back_to_the_one_before():
    queue = SampleQueue()
    queue.fill([1, 2])
    queue.move(1)
    queue.drop(2)
    assert queue.current == 1
    queue.drop(1)
    assert queue.current is None
