import pytest

from o1desk.gui.pages.chat.tree import ChatTree, Turn


def user(number, parent=None, text="q"):
    return Turn(id=number, role="user", text=text, parent=parent)


def answer(number, parent, text="a"):
    return Turn(id=number, role="assistant", text=text, parent=parent)


@pytest.fixture
def branched():
    """Question 1 with answers 2 and 5; 3 follows 2 with its answer 4."""
    return ChatTree([user(1), answer(2, 1), user(3, 2), answer(4, 3), answer(5, 1)])


def shown(tree):
    return [turn.id for turn in tree.path()]


def test_the_newest_branch_is_shown_first(branched):
    assert shown(branched) == [1, 5]
    assert branched.leaf == 5


def test_going_back_to_a_branch_shows_all_that_follows_it(branched):
    assert branched.step_aside(5, -1) == 2
    assert shown(branched) == [1, 2, 3, 4]


def test_there_is_nothing_beside_the_last_branch(branched):
    assert branched.step_aside(5, 1) is None
    assert shown(branched) == [1, 5]


def test_siblings_come_in_the_order_they_were_stored(branched):
    assert branched.siblings(5) == [2, 5]
    assert branched.siblings(1) == [1]


def test_another_first_question_is_a_branch_too():
    tree = ChatTree([user(1), answer(2, 1), user(3)])
    assert shown(tree) == [3]
    assert tree.step_aside(3, -1) == 1
    assert shown(tree) == [1, 2]


def test_a_remembered_leaf_is_shown_again():
    tree = ChatTree([user(1), answer(2, 1), answer(3, 1)], leaf=2)
    assert shown(tree) == [1, 2]


def test_a_message_whose_parent_is_gone_stands_first():
    tree = ChatTree([user(1), answer(7, 99)])
    assert tree.path_to(7) == [tree.turns[7]]


def test_an_empty_conversation_has_no_leaf():
    assert ChatTree().leaf is None
    assert ChatTree().path() == []


def test_a_cost_of_a_newer_version_is_read_as_far_as_it_is_known():
    turn = answer(1, None)
    turn.details = {"efficiency": {"seconds": 2.0, "joules": 3.0}}
    assert turn.cost is not None
    assert turn.cost.seconds == 2.0


def test_a_message_takes_the_place_of_another_with_all_that_follows():
    tree = ChatTree([user(1), answer(-1, 1), answer(3, 1), user(4, -1), answer(5, 4)])
    tree.choose(4)
    tree.replace(-1, answer(9, 1))
    assert [turn.id for turn in tree.path()] == [1, 9, 4, 5]
    assert tree.siblings(9) == [9, 3]
    assert tree.turns[4].parent == 9
    assert list(tree.turns) == [1, 9, 3, 4, 5]
