r"""What a row of somebody else's file means: a problem, perhaps with a worked solution.

Shapes are told apart by their keys. The reference answer is taken out of the text where a data set
hides it: after "####" (GSM8K), inside `\boxed{}` (MATH), behind the reasoning marks.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from o1desk.core import trace
from o1desk.core.types import Level, Problem, Sample, Step, Trace
from o1desk.store.imports.lines import RowError
from o1desk.store.imports.turns import conversation_of

PROMPTS = ("prompt", "question", "problem", "instruction")
ANSWERS = (
    "answer",
    "final_answer",
    "solution",
    "output",
    "completion",
    "response",
    "ground_truth",
    "target",
)
THINKING = ("thinking", "cot", "chain_of_thought", "reasoning", "reasoning_content", "rationale")
_WORKED = ("solution", "output", "completion", "response")
_TALKS = ("messages", "conversations")
_OWN = ("level", "difficulty", "identity", "answer_kind", "steps", "input", *THINKING, *_TALKS)

_GSM8K = re.compile(r"\n?####\s*(?P<answer>[^\n]*)\s*\Z")
_GROUPED = re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.\d+)?")
_INTEGER = re.compile(r"[+-]?\d+")
_RATIONAL = re.compile(r"[+-]?(\d+\.\d*|\.\d+|\d+\s*/\s*[+-]?\d+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What holds for every row of a file.

    Attributes:
        environment: Name of the environment the problems go to.
        source: Name of the file.
    """

    environment: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answered:
    """The reference answer, and how it was reached where the row tells."""

    answer: str
    steps: tuple[Step, ...] = ()
    raw: str = ""


def shape(row: Any, context: Context) -> Problem | Sample:
    """Return what a row means: a sample when it shows its working, else a problem.

    Raises:
        RowError: If a key is missing, of the wrong type, or empty.
    """
    if not isinstance(row, Mapping):
        raise RowError("not an object", f"a row is an object, not {_kind(row)}")
    talk = next((key for key in _TALKS if key in row), None)
    if talk is not None:
        prompt, last, thinking = conversation_of(row[talk], talk)
        found = _with_thinking(_answered(last), thinking, row)
        named = next((key for key in ANSWERS if key in row), None)
        answer = _answered(_text(row, named)).answer if named else found.answer
        used = {talk, named}
    else:
        prompt, prompt_key = _prompt(row)
        found, used = _reference(row)
        answer = found.answer
        used.add(prompt_key)
    if not answer.strip():
        raise RowError("the answer is empty")
    problem = _problem(row, context, prompt, answer, used)
    if not found.steps:
        return problem
    written = Trace(steps=found.steps, answer=found.answer)
    raw = found.raw or trace.write(written)
    return Sample(problem=problem, origin="import", trace=written, raw=raw)


def _problem(
    row: Mapping[str, Any], context: Context, prompt: str, answer: str, used: set[str | None]
) -> Problem:
    level = row.get("level", row.get("difficulty"))
    is_level = isinstance(level, str) and level in Level.__members__.values()
    kept = {key for key in row if key not in used and key not in _OWN}
    kept |= {key for key in ("level", "difficulty") if key in row and not is_level}
    kind = row.get("answer_kind")
    identity = row.get("identity")
    return Problem(
        environment=context.environment,
        level=str(level) if is_level else Level.MEDIUM.value,
        prompt=prompt,
        answer=answer,
        answer_kind=kind if isinstance(kind, str) and kind else kind_of(answer),
        source=context.source,
        identity=identity if isinstance(identity, str) else "",
        metadata={"row": {key: row[key] for key in row if key in kept}} if kept else {},
    )


def kind_of(answer: str) -> str:
    """Guess the kind of a reference answer from its form."""
    bare = answer.strip()
    if _INTEGER.fullmatch(bare):
        return "integer"
    if _RATIONAL.fullmatch(bare):
        return "rational"
    return "math" if "\\" in bare or bare.startswith("$") else "text"


def _prompt(row: Mapping[str, Any]) -> tuple[str, str]:
    key = next((key for key in PROMPTS if key in row), None)
    if key is None:
        raise RowError("the prompt is missing", f"none of {', '.join(PROMPTS)} is there")
    if isinstance(row[key], list):
        prompt, _, _ = conversation_of(row[key], key, is_answered=False)
        return prompt, key
    prompt = _text(row, key, numbers=False)
    extra = row.get("input")
    if key == "instruction" and isinstance(extra, str) and extra:
        prompt = f"{prompt}\n{extra}"
    if not prompt.strip():
        raise RowError("the prompt is empty", f"'{key}' is empty")
    return prompt, key


