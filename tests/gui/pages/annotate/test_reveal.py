"""The reference can be hidden until it cannot sway any more."""

import pytest


@pytest.fixture
def hidden(session, add, made, build):
    session.settings.set("annotate.hide_reference", True)
    add(made(1, 2, answer="8", gold="7"))
    return build()


def reference(page):
    return page.view.answer.reference.text()


def test_it_is_hidden_before_the_rating_and_shown_after_the_last_step(hidden, press):
    assert reference(hidden) == "Hidden until you have rated"
    assert not hidden.view.answer.accept.isVisible()
    assert not hidden.view.answer.accept.isVisible()
    press(hidden, "3")
    assert reference(hidden) == "Hidden until you have rated"
    press(hidden, "3")
    assert reference(hidden) == "7"
    assert hidden.view.answer.accept.isVisible()


def test_the_first_error_and_the_rating_of_the_whole_show_it_too(hidden, press):
    press(hidden, "1")
    assert reference(hidden) == "7"
    press(hidden, "Z")
    assert reference(hidden) == "Hidden until you have rated"
    press(hidden, "X")
    assert reference(hidden) == "7"


def test_the_checker_suggests_nothing_while_it_is_hidden(session, hidden, press, values):
    press(hidden, "A")
    assert values(session, hidden.desk.item.id) == {}


def test_it_is_shown_at_once_unless_the_setting_hides_it(page):
    assert reference(page) == "7"
    assert page.view.answer.accept.isVisible()


def test_a_problem_without_a_reference_shows_no_place_for_it(add, made, build):
    add(made(1, gold=""))
    assert not build().view.answer.reference.isVisible()
