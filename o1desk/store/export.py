"""Samples, problems, labels and preferences as files that other tools open.

Every format is one row of `FORMATS`. A file appears whole or not at all, and it is on disk when the
call returns. Lone surrogates, which no reader accepts, are written as visible escapes; the native
format marks them and gives them back.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from o1desk.core import trace
from o1desk.core.errors import InputError, UnknownNameError
from o1desk.core.types import Problem, Sample
from o1desk.store import native
from o1desk.store.connect import explained
from o1desk.store.facade import Store
from o1desk.store.files import prepared, publish
from o1desk.store.filters import ProblemFilter, SampleFilter
from o1desk.store.gate import escape, has_surrogate
from o1desk.store.removal import REMOVED

_KEY = f"SELECT key FROM sample WHERE id = ? AND id NOT IN ({REMOVED})"  # noqa: S608 - our own

Row = Mapping[str, Any]
Chosen = ProblemFilter | SampleFilter


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One way to write one kind of thing.

    Attributes:
        title: What people read.
        row: Makes one row; None leaves the thing out.
    """

    title: str
    row: Callable[[Any], Row | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """What was written: the file, its rows, and how many things have no row in this format."""

    path: Path
    rows: int
    left_out: int


def _prompt_completion(sample: Sample) -> Row | None:
    """Glue and all: prompt and completion are put together as they stand."""
    prompt = sample.problem.prompt
    glue = "" if prompt[-1:].isspace() else " "
    return {"prompt": prompt, "completion": glue + sample.raw} if sample.raw else None


def _messages(sample: Sample) -> Row | None:
    turns = [
        {"role": "user", "content": sample.problem.prompt},
        {"role": "assistant", "content": sample.raw or trace.write(sample.trace)},
    ]
    return {"messages": turns}


def _prompt_only(problem: Problem) -> Row:
    """The reference travels in a column of its own, which reward functions receive."""
    return {
        "prompt": problem.prompt,
        "solution": problem.answer,
        "environment": problem.environment,
        "level": problem.level,
    }


FORMATS: dict[tuple[str, str], Format] = {
    ("samples", "jsonl"): Format(title="O1 Desk", row=native.sample_out),
    ("samples", "trl"): Format(title="TRL prompt and completion", row=_prompt_completion),
    ("samples", "messages"): Format(title="Chat messages", row=_messages),
    ("problems", "jsonl"): Format(title="O1 Desk", row=native.problem_out),
    ("problems", "trl"): Format(title="TRL prompts for reinforcement learning", row=_prompt_only),
    ("labels", "jsonl"): Format(title="O1 Desk", row=native.label_out),
}


def formats_of(what: str) -> list[str]:
    """Return the formats for "samples", "problems" or "labels".

    Raises:
        UnknownNameError: If such things cannot be exported.
    """
    known = {kind for kind, _ in FORMATS}
    if what not in known:
        raise UnknownNameError("kind of export", what, known)
    return sorted(name for kind, name in FORMATS if kind == what)


def export(
    store: Store,
    what: str,
    form: str,
    path: Path,
    chosen: Chosen | None = None,
    *,
    progress: Callable[[int], None] | None = None,
) -> Exported:
    """Write things to a JSON lines file.

    Args:
        store: The store; read-only is enough.
        what: "samples", "problems" or "labels".
        form: A name from `formats_of(what)`.
        path: The file; one that exists is replaced when the new one is whole.
        chosen: Which of them; None takes all.
        progress: Told after each thing how many were looked at; may raise `Cancelled`.

    Raises:
        UnknownNameError: If kind or format is unknown.
        InputError: If the folder of the file does not exist.
        NoSpaceError: If the disk is full; the previous file is untouched.
        Cancelled: If `progress` raised it; the previous file is untouched.
    """
    names = formats_of(what)
    if form not in names:
        raise UnknownNameError(f"format for {what}", form, names)
    if not path.absolute().parent.is_dir():
        raise InputError(f"There is no folder {path.absolute().parent}; nothing was written")
    with explained(path.absolute().parent, f"write {path.name}"):
        things = _told(_things(store, what, chosen), progress)
        exported = _write(path, FORMATS[what, form], things)
        publish(path)
    return exported


def _write(path: Path, form: Format, things: Iterable[Any]) -> Exported:
    rows = left_out = 0
    with prepared(path) as file:
        for thing in things:
            row = form.row(thing)
            if row is None:
                left_out += 1
                continue
            file.write(json.dumps(_readable(row), ensure_ascii=False, allow_nan=False) + "\n")
            rows += 1
    return Exported(path=path, rows=rows, left_out=left_out)


def _told(things: Iterable[Any], progress: Callable[[int], None] | None) -> Iterator[Any]:
    for number, thing in enumerate(things, start=1):
        yield thing
        if progress is not None:
            progress(number)


def _readable(value: Any) -> Any:
    """Return the value with lone surrogates escaped: UTF-8 has no form for them."""
    if isinstance(value, str):
        return escape(value) if has_surrogate(value) else value
    if isinstance(value, Mapping):
        return {name: _readable(part) for name, part in value.items()}
    return [_readable(part) for part in value] if isinstance(value, list) else value


def _things(store: Store, what: str, chosen: Chosen | None) -> Iterator[Any]:
    if what == "problems":
        wanted = chosen if isinstance(chosen, ProblemFilter) else ProblemFilter()
        return store.problems.each(wanted)
    if what == "samples":
        picked = chosen if isinstance(chosen, SampleFilter) else SampleFilter()
        return store.samples.each(picked)
    return _labels(store)


def _labels(store: Store) -> Iterator[native.LabelOf]:
    for label in store.labels.each():
        row = store.access.one(_KEY, (label.sample,))
        if row is not None:
            yield native.LabelOf(key=row[0], label=label)
