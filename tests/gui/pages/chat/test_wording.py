import pytest

from o1desk.gui.pages.chat.tree import Turn
from o1desk.gui.pages.chat.wording import context_share, footer_parts, percent_text


def answer(context, **cost):
    spent = {"tokens_prompt": 40, "tokens_thinking": 50, "tokens_answer": 10, "calls": 1} | cost
    details = {"efficiency": spent, "context": context}
    return Turn(id=2, role="assistant", text="7", parent=1, details=details)


def test_the_context_used_is_prompt_and_answer_over_what_the_model_holds():
    turn = answer(400)
    assert context_share(turn) == 0.25
    assert [text for text, _ in footer_parts(turn) if "context" in text] == ["context 25 %"]


@pytest.mark.parametrize(
    "turn",
    [
        answer(0),
        answer(None),
        answer("many"),
        answer(400, calls=4),
        Turn(id=1, role="user", text=""),
    ],
)
def test_a_context_nobody_knows_is_not_shown(turn):
    assert context_share(turn) is None
    assert not any("context" in text for text, _ in footer_parts(turn))


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (0.0, "0 %"),
        (0.002, "<1 %"),
        (0.25, "25 %"),
        (0.999, ">99 %"),
        (1.0, "100 %"),
    ],
)
def test_what_is_little_is_not_nothing(share, text):
    assert percent_text(share) == text


def test_a_short_answer_of_a_large_model_took_some_of_its_context():
    texts = [text for text, _ in footer_parts(answer(32_768))]
    assert "context <1 %" in texts
