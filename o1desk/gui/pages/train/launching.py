"""From the filled-in form to a run at work: the samples of a fine-tuning are gathered first.

Solvers write theirs in a run of their own, which can be looked at and cancelled like any other;
data sets are read from the store. Either way the samples are frozen with the run.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from o1desk.core.config_json import to_json
from o1desk.core.errors import InputError
from o1desk.core.files import read_lines
from o1desk.core.runs import SAMPLES_FILE, RunEnd, RunState
from o1desk.core.samples_io import sample_to_json
from o1desk.gui.ops import sentence_of
from o1desk.gui.pages.train.draft import Draft, samples_of
from o1desk.gui.pages.train.kind_words import kind_text
from o1desk.store.filters import SampleFilter

if TYPE_CHECKING:
    from pathlib import Path

    from o1desk.core.configs import SftConfig
    from o1desk.gui.live_run import LiveRun
    from o1desk.gui.session import Session
    from o1desk.store import Store

MOST_TRACES = 5000  # an epoch of so many is enough for a small adapter


class Launching(QObject):
    """At most one training on its way to its worker.

    Attributes:
        solving: The run in which solvers write samples; None when none does.
        is_busy: Whether something is being prepared.

    Signals:
        changed: It began, went on or ended.
        launched: The training is at work (LiveRun).
        failed: Why it could not begin, one sentence.
    """

    changed = Signal()
    launched = Signal(object)
    failed = Signal(str)

    def __init__(self, session: "Session", parent: QObject) -> None:
        """Prepare nothing yet."""
        super().__init__(parent)
        self._session = session
        self._draft = Draft()
        self.solving: LiveRun | None = None
        self.is_busy = False

    def launch(self, draft: Draft) -> None:
        """Begin; `launched` or `failed` follows.

        Raises:
            InputError: If the draft is not a configuration that can run.
        """
        config = draft.config()
        if self.is_busy:
            return
        self._draft, self.is_busy = draft, True
        if draft.method == "rl":
            self._begin(())
        elif draft.needs_solver:
            self._solve(config)  # type: ignore[arg-type]
        else:
            store, name = self._session.store, draft.dataset
            self._session.ops.read(
                lambda: dataset_samples(store, name), self._begin, fail=self._fail, owner=self
            )
        self.changed.emit()

    def cancel(self) -> None:
        """Stop the preparation; a training that is at work is not touched."""
        if self.solving is not None:
            self.solving.cancel()

    def _solve(self, config: "SftConfig") -> None:
        plan = {
            "source": "solver",
            "environments": to_json(config)["environments"],
            "count": min(config.steps * config.batch_size, MOST_TRACES),
            "seed": config.seed,
        }
        title = self.tr("Samples for a fine-tuning")
        self.solving = self._session.runs.start("generate", {"config": plan}, title=title)
        self.solving.is_part = True
        self.solving.changed.connect(self.changed)
        self.solving.ended.connect(self._on_solved)

    def _on_solved(self, end: RunEnd) -> None:
        live, self.solving = self.solving, None
        job = None if live is None else live.job
        if job is None or end.state is not RunState.FINISHED:
            why = end.message or self.tr("The samples were not written")
            self._fail(InputError(why))
            return
        path = job.run.folder / SAMPLES_FILE
        self._session.ops.read(lambda: _lines(path), self._begin, fail=self._fail, owner=self)
        self.changed.emit()

    def _begin(self, inputs: Sequence[Any]) -> None:
        draft = self._draft
        try:
            config = to_json(draft.config())
        except InputError as error:
            self._fail(error)
            return
        self.is_busy = False
        title = kind_text("train", draft.method)
        job = {"method": draft.method, "config": config, "samples": samples_of(draft)}
        live = self._session.runs.start("train", job, title=title, inputs=inputs)
        if draft.method == "sft" and draft.source == "dataset":
            _Lineage(self._session, live, draft.dataset)
        self.changed.emit()
        self.launched.emit(live)

    def _fail(self, error: Exception) -> None:
        self.is_busy = False
        self.changed.emit()
        self.failed.emit(sentence_of(error))


class _Lineage(QObject):
    """Notes once that a run learns from a data set, as soon as the run has a name."""

    def __init__(self, session: "Session", live: "LiveRun", dataset: str) -> None:
        super().__init__(live)
        self._session, self._live, self._dataset = session, live, dataset
        live.changed.connect(self._note)

    def _note(self) -> None:
        if not self._live.id:
            return
        self._live.changed.disconnect(self._note)
        store, run, name = self._session.store, self._live.id, self._dataset
        self._session.ops.write(
            lambda: store.datasets.used_by(run, name), changed=("dataset",), owner=self
        )


def dataset_samples(store: "Store", name: str) -> list[dict[str, Any]]:
    """Return the samples of a data set as JSON values.

    Raises:
        UnknownNameError: If there is no such data set.
        InputError: If it holds no sample.
    """
    dataset = store.datasets.get(name)
    found = [sample_to_json(s) for s in store.samples.each(SampleFilter(dataset=dataset.id))]
    if not found:
        raise InputError(f"The data set '{name}' holds problems without answers; nothing to learn")
    return found


def _lines(path: "Path") -> list[Any]:
    lines = list(read_lines(path))
    if not lines:
        raise InputError("The solvers wrote no sample for these environments; choose others")
    return lines
