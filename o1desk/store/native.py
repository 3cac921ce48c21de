"""O1 Desk's own JSON lines: nothing is lost on the way out and back.

What other tools want to read stands in plain columns of one type each, so that
`load_dataset("json")` opens the file; all the rest is one JSON text in `meta`. Text with lone
surrogates, which no other reader accepts, is written with escapes and marked in `meta`.
"""

import dataclasses
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from o1desk.core.samples_io import (
    problem_from_json,
    problem_to_json,
    sample_from_json,
    sample_to_json,
)
from o1desk.core.types import Problem, Sample
from o1desk.store.gate import escape, has_surrogate, pack_json, unescape, unpack_json
from o1desk.store.labels import Label
from o1desk.store.sample_rows import key_of

SAMPLE = "o1desk.sample/1"
PROBLEM = "o1desk.problem/1"
LABEL = "o1desk.label/1"
_ESCAPED = "escaped"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class LabelOf:
    """A label with the content hash of its sample, which holds on every machine."""

    key: str
    label: Label


Reader: TypeAlias = Callable[[dict[str, Any], dict[str, Any]], Problem | Sample | LabelOf]


def is_native(row: Any) -> bool:
    """Return whether a row says that it is ours."""
    return isinstance(row, Mapping) and str(row.get("schema", "")).startswith("o1desk.")


def problem_out(problem: Problem) -> dict[str, Any]:
    """Return a problem as one native row."""
    rest = problem_to_json(problem)
    texts = {name: rest.pop(name) for name in ("environment", "level", "prompt", "answer")}
    return _sealed({"schema": PROBLEM, "id": problem.key}, texts, rest)


def sample_out(sample: Sample) -> dict[str, Any]:
    """Return a sample as one native row."""
    rest = sample_to_json(sample)
    problem = rest["problem"]
    steps = rest["trace"].pop("steps")
    texts = {
        "environment": problem.pop("environment"),
        "level": problem.pop("level"),
        "prompt": problem.pop("prompt"),
        "reference": problem.pop("answer"),
        "steps": [step.pop("text") for step in steps],
        "answer": rest["trace"].pop("answer"),
        "raw": rest.pop("raw"),
    }
    rest["step_details"] = steps
    judgement = sample.verdict.judgement.value if sample.verdict else "unchecked"
    head = {"schema": SAMPLE, "id": key_of(sample), "judgement": judgement}
    return _sealed(head, texts, rest)


def label_out(found: LabelOf) -> dict[str, Any]:
    """Return a label as one native row; the step of a whole sample is -1."""
    label = found.label
    rest = {"seconds": label.seconds, "guideline": label.guideline}
    texts = {name: getattr(label, name) for name in ("annotator", "source", "critique", "reason")}
    step = -1 if label.step is None else label.step
    head = {"schema": LABEL, "id": found.key, "step": step, "value": label.value}
    return _sealed(head, texts, rest)


def read(row: Mapping[str, Any]) -> Problem | Sample | LabelOf:
    """Return what a native row holds.

    Raises:
        ValueError: If it is of an unknown kind or a part of it is missing.
    """
    readers: dict[str, Reader] = {PROBLEM: _problem_in, SAMPLE: _sample_in, LABEL: _label_in}
    reader = readers.get(str(row.get("schema")))
    if reader is None:
        raise ValueError(f"made by a later version: {row.get('schema')}")
    try:
        opened, rest = _opened(row)
        return reader(opened, rest)
    except (KeyError, TypeError, AttributeError, OverflowError) as error:
        raise ValueError(f"a part is missing or of the wrong type: {error}") from error


def _problem_in(row: dict[str, Any], rest: dict[str, Any]) -> Problem:
    names = ("environment", "level", "prompt", "answer")
    return problem_from_json(rest | {name: row[name] for name in names})


def _sample_in(row: dict[str, Any], rest: dict[str, Any]) -> Sample:
    details = rest.pop("step_details")
    steps = [{**detail, "text": text} for detail, text in zip(details, row["steps"], strict=True)]
    problem = rest["problem"] | {
        "environment": row["environment"],
        "level": row["level"],
        "prompt": row["prompt"],
        "answer": row["reference"],
    }
    trace = rest["trace"] | {"steps": steps, "answer": row["answer"]}
    return sample_from_json(rest | {"problem": problem, "trace": trace, "raw": row["raw"]})


def _label_in(row: dict[str, Any], rest: dict[str, Any]) -> LabelOf:
    texts = {name: row[name] for name in ("annotator", "source", "critique", "reason")}
    label = Label(
        sample=0,
        step=None if row["step"] < 0 else int(row["step"]),
        value=int(row["value"]),
        seconds=float(rest["seconds"]),
        guideline=str(rest["guideline"]),
        **texts,
    )
    return LabelOf(key=str(row["id"]), label=label)


def _sealed(head: dict[str, Any], texts: dict[str, Any], rest: dict[str, Any]) -> dict[str, Any]:
    if _any_surrogate(texts.values()):
        texts = {name: _each(escape, value) for name, value in texts.items()}
        rest = rest | {_ESCAPED: True}
    return {**head, **texts, "meta": pack_json(rest)}


def _opened(row: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    rest: dict[str, Any] = unpack_json(row["meta"])
    if not rest.pop(_ESCAPED, False):
        return dict(row), rest
    own = ("schema", "id", "meta")
    opened = {name: v if name in own else _each(unescape, v) for name, v in row.items()}
    return opened, rest


def _any_surrogate(values: Any) -> bool:
    return any(
        has_surrogate(text)
        for value in values
        for text in (value if isinstance(value, list) else [value])
    )


def _each(change: Any, value: Any) -> Any:
    if isinstance(value, list):
        return [change(text) for text in value]
    return change(value) if isinstance(value, str) else value
