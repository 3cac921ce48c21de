"""What of a conversation is put to the worker again with the next question."""

import pytest

from o1desk.cli.live_chat import ROOM, fitted
from o1desk.core.errors import InputError


def turns(*contents):
    roles = ("user", "assistant")
    return [{"role": roles[n % 2], "content": text} for n, text in enumerate(contents)]


def test_a_short_conversation_is_told_whole():
    assert fitted(turns("a", "b", "c")) == turns("a", "b", "c")


@pytest.mark.parametrize("long", ["x" * ROOM, "\u601d" * (ROOM // 6)], ids=["letters", "escapes"])
def test_what_no_longer_fits_is_left_out_from_the_oldest_and_a_question_comes_first(long):
    told = turns("a", long, "c", "d", "e")
    assert fitted(told) == told[2:]


def test_a_question_too_long_to_ask_is_refused():
    with pytest.raises(InputError, match=r"takes 6\d KiB, and at most 62 KiB can be asked"):
        fitted(turns("a", "b", "x" * ROOM))
