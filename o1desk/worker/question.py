"""One question to a chat worker, read and checked before anything is computed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from o1desk.core.backend import Sampling
from o1desk.core.config_json import from_json
from o1desk.core.errors import InputError
from o1desk.core.samples_io import problem_from_json
from o1desk.core.types import Message, Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question, read and checked.

    Attributes:
        messages: The conversation; the last one is asked.
        sampling: How to draw.
        strategy: Name of the way to think.
        settings: Its settings.
        adapter: "RUN:STEP", or "" for the bare model.
        problem: What the answer is checked against, if the app knows; else it may be recognised.
    """

    messages: list[Message]
    sampling: Sampling
    strategy: str
    settings: Mapping[str, Any]
    adapter: str
    problem: Problem | None


def read_question(asked: Mapping[str, Any]) -> Question:
    """Read the command that asks.

    Raises:
        InputError: If a part of it has the wrong shape; the sentence says which.
    """
    return Question(
        messages=_messages(asked.get("messages")),
        sampling=from_json(Sampling, table(asked, "sampling"), where="the sampling"),
        strategy=str(asked.get("strategy") or "single"),
        settings=table(asked, "strategy_settings"),
        adapter=str(asked.get("adapter") or ""),
        problem=_problem(asked.get("problem")),
    )


def table(asked: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    """Return a part of the command that is a table; empty when it is not there.

    Raises:
        InputError: If it is something else.
    """
    value = asked.get(name) or {}
    if not isinstance(value, Mapping):
        raise InputError(f"'{name}' of a question must be a table, not {value!r}")
    return value


def _messages(values: Any) -> list[Message]:
    if not isinstance(values, list) or not values:
        raise InputError("A question needs messages; nothing was answered")
    return [from_json(Message, value, where="a message") for value in values]


def _problem(value: Any) -> Problem | None:
    if value is None:
        return None
    try:
        return problem_from_json(value)
    except (ValueError, TypeError, AttributeError) as error:
        raise InputError(f"'problem' of a question is {error}; nothing was answered") from error
