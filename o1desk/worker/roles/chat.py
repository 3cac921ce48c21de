"""Answers questions, one after the other, with one model that stays open."""

import dataclasses
from collections.abc import Mapping
from typing import Any

from typing_extensions import override

from o1desk.core.backend import Backend
from o1desk.core.config_json import from_json
from o1desk.core.configs import ChatConfig
from o1desk.core.control import Control
from o1desk.core.errors import (
    Cancelled,
    FolderGoneError,
    O1DeskError,
    OutOfMemoryError,
    Suspended,
)
from o1desk.core.events import Event, Failed, Result, StepDone, TokenText
from o1desk.core.leaves import Answer
from o1desk.core.registry import make
from o1desk.core.samples_io import problem_to_json
from o1desk.core.types import Trace
from o1desk.environments.plain_check import judge
from o1desk.environments.recognise import recognise
from o1desk.inference.normalise import normalise
from o1desk.worker.backends import backend_for
from o1desk.worker.endings import ending_of
from o1desk.worker.job import Job
from o1desk.worker.kept import KeptBackend, answer_so_far
from o1desk.worker.memory import is_out_of_memory, used_mib
from o1desk.worker.question import Question, read_question, table
from o1desk.worker.verdicts import Checker, verdict_to_json

LIVE: tuple[str, ...] = ()


class AnswerDropped(Cancelled):
    """The user no longer wants this answer; the worker goes on with the next question."""


class AnswerControl(Control):
    """The control of one answer: its events carry the question's id, and it can be dropped.

    Attributes:
        steps: Finished steps told so far.
    """

    def __init__(self, job: Job, question_id: int) -> None:
        """Speak through the job's control."""
        self._job = job
        self._id = question_id
        self.steps: list[StepDone] = []

    @override
    def tick(self, phase: str, done: int, total: int) -> None:
        """Report progress, and stop when the answer or the worker is no longer wanted."""
        self._job.control.tick(phase, done, total)
        if self._job.inbox.is_dropped(self._id):
            raise AnswerDropped("The answer was stopped")

    @override
    def emit(self, event: Event) -> None:
        """Record an event under the question's id."""
        if isinstance(event, StepDone):
            self.steps.append(event)
        if isinstance(event, TokenText | StepDone):
            event = dataclasses.replace(event, id=self._id)
        self._job.control.emit(event)

    @override
    def setting(self, key: str, default: float) -> float:
        """Return the live value of a setting."""
        return self._job.control.setting(key, default)


class Desk:
    """The model that is open, and the adapter on it.

    Attributes:
        checker: Judges answers to problems.
    """

    def __init__(self, job: Job, config: ChatConfig) -> None:
        """Open the model without an adapter."""
        self.checker = Checker(job.data)
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
    """Answer until the app hangs up: every answer was told, so nothing is left to resume.

    Raises:
        InputError: For a configuration that does not fit, or a model that cannot be opened.
        Cancelled: If the user ended it, or it was ended in the middle of an answer.
        FolderGoneError: If its folder was moved or removed in the middle of an answer.
    """
    desk = Desk(job, from_json(ChatConfig, job.settings))
    job.control.enter("running")
    answered = 0
    try:
        while (question := job.inbox.next_question()) is not None:
            _serve(job, desk, question)
            answered += 1
        if job.inbox.stopped is not Suspended:
            job.control.check_stop()
    finally:
        desk.close()
    return {"answers": answered}


def _serve(job: Job, desk: Desk, asked: Mapping[str, Any]) -> None:
    number = asked.get("id")
    question_id = number if isinstance(number, int) else 0
    try:
        value = _answer(job, desk, read_question(asked), question_id)
    except (Cancelled, FolderGoneError):
        raise
    except Exception as error:  # noqa: BLE001 - what is a bug is raised again
        value = {"error": _sentence(error, asked)}
    job.control.emit(Result(id=question_id, value=value))


def _answer(job: Job, desk: Desk, question: Question, question_id: int) -> dict[str, Any]:
    """Return the answer; one that was stopped or ran out of memory brings what there was."""
    strategy = make("strategy", question.strategy, question.settings)
    kept = KeptBackend(desk.backend(question.adapter))
    control = AnswerControl(job, question_id)
    more: dict[str, Any] = {"stopped": False}
    try:
        answer = strategy.run(kept, question.messages, question.sampling, control=control)
    except AnswerDropped:
        answer, more = answer_so_far(kept, control.steps), {"stopped": True}
    except (Cancelled, FolderGoneError):
        raise
    except Exception as error:
        if not kept.tokens:
            raise
        sampling = dataclasses.asdict(question.sampling)
        more |= {"error": _sentence(error, {"sampling": sampling})}
        answer = answer_so_far(kept, control.steps)
    is_whole = more == {"stopped": False}
    judged = _judged(desk, question, answer) if is_whole else {"verdict": None, "problem": None}
    about = {
        "strategy": question.strategy,
        "model": kept.name,
        "memory_mib": used_mib(),
        "context": kept.context,
    }
    return _plain(answer) | _candidates(answer, kept) | judged | about | more


def _judged(desk: Desk, question: Question, answer: Answer) -> dict[str, Any]:
    problem, said = question.problem, answer.trace.answer
    if problem is not None:
        verdict = desk.checker.of_problem(problem, said)
        return {"verdict": verdict_to_json(verdict, problem), "problem": problem_to_json(problem)}
    known = recognise(question.messages[-1].content)
    if known is None:
        return {"verdict": None, "problem": None}
    return {
        "verdict": verdict_to_json(judge(known, said), known),
        "problem": problem_to_json(known),
    }


def _sentence(error: Exception, asked: Mapping[str, Any]) -> str:
    """Return what went wrong with one answer; a bug is raised again and ends the worker."""
    if isinstance(error, O1DeskError) and not isinstance(error, OutOfMemoryError):
        return str(error)
    if not isinstance(error, OutOfMemoryError) and not is_out_of_memory(error):
        raise error
    failed, _ = ending_of(error, table(asked, "sampling"))
    return failed.message if isinstance(failed, Failed) else str(error)


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
        "efficiency": dataclasses.asdict(answer.efficiency),
    }


def _candidates(answer: Answer, backend: Backend) -> dict[str, Any]:
    """Return every chain with its length and whether it came to the chosen answer."""
    chosen = normalise(answer.trace.answer)

    def plain(trace: Trace) -> dict[str, Any]:
        return {
            "answer": trace.answer,
            "thinking": trace.thinking,
            "tokens": sum(backend.count_tokens(t) for t in (trace.thinking, trace.answer) if t),
            "agrees": normalise(trace.answer) == chosen,
        }

    return {"candidate_texts": [plain(trace) for trace in answer.candidates]}
