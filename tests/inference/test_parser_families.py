"""One golden text per family: what its models write, and what is read out of it."""

from dataclasses import dataclass

import pytest

from o1desk.core.errors import UnknownNameError
from o1desk.inference.formats import FORMATS, detect, named, opening
from o1desk.inference.parser import StreamParser


@dataclass(frozen=True)
class Golden:
    family: str
    prompt: str
    text: str
    steps: tuple[str, ...]
    answer: str


GOLDENS = [
    Golden(
        "think", "<|im_start|>assistant\n", "<think>\nTwo.\n\nFour.\n</think>\n\n4",
        ("Two.", "Four."), "4",
    ),
    Golden(
        "think", "<|im_start|>assistant\n<think>\n", "Two.\nFour.\n</think>\n\n4",
        ("Two.", "Four."), "4",
    ),
    Golden(
        "think", "<|im_start|>assistant\n<think>\n\n</think>\n\n", "It is 4.",
        (), "It is 4.",
    ),
    Golden("think", "User: 2+2?\n", "Two.\nFour.\n</think>\n4", ("Two.", "Four."), "4"),
    Golden(
        "r1_zero", "User: 2+2? Assistant: <think>", "Two.</think>\n<answer>4</answer>",
        ("Two.",), "4",
    ),
    Golden("mistral", "[INST]2+2?[/INST]", "[THINK]Two.\nFour.[/THINK]4", ("Two.", "Four."), "4"),
    Golden(
        "seed", "<seed:bos>assistant\n", "<seed:think>\nTwo.\n</seed:think>\n4", ("Two.",), "4"
    ),
    Golden(
        "gemma", "<|turn>model\n", "<|channel>thought\nTwo.\nFour.\n<channel|>4",
        ("Two.", "Four."), "4",
    ),
    Golden(
        "harmony", "<|start|>assistant",
        "<|channel|>analysis<|message|>Two.\nFour.<|end|><|start|>assistant"
        "<|channel|>commentary<|message|>Now I tell.<|end|><|start|>assistant"
        "<|channel|>final<|message|>4<|return|>",
        ("Two.", "Four.", "Now I tell."), "4",
    ),
    Golden(
        "harmony", "<|start|>assistant<|channel|>analysis<|message|>",
        "Two.<|end|><|start|>assistant<|channel|>final<|message|>4", ("Two.",), "4",
    ),
    Golden(
        "solar", "<|begin|>assistant",
        "<|think|>Two.<|end|><|begin|>assistant<|content|>4<|end|>", ("Two.",), "4",
    ),
]  # fmt: skip


@pytest.mark.parametrize("golden", GOLDENS, ids=lambda golden: golden.family)
def test_each_family_is_recognised_by_its_prompt_and_read(golden):
    form = detect(golden.prompt)
    assert form.name == golden.family
    parser = StreamParser(form, opened=opening(form, golden.prompt) != "")
    parser.feed(golden.text)
    parser.finish()
    trace = parser.trace()
    assert tuple(step.text for step in trace.steps) == golden.steps
    assert trace.answer == golden.answer
    assert trace.closed


@pytest.mark.parametrize("golden", GOLDENS, ids=lambda golden: golden.family)
def test_no_mark_is_left_in_what_a_family_shows(golden):
    form = detect(golden.prompt)
    parser = StreamParser(form, opened=opening(form, golden.prompt) != "")
    shown = "".join(
        piece.text for letter in golden.text for piece in parser.feed(letter)
    ) + "".join(piece.text for piece in parser.finish())
    assert not any(mark in shown for mark, _ in form.marks)


def test_every_family_has_a_golden_text():
    assert {golden.family for golden in GOLDENS} == set(FORMATS)


def test_no_mark_of_a_family_begins_another_of_it():
    for form in FORMATS.values():
        marks = [mark for mark, _ in form.marks]
        assert not [(a, b) for a in marks for b in marks if a != b and b.startswith(a)]


def test_marks_in_the_users_words_do_not_choose_the_family():
    assert detect("What does [/INST] mean in <|start|>assistant?\nassistant:").name == "think"


def test_an_unknown_format_names_the_nearest():
    with pytest.raises(UnknownNameError, match="did you mean 'harmony'"):
        named("harmoni")


def test_the_opening_that_a_prompt_supplied_keeps_its_line_break():
    form = named("think")
    assert opening(form, "assistant\n<think>\n") == "<think>\n"
    assert opening(form, "assistant\n<think>\n\n</think>\n\n") == ""
