"""Trace text to steps and back.

The starter and most open reasoning models write `<think>` ... `</think>` and then the answer. A
step is a non-empty line of the thinking. `write` and `parse` are inverses for steps without line
breaks (property test). The streaming reader of many families lives in `inference/parser.py`.
"""

from o1desk.core.types import Step, Trace

OPEN = "<think>"
CLOSE = "</think>"


def write(trace: Trace) -> str:
    """Return the assistant text of a trace, marks included.

    An empty chain gives an empty pair of marks, the form that Qwen3 uses with thinking off.
    """
    return f"{OPEN}\n{trace.thinking}\n{CLOSE}\n\n{trace.answer}"


def split(text: str) -> tuple[str, str, bool]:
    """Split assistant text into thinking, answer, and whether the thinking was closed.

    The template of many models supplies the opening mark, so the text may hold only the closing
    one. Text with neither mark is all answer.
    """
    bare = text.lstrip()
    text = bare if bare.startswith(OPEN) else text  # white space before the opening mark is noise
    head, mark, tail = text.partition(CLOSE)
    if mark:
        return head.removeprefix(OPEN).strip("\n"), tail.strip(), True
    if text.startswith(OPEN):
        return text.removeprefix(OPEN).strip("\n"), "", False
    return "", text.strip(), True


def steps_of(thinking: str) -> tuple[Step, ...]:
    """Return one step per non-empty line."""
    return tuple(Step(text=line) for line in thinking.split("\n") if line.strip())


def parse(text: str, *, opened: bool = False) -> Trace:
    """Read assistant text into a trace.

    Args:
        text: What the model wrote.
        opened: Whether the prompt already contained the opening mark, so that text without a
            closing mark is unfinished thinking rather than an answer.
    """
    if opened and not text.lstrip().startswith(OPEN):  # some models write the mark once more
        text = OPEN + text
    thinking, answer, closed = split(text)
    return Trace(steps=steps_of(thinking), answer=answer, closed=closed)
