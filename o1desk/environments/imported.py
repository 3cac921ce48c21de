"""Questions and answers that a person imported, as an environment.

One file is one set: `datasets/NAME.jsonl` in the data folder, a JSON object per line with "prompt"
and "answer", and optionally "answer_kind", "identity", "level", "pass_rate" and "tolerance". Bad
lines are left out and listed with their reasons; they never stop the rest. A kind of answer that
the judge does not know is compared as mathematics.
"""

import dataclasses
import json
import math
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any

from o1desk.core.errors import InputError, UnknownNameError
from o1desk.core.split import Split, split_of
from o1desk.core.types import Level, Problem, Verdict
from o1desk.rewards.judge import judge

PREFIX = "imported/"
_NAME = re.compile(r"[\w][\w.\- ]*")
_THIRD = 1 / 3
_LEVELS = tuple(str(level) for level in Level)
_WEIGHT_OF_ANSWER = 4  # a character of the answer says more about the work than one of the prompt


class Imported:
    """One imported set.

    Problems that carry a measured pass rate are sorted into levels by it (above two thirds easy,
    up to one third hard). The others keep the level that their line names, provided that the set
    names more than one; else length of prompt and answer decides: the shortest third of the set
    is easy, the longest hard.

    Attributes:
        rejected: Line numbers that were left out, with the reason.
    """

    def __init__(self, name: str, data: Path) -> None:
        """Read the set.

        Args:
            name: Name of the set, without "imported/".
            data: The data folder.

        Raises:
            UnknownNameError: If there is no such set; the message names the nearest.
            InputError: If the file cannot be read or holds no problem at all.
        """
        if name not in available(data):
            raise UnknownNameError("imported set", name, available(data))
        self._name = name
        rows, self.rejected = read_rows(data / "datasets" / f"{name}.jsonl")
        if not rows:
            number, reason = self.rejected[0] if self.rejected else (1, "empty")
            raise InputError(
                f"The imported set '{name}' holds no problem (line {number}: {reason}); "
                "import it again"
            )
        self._problems = _levelled(self.name, rows)

    @property
    def name(self) -> str:
        """What people type."""
        return PREFIX + self._name

    def problems(
        self, count: int, level: str, seed: int, split: Split = "train"
    ) -> Iterator[Problem]:
        """Yield up to `count` distinct problems in an order that the seed decides.

        Raises:
            UnknownNameError: If the level is not easy, medium or hard.
        """
        if level not in _LEVELS:
            raise UnknownNameError("level", level, _LEVELS)
        fitting = [p for p in self._problems if p.level == level and split_of(p) == split]
        Random(seed).shuffle(fitting)
        return iter(fitting[:count])

    def check(self, problem: Problem, answer: str) -> Verdict:
        """Judge an answer by the kind that the problem declares."""
        tolerance = float(problem.metadata.get("tolerance", 0.0))
        return judge(problem.answer, answer, problem.answer_kind, tolerance=tolerance)


def available(data: Path) -> list[str]:
    """Return the names of the imported sets of a data folder, sorted."""
    files = (data / "datasets").glob("*.jsonl")
    return sorted(file.stem for file in files if _NAME.fullmatch(file.stem))


def read_rows(file: Path) -> tuple[list[dict[str, Any]], list[tuple[int, str]]]:
    """Return the usable lines of a set, and number and reason of the others.

    Raises:
        InputError: If the file cannot be read.
    """
    rows, rejected = [], []
    try:
        with file.open(encoding="utf-8-sig", errors="replace", newline="\n") as lines:
            for number, line in enumerate(lines, start=1):
                if not line.strip():
                    continue
                row, reason = _row(line)
                if row is None:
                    rejected.append((number, reason))
                else:
                    rows.append(row)
    except OSError as error:
        raise InputError(f"The imported set {file.name} cannot be read: {error}") from error
    return rows, rejected


def _row(line: str) -> tuple[dict[str, Any] | None, str]:
    """Read one line; without a row the reason says why."""
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return None, "not JSON"
    if not isinstance(row, dict):
        return None, "not an object"
    prompt, answer = row.get("prompt"), row.get("answer")
    if isinstance(answer, int | float) and not isinstance(answer, bool):
        answer = str(answer)
    if not isinstance(prompt, str) or not prompt.strip():
        return None, "no prompt"
    if not isinstance(answer, str) or not answer.strip():
        return None, "no answer"
    kind = str(row.get("answer_kind") or "math")
    return {**row, "prompt": prompt, "answer": answer, "answer_kind": kind}, ""


def _levelled(name: str, rows: Sequence[dict[str, Any]]) -> list[Problem]:
    """Return the distinct problems of a set, each with its level, in a fixed order."""
    found: dict[str, tuple[int, Problem, float | None]] = {}
    levels = {str(row.get("level")) for row in rows}
    told = len(levels) > 1 and levels <= set(_LEVELS)
    for row in rows:
        problem = _problem(name, row, row["level"] if told else "")
        size = len(problem.prompt) + _WEIGHT_OF_ANSWER * len(problem.answer)
        found.setdefault(problem.key, (size, problem, _rate(row.get("pass_rate"))))
    ranked = sorted(found.values(), key=lambda one: (one[0], one[1].key))
    levelled = []
    for rank, (_, problem, rate) in enumerate(ranked):
        third = _LEVELS[3 * rank // len(ranked)]
        level = (problem.level or third) if rate is None else _level(rate)
        levelled.append(dataclasses.replace(problem, level=level))
    return levelled


def _level(rate: float) -> str:
    if rate > 1 - _THIRD:
        return str(Level.EASY)
    return str(Level.HARD if rate <= _THIRD else Level.MEDIUM)


def _rate(value: object) -> float | None:
    is_rate = isinstance(value, int | float) and math.isfinite(value) and 0 <= value <= 1
    return float(value) if is_rate and isinstance(value, int | float) else None


def _problem(name: str, row: dict[str, Any], level: str) -> Problem:
    tolerance = _rate(row.get("tolerance"))
    return Problem(
        environment=name,
        level=level,
        prompt=row["prompt"],
        answer=row["answer"],
        answer_kind=row["answer_kind"],
        source="import",
        identity=str(row.get("identity") or ""),
        metadata={} if tolerance is None else {"tolerance": tolerance},
    )
