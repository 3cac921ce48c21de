"""What outlives the Train page: the run that is shown, the form, and what is under way."""

import dataclasses
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from o1desk.core.errors import InputError
from o1desk.core.runs import RunState
from o1desk.gui.error_words import in_words
from o1desk.gui.ops import sentence_of
from o1desk.gui.pages.train.draft import Draft, draft_from_json, draft_of_run
from o1desk.gui.pages.train.guard_words import SEVERE, tone_of, what_text
from o1desk.gui.pages.train.kind_words import kind_text
from o1desk.gui.pages.train.launching import Launching
from o1desk.gui.pages.train.measuring import Measuring
from o1desk.gui.pages.train.record import RunRecord
from o1desk.gui.run_words import state_text

if TYPE_CHECKING:
    from o1desk.gui.live_run import LiveRun
    from o1desk.gui.pages.train.asking import Asking
    from o1desk.gui.session import Session

DRAFT = "train.draft"  # keys of the store's state table
SAVE_MS = 400
KIND = "train"
STALLED = ("no_learning_signal",)  # nothing broke, and yet nothing is learned


class TrainController(QObject):
    """The page's memory.

    Attributes:
        record: The run that is shown; None for none.
        draft: The form of a new run.
        launching: A training on its way to its worker.
        measuring: The dry run of the form.

    Signals:
        record_changed: Another run is shown.
        draft_loaded: The form was filled by something else than the form itself.
    """

    record_changed = Signal()
    draft_loaded = Signal()

    def __init__(self, session: "Session") -> None:
        """Remember the form of the last time, and take up a training that is at work."""
        super().__init__(session)
        self._session = session
        self.record: RunRecord | None = None
        self._kept: dict[str, tuple[Asking, int | None]] = {}
        self.draft = Draft()
        self._is_touched = self._is_read = False
        self._wanted: list[Callable[[Draft], Draft]] = []
        self._told = 0
        self.launching = Launching(session, self)
        self.measuring = Measuring(session, self)
        self.launching.launched.connect(self.show_live)
        self.launching.failed.connect(self._on_failed)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(SAVE_MS)
        self._later.timeout.connect(self._save)
        session.runs.run_added.connect(self._on_added)
        session.runs.run_ended.connect(self._on_ended)
        session.ops.read(
            lambda: session.store.state.get(DRAFT), self._on_draft, fail=self._on_no_draft,
            owner=self,
        )  # fmt: skip
        trainings = [run for run in session.runs.active if run.role == KIND]
        if trainings:
            self.show_live(trainings[-1])

    # --- the run that is shown ---

    def show_live(self, live: "LiveRun") -> None:
        """Show a run of this session."""
        if self.record is None or self.record.live is not live:
            self._take(self._record_of(live.id, live))

    def show_run(self, run_id: str) -> None:
        """Show a run by its id, at work or over."""
        if self.record is not None and self.record.id == run_id and self._is_fresh(self.record):
            return
        live = self._session.runs.find(run_id)
        if live is None or live.is_over:
            live = self._overheard(run_id)
        self._take(self._record_of(run_id, live))

    def _is_fresh(self, record: RunRecord) -> bool:
        live = self._session.runs.find(record.id)
        return live is None or live is record.live or live.is_over

    def _overheard(self, run_id: str) -> "LiveRun | None":
        """Return a run that another part of the program started and that is at work."""
        job = self._session.runs.manager.job(run_id)
        if job is None or job.end is not None:
            return None
        live, listener = self._session.runs.follow(job.run.role, kind_text(KIND, "rl"))
        live.attach(job)
        job.listen(listener)
        return live

    def _record_of(self, run_id: str, live: "LiveRun | None") -> RunRecord:
        if self.record is not None:
            self._keep(self.record)
        asking, pinned = self._kept.pop(run_id, (None, None))
        record = RunRecord(self._session, self, live=live, run_id=run_id, asking=asking)
        record.pinned = pinned
        return record

    def _take(self, record: RunRecord) -> None:
        old, self.record = self.record, record
        self._told = len(record.anomalies)
        record.changed.connect(self._on_news)
        self.record_changed.emit()
        if old is not None:
            old.deleteLater()

    def _keep(self, record: RunRecord) -> None:
        """Keep what a person asked of a run and pinned in it while other runs are shown."""
        if record.id and (record.asking.asked or record.pinned is not None):
            self._kept[record.id] = record.asking, record.pinned
        else:
            record.asking.deleteLater()

    def resume(self, run_id: str, role: str, method: str) -> None:
        """Go on with a run that stopped, and show it."""
        if self._session.refuses():
            return
        live = self._session.runs.resume(run_id, role=role, title=kind_text(role, method))
        self.show_live(live)

    def retry(self, record: RunRecord, hint: Mapping[str, Any]) -> None:
        """Go on with a run that broke, some of its settings smaller, and show it."""
        if self._session.refuses():
            return
        title = kind_text(record.role, record.method)
        runs = self._session.runs
        self.show_live(runs.resume(record.id, role=record.role, title=title, hint=hint))

    # --- the form ---

    def set_draft(self, draft: Draft) -> None:
        """Remember what the form holds now."""
        if draft != self.draft:
            self.draft, self._is_touched = draft, True
            self._later.start()

    def fill(self, draft: Draft) -> None:
        """Put something into the form."""
        self.set_draft(draft)
        self.draft_loaded.emit()

    def fill_from(self, config: Any) -> None:
        """Put the settings of a run into the form."""
        self._change(lambda draft: draft_of_run(config, draft))

    def start_from(self, model: str) -> None:
        """Put a model into the form."""
        self._change(lambda draft: dataclasses.replace(draft, model=model))

    def learn_from(self, dataset: str) -> None:
        """Put a fine-tuning on a data set into the form."""
        self._change(
            lambda draft: dataclasses.replace(
                draft, method="sft", source="dataset", dataset=dataset
            )
        )

    def _change(self, change: Callable[[Draft], Draft]) -> None:
        """Change a part of the form, as soon as the form of the last time is there to be kept."""
        if self._is_read:
            self.fill(change(self.draft))
        else:
            self._wanted.append(change)

    def launch(self) -> str:
        """Start a training as the form says; return why not, or an empty text."""
        if self._session.refusal:
            return self._session.refusal
        try:
            self.launching.launch(self.draft)
        except InputError as error:
            return in_words(str(error))
        self._save()
        return ""

    def _save(self) -> None:
        self._later.stop()
        if self._session.refusal:
            return
        store, value = self._session.store, self.draft.to_json()
        self._session.ops.write(lambda: store.state.set(DRAFT, value))

    def _on_draft(self, value: Any) -> None:
        self._is_read = True
        if value is not None and not self._is_touched:
            self.draft = draft_from_json(value)
            self.draft_loaded.emit()
        wanted, self._wanted = self._wanted, []
        for change in wanted:
            self.fill(change(self.draft))

    def _on_no_draft(self, error: Exception) -> None:
        self._on_draft(None)
        self._on_failed(sentence_of(error))

    # --- what happens to runs ---

    def _on_added(self, live: "LiveRun") -> None:
        if live.role == KIND:
            # Whoever adds a run still names it after this signal.
            QTimer.singleShot(0, live, lambda: self._show_new(live))

    def _show_new(self, live: "LiveRun") -> None:
        is_free = self.record is None or not self.record.is_active
        if is_free and not live.is_quiet:
            self.show_live(live)

    def _on_ended(self, live: "LiveRun") -> None:
        if live.role != KIND or live.is_quiet or live.end is None:
            return
        state = live.end.state
        tone = {RunState.FINISHED: "good", RunState.CANCELLED: "plain"}.get(state, "warn")
        told = self.tr("{title}: {state}").format(title=live.title, state=state_text(state).lower())
        run_id = live.id

        def show() -> None:
            self._session.open("train", run=run_id)

        self._session.toast(
            told, tone=tone, action=self.tr("Show") if run_id else "", run=show, is_system=True
        )

    def _on_news(self) -> None:
        """Tell a person who looks elsewhere what the guard did or cannot mend."""
        record = self.record
        if record is None or not record.is_active:
            return
        fresh, self._told = record.anomalies[self._told :], len(record.anomalies)
        for _, anomaly in fresh:
            if anomaly.what in SEVERE or anomaly.what in STALLED:
                what = what_text(anomaly.what)
                told = self.tr("Step {n}: {what}").format(n=anomaly.step, what=what.lower())
                self._session.toast(told, tone=tone_of(anomaly), is_system=True)

    def _on_failed(self, sentence: str) -> None:
        self._session.toast(sentence, tone="bad", is_system=True)


def train_controller(session: "Session") -> TrainController:
    """Return the session's memory of the Train page, made on the first call."""
    if "train" not in session.parts:
        session.parts["train"] = TrainController(session)
    made = session.parts["train"]
    assert isinstance(made, TrainController)  # noqa: S101 - nobody else uses this name
    return made
