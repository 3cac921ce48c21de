"""The reader of streamed text: what it shows, when, and that it always comes to an end."""

import pytest

from o1desk.inference.formats import THINK, named
from o1desk.inference.parser import Piece, StreamParser, read


def pieces_of(text: str, *, opened: bool = False, cut: bool = False) -> list[tuple[str, str]]:
    parser = StreamParser(opened=opened)
    told = [piece for letter in text for piece in parser.feed(letter)] + parser.finish(cut=cut)
    return [(piece.kind, piece.text) for piece in told]


def test_a_possible_mark_is_held_back_until_it_is_none():
    parser = StreamParser(opened=True)
    assert parser.feed("a </thi") == [Piece(kind="thinking", text="a ")]
    assert parser.feed("s") == [Piece(kind="thinking", text="</this")]


def test_a_step_is_told_when_its_line_ends():
    parser = StreamParser(opened=True)
    assert [p.kind for p in parser.feed("one")] == ["thinking"]
    assert parser.feed("\n") == [Piece(kind="step", text="one")]
    assert [p.kind for p in parser.feed("two</think>")] == ["thinking", "step"]


def test_blank_lines_are_no_steps():
    assert [k for k, _ in pieces_of("one\n\n  \ntwo\n</think>x", opened=True)].count("step") == 2


def test_line_breaks_around_the_thinking_are_not_shown():
    parser = StreamParser()
    parser.feed("<think>\n\none\n\n</think>\n\nyes\n")
    parser.finish()
    assert (parser.thinking, parser.answer) == ("one", "yes")


def test_a_closing_mark_alone_turns_the_answer_into_thinking():
    parser = StreamParser()
    told = [*parser.feed("one\ntwo"), *parser.feed("</think>yes")]
    assert ("recast", "one\ntwo") in [(p.kind, p.text) for p in told]
    assert [p.text for p in told if p.kind == "step"] == ["one", "two"]
    assert parser.trace().answer == "yes"


def test_a_mark_after_the_thinking_is_ordinary_text():
    trace = read("<think>a</think>Use <think> and </think> so.")
    assert trace.answer == "Use <think> and </think> so."


def test_an_opening_mark_inside_an_answer_is_ordinary_text():
    assert read("The tag <think> opens.").answer == "The tag <think> opens."


def test_the_opening_mark_may_repeat_what_the_prompt_supplied():
    trace = read("<think>\na\n</think>b", opened=True)
    assert ([s.text for s in trace.steps], trace.answer) == (["a"], "b")


def test_a_limit_inside_the_thinking_keeps_the_steps_and_leaves_it_open():
    trace = read("one\ntw", opened=True, cut=True)
    assert [s.text for s in trace.steps] == ["one", "tw"]
    assert not trace.closed
    assert trace.answer == ""


def test_half_a_mark_at_a_limit_is_not_shown():
    assert pieces_of("one</thi", opened=True, cut=True) == [
        ("thinking", "o"), ("thinking", "n"), ("thinking", "e"), ("step", "one"),
    ]  # fmt: skip


def test_half_a_mark_at_a_chosen_end_is_text():
    assert read("a <", opened=False).answer == "a <"


def test_a_second_end_says_nothing():
    parser = StreamParser()
    parser.feed("x <")
    assert parser.finish() == [Piece(kind="answer", text=" <")]
    assert parser.finish() == []


def test_text_after_the_end_is_refused():
    parser = StreamParser()
    parser.finish()
    with pytest.raises(ValueError, match="after the end"):
        parser.feed("x")


def test_an_empty_text_is_an_empty_answer():
    trace = read("")
    assert (trace.steps, trace.answer, trace.closed) == ((), "", True)


def test_the_place_of_the_answer_follows_the_closing_mark():
    text = "<think>a</think> b"
    parser = StreamParser(THINK)
    assert parser.answer_at == 0
    parser.feed(text)
    assert text[parser.answer_at :] == " b"


def test_the_answer_has_no_place_while_the_thinking_is_open():
    parser = StreamParser(opened=True)
    parser.feed("still")
    assert parser.is_thinking
    assert parser.answer_at is None


def test_a_header_cut_by_a_limit_is_not_shown():
    trace = read("<|channel|>analysis<|message|>a<|end|><|start|>assi", named("harmony"), cut=True)
    assert ([s.text for s in trace.steps], trace.answer) == (["a"], "")


def test_a_message_without_a_header_is_an_answer():
    assert read("<|message|>a<|end|>b", named("harmony")).answer == "ab"


def test_thinking_in_two_messages_is_joined_by_a_line_break():
    parser = StreamParser(named("solar"))
    parser.feed("<|think|>a<|end|><|think|>b<|end|><|content|>c")
    assert parser.thinking == "a\nb"
    assert len(parser.trace().steps) == 2
