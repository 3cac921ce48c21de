"""The dry run behind the pre-flight card: two real steps on a thread of their own.

The formula's guess of the memory and what is free now are looked up at once, beside the window.
"""

import queue
import shutil
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from o1desk.core.config_json import to_json
from o1desk.core.errors import Cancelled, InputError
from o1desk.core.events import Event, Progress, State
from o1desk.gui.ops import sentence_of
from o1desk.gui.pages.train.draft import Draft, TrainConfig, samples_of
from o1desk.gui.pages.train.launching import dataset_samples
from o1desk.jobs.estimate import (
    Estimate,
    dry_run,
    free_memory_mib,
    model_facts,
    need_mib,
)
from o1desk.jobs.machine import device_for
from o1desk.jobs.model_facts import adapter_weights

if TYPE_CHECKING:
    from o1desk.gui.session import Session

STEPS = 2
TRAINED_BYTES = 12  # on disk for each adapter weight: the weight and two moments of the optimizer
KEPT_CHECKPOINTS = 4  # the newest three and the best one
MIB = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """What a run needs by formula, and what there is. None where nobody can tell.

    Attributes:
        device: Where it would run.
        need_mib: Memory by formula, MiB.
        free_mib: Memory that is free on the device now, MiB.
        disk_mib: Checkpoints on disk, MiB.
        free_disk_mib: Free on the disk of the data folder, MiB.
        can_train: Whether the model is of a kind that can be trained.
    """

    device: str
    need_mib: float | None
    free_mib: float | None
    disk_mib: float | None
    free_disk_mib: float
    can_train: bool = True


def room_for(config: TrainConfig, data: Path) -> Room:
    """Return what a run needs and what there is; may take a tenth of a second."""
    device = device_for(config.device)
    plain = to_json(config)
    facts = model_facts(config.model)
    disk = None
    if facts is not None:
        weights = adapter_weights(facts, config.lora.rank, config.lora.targets)
        disk = weights * TRAINED_BYTES * KEPT_CHECKPOINTS / MIB
    return Room(
        device=device,
        need_mib=need_mib("train", plain, device=device),
        free_mib=free_memory_mib(device),
        disk_mib=disk,
        free_disk_mib=shutil.disk_usage(data).free / MIB,
        can_train=facts is None or facts.kind != "gguf",
    )


class Measuring(QObject):
    """At most one dry run.

    Attributes:
        estimate: What the last one found; None before the first.
        measured: The form that it measured.
        trouble: Why the last one found nothing; empty when it did.
        phase: What the worker is doing.
        is_running: Whether one is at work.

    Signals:
        changed: Something of this is another.
    """

    changed = Signal()
    _heard = Signal()

    def __init__(self, session: "Session", parent: QObject) -> None:
        """Measure nothing yet."""
        super().__init__(parent)
        self._session = session
        self.estimate: Estimate | None = None
        self.measured: Draft | None = None
        self.trouble, self.phase = "", ""
        self.is_running = False
        self._stop = threading.Event()
        self._inbox: queue.SimpleQueue[Event | Estimate | Exception] = queue.SimpleQueue()
        self._heard.connect(self._on_heard)

    def start(self, draft: Draft) -> None:
        """Measure a form; nothing happens while one is measured.

        Raises:
            InputError: If it is not a configuration that can run.
        """
        config = to_json(draft.config())
        if self.is_running:
            return
        self.is_running, self.trouble, self.phase = True, "", ""
        self.measured, self.estimate = draft, None
        self._stop.clear()
        threading.Thread(
            target=self._work, args=(draft, config), name="dry run", daemon=True
        ).start()
        self.changed.emit()

    def cancel(self) -> None:
        """Give up; the worker leaves at its next safe point."""
        self._stop.set()

    def is_stale(self, draft: Draft) -> bool:
        """Return whether what was measured was another form."""
        return self.measured is not None and _costs(self.measured) != _costs(draft)

    # --- on a thread of its own ---

    def _work(self, draft: Draft, config: dict[str, Any]) -> None:
        try:
            inputs = self._inputs(draft)
            found: Estimate | Exception = dry_run(
                self._session.runs.manager,
                draft.method,
                config,
                steps=STEPS,
                inputs=inputs,
                on_event=self._say,
                stop=self._stop,
            )
        except Exception as error:  # noqa: BLE001 - told on the window's thread
            found = error
        self._say(found)

    def _inputs(self, draft: Draft) -> list[Any]:
        if draft.method == "sft" and draft.source == "dataset":
            return dataset_samples(self._session.store, draft.dataset)
        return []

    def _say(self, what: Event | Estimate | Exception) -> None:
        if isinstance(what, Progress | State | Estimate | Exception):
            self._inbox.put(what)
            self._heard.emit()

    # --- on the window's thread ---

    def _on_heard(self) -> None:
        while not self._inbox.empty():
            self._take(self._inbox.get_nowait())
        self.changed.emit()

    def _take(self, what: Event | Estimate | Exception) -> None:
        if isinstance(what, Progress):
            self.phase = what.phase
        elif isinstance(what, State):
            self.phase = what.state
        elif isinstance(what, Estimate):
            self.estimate, self.is_running = what, False
        elif isinstance(what, Exception):
            self.is_running = False
            self.trouble = self._sentence(what)

    def _sentence(self, error: Exception) -> str:
        if isinstance(error, Cancelled):
            return self.tr("The measurement was cancelled")
        return sentence_of(error)


def _costs(draft: Draft) -> dict[str, Any]:
    """Return what of a form decides time and memory."""
    try:
        values = to_json(draft.config())
    except InputError:
        return {}
    return {"method": draft.method, "samples": samples_of(draft), **values}
