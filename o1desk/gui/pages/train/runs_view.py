"""All runs: find one, look again, compare, go on, start over, note what it was for, remove."""

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSplitter,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from o1desk.gui.model_list import model_list
from o1desk.gui.pages.train.run_actions import RunActions
from o1desk.gui.pages.train.run_entries import RunEntry, read_entries
from o1desk.gui.pages.train.run_notes import RunNotes
from o1desk.gui.pages.train.runs_model import RunsModel
from o1desk.gui.pages.train.runs_table import RunsTable
from o1desk.gui.widgets.empty import EmptyState
from o1desk.gui.widgets.labels import button
from o1desk.gui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from collections.abc import Callable

    from o1desk.gui.pages.train.compare_view import CompareView
    from o1desk.gui.session import Session

READ_MS = 250
AGAIN_MS = 2000  # while something is at work


class RunsView(QWidget):
    """The table and what can be done with what is selected in it.

    Attributes:
        model: The runs.
        table: What is shown of them.
        notes: What a person writes about the selected one.
        deeds: What can be done.

    Signals:
        run_chosen: A run should be shown (id).
        form_filled: The form of a new run was filled and should be shown.
    """

    run_chosen = Signal(str)
    form_filled = Signal()

    def __init__(self, session: "Session", actions: RunActions) -> None:
        """Read the runs when shown."""
        super().__init__()
        self._session = session
        self.deeds = actions
        theme = session.theme
        self._role = "train"
        self._compare: CompareView | None = None
        self.model = RunsModel(theme, self, model_list(session).title)
        self.table = RunsTable(theme, self.model)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._on_menu)
        self.table.selection_changed.connect(self._on_selection)
        self.table.open_asked.connect(self.run_chosen)
        self.table.remove_asked.connect(self.remove_chosen)
        self.notes = RunNotes(theme, actions)
        self._search = SearchField(theme, self.tr("Search runs"))
        self._search.textChanged.connect(self._narrow)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._read)
        self._buttons = self._all_buttons()
        self._lay_out()
        session.tables_changed.connect(self._on_tables)
        session.runs.run_added.connect(self._read_soon)
        session.runs.run_ended.connect(self._read_soon)
        self._on_selection()

    # --- building ---

    def _all_buttons(self) -> dict[str, QPushButton]:
        made: dict[str, tuple[str, Callable[[], None], str]] = {
            "open": (self.tr("Open"), self.open_chosen, self.tr("Charts, answers, log (Return)")),
            "compare": (
                self.tr("Compare"), self.compare_chosen, self.tr("Select two to five runs"),
            ),
            "resume": (
                self.tr("Resume"), self._on_resume, self.tr("Go on from the last checkpoint"),
            ),
            "edit": (
                self.tr("Start again"), self._on_edit, self.tr("Put the settings into the form"),
            ),
            "chat": (
                self.tr("Chat with this"), self._on_chat, self.tr("Chat with its best adapter"),
            ),
            "remove": (
                self.tr("Remove"), self.remove_chosen,
                self.tr("Take it from the list; its folder stays, and undo brings it back"),
            ),
        }  # fmt: skip
        kinds = {"remove": "quiet"}
        return {
            name: button(title, pressed, kind=kinds.get(name, ""), tip=tip)
            for name, (title, pressed, tip) in made.items()
        }

    def _lay_out(self) -> None:
        theme = self._session.theme
        top = QHBoxLayout()
        top.setSpacing(theme.px(8))
        self._roles = QButtonGroup(self)
        titles = {
            "train": self.tr("Trainings"),
            "generate": self.tr("Generation"),
            "evaluate": self.tr("Evaluation"),
            "": self.tr("All"),
        }
        for role, title in titles.items():
            made = button(title, partial(self._on_role, role), kind="quiet")
            made.setCheckable(True)
            made.setChecked(role == self._role)
            self._roles.addButton(made)
            top.addWidget(made)
        top.addWidget(self._search, 1)
        for made in self._buttons.values():
            top.addWidget(made)
        list_side = QWidget()
        self._pages = QStackedLayout(list_side)
        self._pages.addWidget(self._empty_state())
        self._pages.addWidget(self.table)
        self._split = QSplitter(Qt.Orientation.Vertical)
        self._split.setHandleWidth(theme.px(12))
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(list_side)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(10))
        layout.addLayout(top)
        layout.addWidget(self._split, 1)
        layout.addWidget(self.notes)

    def _empty_state(self) -> EmptyState:
        return EmptyState(
            self._session.theme,
            "train",
            self.tr("There is no such run. A run stays here with its charts and answers."),
            action=(self.tr("New run"), self.form_filled.emit),
        )

    # --- what is chosen ---

    def chosen(self) -> list[RunEntry]:
        """Return the selected runs, in the order of the list."""
        return self.table.chosen()

    def choose(self, *run_ids: str) -> None:
        """Select runs."""
        self.table.choose(*run_ids)

    def _on_selection(self) -> None:
        chosen = self.chosen()
        one = chosen[0] if len(chosen) == 1 else None
        can = self.deeds
        enabled = {
            "open": one is not None,
            "compare": can.can_compare(chosen),
            "resume": one is not None and can.can_resume(one),
            "edit": one is not None and one.row.role == "train",
            "chat": one is not None and can.can_chat(one),
            "remove": bool(chosen) and not any(can.is_at_work(each) for each in chosen),
        }
        for name, made in self._buttons.items():
            made.setEnabled(enabled[name])
        self.notes.show_entry(one)

    # --- doing ---

    def open_chosen(self) -> None:
        """Show the selected run."""
        chosen = self.chosen()
        if chosen:
            self.run_chosen.emit(chosen[0].row.id)

    def compare_chosen(self) -> None:
        """Compare the selected runs."""
        chosen = self.chosen()
        if not self.deeds.can_compare(chosen):
            return
        if self._compare is None:
            from o1desk.gui.pages.train.compare_view import CompareView

            self._compare = CompareView(self._session)
            self._compare.closed.connect(self._compare.hide)
            self._split.addWidget(self._compare)
        self._compare.compare(chosen)
        self._compare.show()

    @property
    def comparison(self) -> "CompareView | None":
        """The comparison; None before the first."""
        return self._compare

    def remove_chosen(self) -> None:
        """Remove the selected runs; undo brings them back."""
        chosen = self.chosen()
        if chosen and not any(self.deeds.is_at_work(each) for each in chosen):
            self.deeds.remove([each.row.id for each in chosen])

    def _on_resume(self) -> None:
        chosen = self.chosen()
        if chosen:
            self.deeds.resume(chosen[0])
            self.run_chosen.emit(chosen[0].row.id)

    def _on_edit(self) -> None:
        chosen = self.chosen()
        if chosen:
            self.deeds.fill_form(chosen[0])
            self.form_filled.emit()

    def _on_chat(self) -> None:
        chosen = self.chosen()
        if chosen:
            self._session.open("chat", model=chosen[0].trained_model)

    def _on_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for made in self._buttons.values():
            action = menu.addAction(made.text())
            action.setEnabled(made.isEnabled())
            action.triggered.connect(made.click)
        menu.popup(self.table.viewport().mapToGlobal(place))

    # --- reading ---

    def _on_role(self, role: str) -> None:
        self._role = role
        self._narrow()

    def _narrow(self) -> None:
        self.table.proxy.narrow(self._role, self._search.text())
        self._pages.setCurrentIndex(1 if self.table.proxy.rowCount() else 0)
        self._on_selection()

    def _on_tables(self, tables: frozenset[str]) -> None:
        if "run" in tables:
            self._read_soon()

    def _read_soon(self) -> None:
        if self.isVisible() and not self._later.isActive():
            self._later.start(READ_MS)

    def _read(self) -> None:
        store = self._session.store
        self._session.ops.read(lambda: read_entries(store), self._on_entries, owner=self)

    def _on_entries(self, entries: list[RunEntry]) -> None:
        chosen = [each.row.id for each in self.chosen()]
        self.model.set_entries(entries)
        if [each.row.id for each in self.chosen()] != chosen:
            self.choose(*chosen)
        self._narrow()
        if self.isVisible() and any(run.role != "chat" for run in self._session.runs.active):
            self._later.start(AGAIN_MS)

    # --- what survives ---

    def state(self) -> dict[str, Any]:
        """Return the view's choices as JSON values."""
        header = self.table.horizontalHeader()
        return {
            "role": self._role,
            "search": self._search.text(),
            "sort": [header.sortIndicatorSection(), header.sortIndicatorOrder().value],
        }

    def set_state(self, state: dict[str, Any]) -> None:
        """Take the choices up again."""
        self._role = str(state.get("role", "train"))
        for made in self._roles.buttons():
            made.setChecked(False)
        roles = ("train", "generate", "evaluate", "")
        at = roles.index(self._role) if self._role in roles else 0
        self._roles.buttons()[at].setChecked(True)
        self._search.setText(str(state.get("search", "")))
        self._narrow()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._read()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._later.stop()
