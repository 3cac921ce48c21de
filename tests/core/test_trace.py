"""Trace text to steps and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from o1desk.core.trace import parse, steps_of, write
from o1desk.core.types import Step, Trace

LINES = st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]), min_size=1)
STEPS = LINES.filter(lambda line: line.strip() and "think>" not in line)
ANSWERS = st.text().map(str.strip).filter(lambda text: "think>" not in text)


@given(st.lists(STEPS, max_size=5), ANSWERS)
def test_writing_and_reading_give_the_trace_back(steps, answer):
    trace = Trace(steps=tuple(Step(text=text) for text in steps), answer=answer)
    assert parse(write(trace)) == trace


@given(st.lists(STEPS, max_size=5), ANSWERS)
def test_the_opening_mark_may_come_from_the_prompt(steps, answer):
    trace = Trace(steps=tuple(Step(text=text) for text in steps), answer=answer)
    assert parse(write(trace).removeprefix("<think>"), opened=True) == trace


@pytest.mark.parametrize("opened", [False, True])
def test_a_closing_mark_alone_ends_the_thinking(opened):
    trace = parse("one\ntwo</think>three", opened=opened)
    assert (trace.thinking, trace.answer, trace.closed) == ("one\ntwo", "three", True)


def test_text_without_marks_is_an_answer_unless_the_prompt_opened_the_thinking():
    assert parse(" hello ").answer == "hello"
    unfinished = parse("hello", opened=True)
    assert (unfinished.thinking, unfinished.answer, unfinished.closed) == ("hello", "", False)


def test_white_space_before_the_opening_mark_is_noise():
    assert parse(" \n<think>a</think>b") == parse("<think>a</think>b")


def test_an_opening_mark_written_once_more_is_noise():
    assert parse("\n<think>a</think>b", opened=True) == parse("a</think>b", opened=True)


def test_blank_lines_are_no_steps():
    assert [step.text for step in steps_of("a\n\n \nb\n")] == ["a", "b"]
