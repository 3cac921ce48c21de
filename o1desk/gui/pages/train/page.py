"""Train: start a run, watch it, ask it, look at what it sampled, and compare runs."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget
from typing_extensions import override

from o1desk.gui.page import Command, Page
from o1desk.gui.pages.train.controller import train_controller
from o1desk.gui.pages.train.new_run_view import NewRunView
from o1desk.gui.pages.train.run_actions import RunActions
from o1desk.gui.pages.train.run_view import RunView
from o1desk.gui.pages.train.runs_view import RunsView
from o1desk.gui.session import Session

NEW, THIS, ALL = range(3)


class TrainPage(Page):
    """Three views behind three tabs; each is built when it is first needed.

    Attributes:
        controller: What outlives the page.
    """

    KEY = "train"
    ICON = "train"

    def __init__(self, session: Session) -> None:
        """Show the run at work, else the form of a new one."""
        super().__init__(session)
        self.controller = train_controller(session)
        self._new: NewRunView | None = None
        self._run: RunView | None = None
        self._runs: RunsView | None = None
        self._kept: dict[str, Any] = {}
        self._tabs = QTabBar()
        self._tabs.setExpanding(False)
        self._tabs.setDrawBase(False)
        for title in (self.tr("New run"), self.tr("This run"), self.tr("All runs")):
            self._tabs.addTab(title)
        self._stack = QStackedWidget()
        layout = QVBoxLayout(self)
        edge = self.theme.px(16)
        layout.setContentsMargins(edge, self.theme.px(8), edge, edge)
        layout.setSpacing(self.theme.px(12))
        layout.addWidget(self._tabs)
        layout.addWidget(self._stack, 1)
        self._tabs.currentChanged.connect(self._show_view)
        self.controller.launching.launched.connect(self.show_this)
        self._tabs.setCurrentIndex(THIS if self._is_active() else NEW)

    @override
    def entered(self) -> None:
        self._show_view(self._tabs.currentIndex())

    # --- views, built when needed ---

    @property
    def new(self) -> NewRunView:
        """The form of a new run."""
        if self._new is None:
            self._new = NewRunView(self.session, self.controller)
            self._stack.addWidget(self._new)
        return self._new

    @property
    def run(self) -> RunView:
        """The run that is shown."""
        if self._run is None:
            self._run = RunView(self.session, self.controller)
            self._run.new_asked.connect(self.show_new)
            self._run.all_asked.connect(self.show_all)
            self._run.set_state(dict(self._kept.get("this") or {}))
            self._stack.addWidget(self._run)
        return self._run

    @property
    def runs(self) -> RunsView:
        """The table of all runs."""
        if self._runs is None:
            self._runs = RunsView(self.session, RunActions(self.session, self.controller, self))
            self._runs.form_filled.connect(self.show_new)
            self._runs.run_chosen.connect(self._on_run_chosen)
            self._runs.set_state(dict(self._kept.get("all") or {}))
            self._stack.addWidget(self._runs)
        return self._runs

    def _show_view(self, number: int) -> None:
        self._stack.setCurrentWidget(self._view(number))

    def _view(self, number: int) -> QWidget:
        if number == NEW:
            return self.new
        return self.run if number == THIS else self.runs

    @override
    def title(self) -> str:
        return self.tr("Train")

    @override
    def commands(self) -> Sequence[Command]:
        return (
            Command(
                key="train.start", title=self.tr("Start the training"), shortcut="Ctrl+Return",
                run=self._start, words="run begin", is_ready=self._can_start,
            ),
            Command(
                key="train.measure", title=self.tr("Measure time and memory"), shortcut="Ctrl+M",
                run=self._measure, words="estimate dry run",
            ),
            Command(
                key="train.pause", title=self.tr("Pause or go on"), shortcut="Ctrl+P",
                run=self._toggle_pause, words="wait resume", is_ready=self._is_active,
            ),
            Command(
                key="train.suspend", title=self.tr("Suspend the training"),
                run=self._suspend, words="save stop",
                is_ready=self._is_active,
            ),
            Command(
                key="train.cancel", title=self.tr("Cancel the training"),
                run=self._cancel, words="stop end",
                is_ready=self._is_active,
            ),
            Command(
                key="train.resume", title=self.tr("Resume the shown run"), run=self._resume,
                words="go on", is_ready=self._can_resume,
            ),
            Command(
                key="train.new", title=self.tr("New run"), run=self.show_new, shortcut="Ctrl+N"
            ),
            Command(key="train.this", title=self.tr("Show this run"), run=self.show_this),
            Command(key="train.all", title=self.tr("Show all runs"), run=self.show_all),
            Command(
                key="train.compare", title=self.tr("Compare the selected runs"),
                run=self._compare, words="difference",
                is_ready=self._can_compare,
            ),
        )  # fmt: skip

    # --- views ---

    def show_new(self) -> None:
        """Show the form of a new run."""
        self._tabs.setCurrentIndex(NEW)

    def show_this(self) -> None:
        """Show the run that is shown last."""
        self._tabs.setCurrentIndex(THIS)

    def show_all(self) -> None:
        """Show the table of all runs."""
        self._tabs.setCurrentIndex(ALL)

    @override
    def show_target(self, **what: Any) -> None:
        if what.get("run"):
            self._on_run_chosen(str(what["run"]))
        if what.get("model"):
            self.controller.start_from(str(what["model"]))
            self.show_new()
        if what.get("dataset"):
            self.controller.learn_from(str(what["dataset"]))
            self.show_new()
        if what.get("view") in ("new", "this", "all"):
            self._tabs.setCurrentIndex(("new", "this", "all").index(what["view"]))

    def _on_run_chosen(self, run_id: str) -> None:
        self.controller.show_run(run_id)
        self.show_this()

    # --- commands ---

    def _can_start(self) -> bool:
        return self._new is None or self._new.preflight.can_start

    def _start(self) -> None:
        if self._tabs.currentIndex() != NEW:
            self.show_new()
        else:
            self.new.preflight.start()

    def _measure(self) -> None:
        self.show_new()
        self.new.preflight.measure()

    def _toggle_pause(self) -> None:
        self.run.toggle_pause()

    def _suspend(self) -> None:
        self.run.header.button("suspend").click()

    def _cancel(self) -> None:
        self.run.header.button("cancel").click()

    def _resume(self) -> None:
        self.run.resume()
        self.show_this()

    def _compare(self) -> None:
        self.runs.compare_chosen()

    def _is_active(self) -> bool:
        record = self.controller.record
        return record is not None and record.is_active

    def _can_compare(self) -> bool:
        runs = self._runs
        return runs is not None and runs.deeds.can_compare(runs.chosen())

    def _can_resume(self) -> bool:
        record = self.controller.record
        return record is not None and not record.is_active and record.state.is_resumable

    # --- what survives ---

    @override
    def save_state(self) -> dict[str, Any]:
        record = self.controller.record
        return {
            "view": self._tabs.currentIndex(),
            "run": "" if record is None else record.id,
            "this": self._kept.get("this") if self._run is None else self._run.state(),
            "all": self._kept.get("all") if self._runs is None else self._runs.state(),
        }

    @override
    def restore_state(self, state: dict[str, Any]) -> None:
        self._kept = dict(state)
        if self._run is not None:
            self._run.set_state(dict(state.get("this") or {}))
        if self._runs is not None:
            self._runs.set_state(dict(state.get("all") or {}))
        if self.controller.record is None and state.get("run"):
            self.controller.show_run(str(state["run"]))
        view = state.get("view")
        if view in (NEW, THIS, ALL):
            self._tabs.setCurrentIndex(view)
