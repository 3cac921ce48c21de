"""A chat worker and the questions put to it, for the command line."""

import json
import queue
import sys
from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Any

from o1desk.core.errors import InputError, O1DeskError
from o1desk.core.events import MAX_LINE, Result, Stamped, StepDone
from o1desk.core.runs import RunEnd
from o1desk.jobs.manager import Manager
from o1desk.jobs.run import whole_value

if TYPE_CHECKING:
    from o1desk.jobs.handle import Job

WAIT_S = 0.2
ROOM = MAX_LINE - 2048  # bytes of a command line for the messages, the rest for how to answer


class LiveChat:
    """Keeps one model open from `with` to the end of the block."""

    def __init__(self, manager: Manager, config: Mapping[str, Any], *, show: bool) -> None:
        """Remember the model; nothing is started yet.

        Args:
            manager: Starts the worker.
            config: The chat role's configuration.
            show: Whether to print steps and answers as they come.
        """
        self._manager, self._config, self._show = manager, config, show
        self._inbox: queue.SimpleQueue[Stamped] = queue.SimpleQueue()
        self._messages: list[dict[str, str]] = []
        self._job: Job

    def __enter__(self) -> "LiveChat":
        """Start the worker."""
        self._job = self._manager.start(
            "chat", {"config": dict(self._config)}, listener=self._inbox.put
        )
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the worker; what was answered is kept."""
        self._job.hang_up()
        if self._job.wait(10.0) is None:
            self._job.kill()

    def ask(self, prompt: str, question: Mapping[str, Any]) -> dict[str, Any]:
        """Ask the next question of the conversation and return the answer.

        Raises:
            InputError: If the question is too long, or the model could not answer; the
                conversation goes on.
            O1DeskError: If the worker is gone.
        """
        self._messages = fitted([*self._messages, {"role": "user", "content": prompt}])
        number = self._job.ask(messages=self._messages, **question)
        value = self._await(number)
        if "error" in value:
            self._messages.pop()
            raise InputError(str(value["error"]))
        if self._show:
            sys.stdout.write(f"{value['answer']}\n")
        self._messages.append({"role": "assistant", "content": str(value["answer"])})
        return value

    def fresh(self, prompt: str, question: Mapping[str, Any]) -> dict[str, Any]:
        """Ask as if nothing had been said before."""
        self._messages.clear()
        return self.ask(prompt, question)

    def _await(self, number: int) -> dict[str, Any]:
        while True:
            try:
                event = self._inbox.get(timeout=WAIT_S).event
            except queue.Empty:
                end = self._job.end
                if end is not None and self._inbox.empty():
                    raise failure(end) from None
                continue
            if isinstance(event, StepDone) and event.id == number and self._show:
                sys.stdout.write(f"  {event.index + 1}. {event.text}\n")
                sys.stdout.flush()
            if isinstance(event, Result) and event.id == number:
                return dict(whole_value(self._job.run.folder, event.value))


def fitted(messages: Sequence[Mapping[str, str]]) -> list[dict[str, str]]:
    """Return the newest turns that one command line takes, a question first.

    Raises:
        InputError: If the last turn alone is too long.
    """
    sizes = [len(json.dumps(message)) + 2 for message in messages]
    if sizes[-1] > ROOM:
        raise InputError(
            f"The question takes {sizes[-1] // 1024} KiB, and at most {ROOM // 1024} KiB can be "
            "asked; nothing was asked; shorten it"
        )
    first = 0
    while sum(sizes[first:]) > ROOM or messages[first]["role"] == "assistant":
        first += 1
    return [dict(message) for message in messages[first:]]


def failure(end: RunEnd) -> O1DeskError:
    """Return the error of a worker that left without an answer."""
    error = O1DeskError(end.message or "The chat ended without an answer")
    error.exit_code = end.exit_code if end.exit_code and end.exit_code > 0 else 1
    return error
