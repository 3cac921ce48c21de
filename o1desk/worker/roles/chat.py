"""Answers questions, one after the other, with one model that stays open."""

import dataclasses
from collections.abc import Mapping
from typing import Any

from typing_extensions import override

from o1desk.core.backend import Backend, Sampling
from o1desk.core.config_json import from_json
from o1desk.core.configs import ChatConfig
from o1desk.core.control import Control
from o1desk.core.errors import Cancelled, InputError, O1DeskError, OutOfMemoryError
from o1desk.core.events import Event, Failed, Result, StepDone, TokenText
from o1desk.core.leaves import Answer
from o1desk.core.registry import make
from o1desk.core.types import Message
from o1desk.worker.backends import backend_for
from o1desk.worker.endings import ending_of
from o1desk.worker.job import Job
from o1desk.worker.memory import is_out_of_memory

LIVE: tuple[str, ...] = ()


class AnswerDropped(Cancelled):
    """The user no longer wants this answer; the worker goes on with the next question."""


class AnswerControl(Control):
    """The control of one answer: its events carry the question's id, and it can be dropped."""

    def __init__(self, job: Job, question_id: int) -> None:
        """Speak through the job's control."""
        self._job = job
        self._id = question_id

    @override
    def tick(self, phase: str, done: int, total: int) -> None:
        """Report progress, and stop when the answer or the worker is no longer wanted."""
        self._job.control.tick(phase, done, total)
        if self._job.inbox.is_dropped(self._id):
            raise AnswerDropped("The answer was stopped")

    @override
    def emit(self, event: Event) -> None:
        """Record an event under the question's id."""
        if isinstance(event, TokenText | StepDone):
            event = dataclasses.replace(event, id=self._id)
        self._job.control.emit(event)

    @override
    def setting(self, key: str, default: float) -> float:
        """Return the live value of a setting."""
        return self._job.control.setting(key, default)


class Desk:
    """The model that is open, and the adapter on it."""

    def __init__(self, job: Job, config: ChatConfig) -> None:
        """Open the model without an adapter."""
        self._job = job
        self._config = config
        self._backend: Backend = backend_for(job, config)
        self._adapter = ""

    def backend(self, adapter: str) -> Backend:
        """Return the model with the adapter in force, opening it again if it is another one.

        Raises:
            MissingModelError: If the adapter leads nowhere; the model without it stays open.
        """
        if adapter != self._adapter:
            base = self._config.model
            choice = dataclasses.replace(
                self._config, model=f"{base}@{adapter}" if adapter else base
            )
            opened = backend_for(self._job, choice)
            self._backend.close()
            self._backend, self._adapter = opened, adapter
        return self._backend

    def close(self) -> None:
        """Give the memory back."""
        self._backend.close()


def run(job: Job) -> dict[str, Any]:
    """Answer until the app hangs up or asks for the end.

    Raises:
        InputError: For a configuration that does not fit, or a model that cannot be opened.
        Cancelled: The usual end of a chat.
    """
    desk = Desk(job, from_json(ChatConfig, job.settings))
    job.control.enter("running")
    answered = 0
    try:
        while (question := job.inbox.next_question()) is not None:
            _serve(job, desk, question)
            answered += 1
        job.control.check_stop()
    finally:
        desk.close()
    return {"answers": answered}


def _serve(job: Job, desk: Desk, question: Mapping[str, Any]) -> None:
    number = question.get("id")
    question_id = number if isinstance(number, int) else 0
    try:
        value = _answer(job, desk, question, question_id)
    except AnswerDropped as error:
        value = {"stopped": True, "error": str(error)}
    except Cancelled:
        raise
    except Exception as error:  # noqa: BLE001 - what is a bug is raised again
        value = {"error": _sentence(error, question)}
    job.control.emit(Result(id=question_id, value=value))


def _answer(job: Job, desk: Desk, question: Mapping[str, Any], question_id: int) -> dict[str, Any]:
    messages = _messages(question.get("messages"))
    sampling = from_json(Sampling, _table(question, "sampling"), where="the sampling")
    name = str(question.get("strategy") or "single")
    strategy = make("strategy", name, _table(question, "strategy_settings"))
    backend = desk.backend(str(question.get("adapter") or ""))
    control = AnswerControl(job, question_id)
    answer = strategy.run(backend, messages, sampling, control=control)
    return _plain(answer) | {"strategy": name, "model": backend.name}


def _sentence(error: Exception, question: Mapping[str, Any]) -> str:
    """Return what went wrong with one answer; a bug is raised again and ends the worker."""
    if isinstance(error, O1DeskError) and not isinstance(error, OutOfMemoryError):
        return str(error)
    if not isinstance(error, OutOfMemoryError) and not is_out_of_memory(error):
        raise error
    failed, _ = ending_of(error, _table(question, "sampling"))
    return failed.message if isinstance(failed, Failed) else str(error)


def _table(question: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    value = question.get(name) or {}
    if not isinstance(value, Mapping):
        raise InputError(f"'{name}' of a question must be a table, not {value!r}")
    return value


def _messages(values: Any) -> list[Message]:
    if not isinstance(values, list) or not values:
        raise InputError("A question needs messages; nothing was answered")
    return [from_json(Message, value, where="a message") for value in values]


def _plain(answer: Answer) -> dict[str, Any]:
    return {
        "answer": answer.trace.answer,
        "thinking": answer.trace.thinking,
        "raw": answer.raw,
        "closed": answer.trace.closed,
        "truncated": answer.truncated,
        "steps": [
            {"text": step.text, "tokens": step.tokens, "ms": step.ms} for step in answer.steps
        ],
        "votes": dict(answer.votes),
        "candidates": len(answer.candidates),
        "verdict": None,
        "efficiency": dataclasses.asdict(answer.efficiency),
    }
