"""Samples and problems as plain JSON values and back, for run folders and exports.

The round trip is the identity (property test). Unknown keys are ignored, absent ones take their
defaults, so that files of a newer and of an older version can both be read.
"""

import dataclasses
from collections.abc import Mapping
from typing import Any

from o1desk.core.types import Judgement, Problem, Sample, Step, Trace, Verdict


def problem_to_json(problem: Problem) -> dict[str, Any]:
    """Return the problem as JSON values."""
    return {f.name: getattr(problem, f.name) for f in dataclasses.fields(Problem)} | {
        "metadata": dict(problem.metadata)
    }


def problem_from_json(data: Mapping[str, Any]) -> Problem:
    """Read a problem.

    Raises:
        ValueError: If a field that every problem needs is missing.
    """
    try:
        return Problem(**_known(Problem, data))
    except TypeError as error:
        raise ValueError(f"not a problem: {error}") from error


def sample_to_json(sample: Sample) -> dict[str, Any]:
    """Return the sample, its problem, trace and verdict included, as JSON values."""
    plain = {f.name: getattr(sample, f.name) for f in dataclasses.fields(Sample)}
    return plain | {
        "problem": problem_to_json(sample.problem),
        "trace": _trace_to_json(sample.trace),
        "verdict": None if sample.verdict is None else dataclasses.asdict(sample.verdict),
        "rewards": dict(sample.rewards),
    }


def sample_from_json(data: Mapping[str, Any]) -> Sample:
    """Read a sample.

    Raises:
        ValueError: If it is no sample, or a part of it has the wrong shape.
    """
    values = _known(Sample, data)
    try:
        values["problem"] = problem_from_json(data["problem"])
        values["trace"] = _trace_from_json(data["trace"])
        values["verdict"] = _verdict_from_json(data.get("verdict"))
        return Sample(**values)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not a sample: {error}") from error


def _trace_to_json(trace: Trace) -> dict[str, Any]:
    return {
        "steps": [dataclasses.asdict(step) for step in trace.steps],
        "answer": trace.answer,
        "closed": trace.closed,
    }


def _trace_from_json(data: Mapping[str, Any]) -> Trace:
    steps = tuple(Step(**_known(Step, step)) for step in data["steps"])
    return Trace(steps=steps, answer=data["answer"], closed=data.get("closed", True))


def _verdict_from_json(data: Mapping[str, Any] | None) -> Verdict | None:
    if data is None:
        return None
    values = _known(Verdict, data)
    return Verdict(**values | {"judgement": Judgement(values["judgement"])})


def _known(cls: type[Any], data: Mapping[str, Any]) -> dict[str, Any]:
    names = {f.name for f in dataclasses.fields(cls)}
    return {name: value for name, value in data.items() if name in names}
