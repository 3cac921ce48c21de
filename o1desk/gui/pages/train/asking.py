"""Questions to the policy that is being trained, answered between two steps."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from o1desk.core.events import Result

if TYPE_CHECKING:
    from o1desk.gui.live_run import LiveRun


@dataclass(slots=True, kw_only=True)
class Asked:
    """One question.

    Attributes:
        prompt: The question.
        step: Training step of the policy that answered; None while it waits.
        text: Thinking and answer as written.
        answer: The final answer.
        trouble: Why there is no answer; empty when there is one or it is awaited.
    """

    prompt: str
    step: int | None = None
    text: str = ""
    answer: str = ""
    trouble: str = ""

    @property
    def is_waiting(self) -> bool:
        """Whether an answer is still awaited."""
        return self.step is None and not self.trouble


class Asking(QObject):
    """What was asked of one run, oldest first.

    Attributes:
        asked: The questions.

    Signals:
        changed: A question or an answer is new.
    """

    changed = Signal()

    def __init__(self, live: "LiveRun | None", parent: QObject) -> None:
        """Listen to a run; one without a worker answers nothing."""
        super().__init__(parent)
        self.asked: list[Asked] = []
        self._live: LiveRun | None = None
        self._waiting: dict[int, Asked] = {}
        self.follow(live)

    def follow(self, live: "LiveRun | None") -> None:
        """Listen to the worker that a run has now; without one, what was asked stays."""
        if live is None or live is self._live:
            return
        self._live = live
        live.result_arrived.connect(self._on_result)
        live.ended.connect(self._on_ended)

    @property
    def is_possible(self) -> bool:
        """Whether a worker is there to answer."""
        return self._live is not None and self._live.job is not None and not self._live.is_over

    def ask(self, prompt: str) -> bool:
        """Ask; return False when nobody can answer."""
        job = None if self._live is None else self._live.job
        if job is None or not self.is_possible or not prompt.strip():
            return False
        asked = Asked(prompt=prompt)
        self.asked.append(asked)
        self._waiting[job.probe(prompt)] = asked
        self.changed.emit()
        return True

    def _on_result(self, result: Result) -> None:
        asked = self._waiting.pop(result.id, None)
        if asked is not None:
            _fill(asked, result.value)
            self.changed.emit()

    def _on_ended(self) -> None:
        for asked in self._waiting.values():
            asked.trouble = self.tr("The run ended before it could answer")
        if self._waiting:
            self._waiting.clear()
            self.changed.emit()


def _fill(asked: Asked, value: Mapping[str, Any]) -> None:
    if "error" in value:
        asked.trouble = str(value["error"])
        return
    asked.step = int(value.get("step", 0))
    asked.text, asked.answer = str(value.get("text", "")), str(value.get("answer", ""))
