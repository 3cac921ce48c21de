"""Train: start a run, watch it, ask it, look at what it sampled, and compare runs."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout
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
    """Three views behind three tabs.

    Attributes:
        new: The form of a new run.
        run: The run that is shown.
        runs: The table of all runs.
    """

    KEY = "train"
    ICON = "train"

    def __init__(self, session: Session) -> None:
        """Build the views; charts follow when they are first seen."""
        super().__init__(session)
        self.controller = train_controller(session)
        self.new = NewRunView(session, self.controller)
        self.run = RunView(session, self.controller)
        self.runs = RunsView(session, RunActions(session, self.controller, self))
        self._tabs = QTabBar()
        self._tabs.setExpanding(False)
        self._tabs.setDrawBase(False)
        for title in (self.tr("New run"), self.tr("This run"), self.tr("All runs")):
            self._tabs.addTab(title)
        self._stack = QStackedWidget()
        for view in (self.new, self.run, self.runs):
            self._stack.addWidget(view)
        layout = QVBoxLayout(self)
        edge = self.theme.px(16)
        layout.setContentsMargins(edge, self.theme.px(8), edge, edge)
        layout.setSpacing(self.theme.px(12))
        layout.addWidget(self._tabs)
        layout.addWidget(self._stack, 1)
        self._connect()
        is_active = self.controller.record is not None and self.controller.record.is_active
        self._tabs.setCurrentIndex(THIS if is_active else NEW)

    def _connect(self) -> None:
        self._tabs.currentChanged.connect(self._stack.setCurrentIndex)
        self.run.new_asked.connect(self.show_new)
        self.run.all_asked.connect(self.show_all)
        self.runs.form_filled.connect(self.show_new)
        self.runs.run_chosen.connect(self._on_run_chosen)
        self.controller.launching.launched.connect(self.show_this)
        opens = QShortcut(QKeySequence(Qt.Key.Key_Return), self.runs.table)
        opens.setContext(Qt.ShortcutContext.WidgetShortcut)
        opens.activated.connect(self.runs.open_chosen)
        removes = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.runs.table)
        removes.setContext(Qt.ShortcutContext.WidgetShortcut)
        removes.activated.connect(self.runs.remove_chosen)

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
                run=self.run.toggle_pause, words="wait resume", is_ready=self._is_active,
            ),
            Command(
                key="train.suspend", title=self.tr("Suspend the training"),
                run=self.run.header.button("suspend").click, words="save stop",
                is_ready=self._is_active,
            ),
            Command(
                key="train.cancel", title=self.tr("Cancel the training"),
                run=self.run.header.button("cancel").click, words="stop end",
                is_ready=self._is_active,
            ),
            Command(
                key="train.resume", title=self.tr("Resume the shown run"), run=self.run.resume,
                words="go on", is_ready=self._can_resume,
            ),
            Command(
                key="train.new", title=self.tr("New run"), run=self.show_new, shortcut="Ctrl+N"
            ),
            Command(key="train.this", title=self.tr("Show this run"), run=self.show_this),
            Command(key="train.all", title=self.tr("Show all runs"), run=self.show_all),
            Command(
                key="train.compare", title=self.tr("Compare the selected runs"),
                run=self.runs.compare_chosen, words="difference",
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
        if what.get("view") in ("new", "this", "all"):
            self._tabs.setCurrentIndex(("new", "this", "all").index(what["view"]))

    def _on_run_chosen(self, run_id: str) -> None:
        self.controller.show_run(run_id)
        self.show_this()

    # --- commands ---

    def _can_start(self) -> bool:
        return self.new.preflight.can_start

    def _start(self) -> None:
        if self._tabs.currentIndex() != NEW:
            self.show_new()
        else:
            self.new.preflight.start()

    def _measure(self) -> None:
        self.show_new()
        self.new.preflight.measure()

    def _is_active(self) -> bool:
        record = self.controller.record
        return record is not None and record.is_active

    def _can_compare(self) -> bool:
        return self.runs.deeds.can_compare(self.runs.chosen())

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
            "this": self.run.state(),
            "all": self.runs.state(),
        }

    @override
    def restore_state(self, state: dict[str, Any]) -> None:
        self.run.set_state(dict(state.get("this") or {}))
        self.runs.set_state(dict(state.get("all") or {}))
        if self.controller.record is None and state.get("run"):
            self.controller.show_run(str(state["run"]))
        view = state.get("view")
        if view in (NEW, THIS, ALL):
            self._tabs.setCurrentIndex(view)
