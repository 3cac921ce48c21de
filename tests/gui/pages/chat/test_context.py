import pytest

from o1desk.core.errors import InputError
from o1desk.core.events import MAX_LINE
from o1desk.gui.pages.chat.context import Choice, context_of, question_of
from o1desk.gui.pages.chat.tree import Turn


def user(text):
    return Turn(id=1, role="user", text=text)


def answer(text, thinking="hm", tokens=12):
    details = {"efficiency": {"tokens_thinking": tokens}}
    return Turn(id=2, role="assistant", text=text, thinking=thinking, details=details)


def test_earlier_thinking_is_left_out_and_counted():
    context = context_of([user("1+1"), answer("2"), user("and 3?")], drop_thinking=True)
    assert context.messages == [
        {"role": "user", "content": "1+1"},
        {"role": "assistant", "content": "2"},
        {"role": "user", "content": "and 3?"},
    ]
    assert context.saved_tokens == 12


def test_thinking_stays_when_the_person_wants_it():
    context = context_of([user("1+1"), answer("2"), user("and 3?")], drop_thinking=False)
    assert context.messages[1]["thinking"] == "hm"
    assert context.saved_tokens == 0


def test_an_answer_that_failed_leaves_one_question_not_two():
    context = context_of([user("a"), answer("", thinking=""), user("b")], drop_thinking=True)
    assert context.messages == [{"role": "user", "content": "a\n\nb"}]


def test_the_oldest_turns_give_way_when_the_wire_is_full():
    long = "x" * (MAX_LINE // 3)
    path = [user(long), answer(long), user(long), answer("2"), user("last")]
    context = context_of(path, drop_thinking=True)
    assert context.left_out == 2
    assert context.messages[0]["role"] == "user"
    assert context.messages[-1]["content"] == "last"


def test_a_question_longer_than_the_wire_is_refused_with_a_sentence():
    with pytest.raises(InputError, match="at most"):
        context_of([user("x" * MAX_LINE)], drop_thinking=True)


def test_only_a_vote_has_a_number_of_chains():
    context = context_of([user("a")], drop_thinking=True)
    one = question_of(context, Choice(), 7)
    many = question_of(context, Choice(strategy="vote", k=4, model="starter@r:1"), 7)
    assert "strategy_settings" not in one
    assert many["strategy_settings"] == {"k": 4}
    assert (many["adapter"], many["sampling"]["seed"]) == ("r:1", 7)


@pytest.mark.parametrize("is_thinking", [True, False])
def test_a_question_says_whether_the_model_should_think(is_thinking):
    context = context_of([user("a")], drop_thinking=True)
    asked = question_of(context, Choice(is_thinking=is_thinking), 7)
    assert asked["sampling"]["thinking"] is is_thinking