def _reference(row: Mapping[str, Any]) -> tuple[_Answered, set[str | None]]:
    key = next((key for key in ANSWERS if key in row), None)
    if key is None:
        raise RowError("the answer is missing", f"none of {', '.join(ANSWERS)} is there")
    if key == "completion" and isinstance(row[key], list):
        _, last, thinking = conversation_of(row[key], key, is_asked=False)
        return _with_thinking(_answered(last), thinking, row), {key}
    text = _text(row, key)
    if key == "completion":  # prompt and completion are glued together: the space is the glue
        text = text.removeprefix(" ")
    found = _answered(text)
    worked = next((other for other in _WORKED if other != key and other in row), None)
    if worked is not None and not found.steps and isinstance(row[worked], str):
        lines = trace.steps_of(_answered_head(row[worked]))
        return _with_thinking(_Answered(answer=found.answer, steps=lines), "", row), {key, worked}
    return _with_thinking(found, "", row), {key}


def _answered(text: str) -> _Answered:
    """Take the answer out of a text that may show its working."""
    if trace.CLOSE in text or text.startswith(trace.OPEN):
        parsed = trace.parse(text)
        inner = _answered(parsed.answer) if parsed.answer else _Answered(answer="")
        return _Answered(answer=inner.answer, steps=parsed.steps, raw=text)
    marked = _GSM8K.search(text)
    if marked is not None:
        answer = _ungrouped(marked["answer"].strip())
        return _Answered(answer=answer, steps=trace.steps_of(text[: marked.start()]))
    boxed = _boxed(text)
    if boxed is not None:
        is_all = text.strip() in (f"\\boxed{{{boxed}}}", f"$\\boxed{{{boxed}}}$")
        return _Answered(answer=boxed, steps=() if is_all else trace.steps_of(text))
    return _Answered(answer=text)


def _answered_head(text: str) -> str:
    """Return a worked solution without the line that only repeats the answer."""
    marked = _GSM8K.search(text)
    return text if marked is None else text[: marked.start()]


def _with_thinking(found: _Answered, thinking: str, row: Mapping[str, Any]) -> _Answered:
    """Add the working that a key of its own holds."""
    if found.raw:
        return found
    steps = trace.steps_of(thinking) or _steps(row.get("steps"))
    if not steps:
        key = next((key for key in THINKING if row.get(key)), None)
        steps = () if key is None else trace.steps_of(_text(row, key))
    return _Answered(answer=found.answer, steps=steps or found.steps)


def _steps(value: Any) -> tuple[Step, ...]:
    if value is None:
        return ()
    if isinstance(value, str):
        return trace.steps_of(value)
    if not isinstance(value, Sequence):
        raise RowError("'steps' is no list", f"'steps' is {_kind(value)}, not a list")
    texts = [part.get("text") if isinstance(part, Mapping) else part for part in value]
    if not all(isinstance(text, str) for text in texts):
        raise RowError("a step is no text")
    return tuple(Step(text=str(text)) for text in texts if str(text).strip())


def _text(row: Mapping[str, Any], key: str, *, numbers: bool = True) -> str:
    value = row[key]
    if isinstance(value, str):
        return value
    if numbers and isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    raise RowError(f"'{key}' is no text", f"'{key}' is {_kind(value)}, not text")


def _ungrouped(text: str) -> str:
    return text.replace(",", "") if _GROUPED.fullmatch(text) else text


def _boxed(text: str) -> str | None:
    r"""Return what the last complete `\boxed{}` holds, braces balanced."""
    start = text.rfind("\\boxed{")
    if start < 0:
        return None
    depth, begin = 0, start + len("\\boxed{") - 1
    for place in range(begin, len(text)):
        depth += {"{": 1, "}": -1}.get(text[place], 0)
        if depth == 0:
            return text[begin + 1 : place]
    return None


def _kind(value: Any) -> str:
    names = {dict: "an object", list: "a list", str: "text", bool: "true or false"}
    names |= {int: "a number", float: "a number", type(None): "null"}
    return names.get(type(value), type(value).__name__)
