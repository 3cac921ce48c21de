"""Filters under a name, kept for the next time."""

import dataclasses
from typing import Any

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QInputDialog, QMenu, QVBoxLayout, QWidget

from o1desk.core.errors import InputError
from o1desk.core.words import filled
from o1desk.gui.icons import icon
from o1desk.gui.session import Session
from o1desk.gui.shown import one_line
from o1desk.gui.widgets.labels import button
from o1desk.store.filters import SampleFilter
from o1desk.store.state import State

KEY = "data.filters"  # of the store's state table
NAME_CHARACTERS = 50
ICON_PX = 16
SAVE, REMOVE = "save", "remove"


class SavedFilters(QWidget):
    """A button with the saved filters; one of them is put in force, saved, or forgotten.

    Attributes:
        filters: By name, in alphabetical order.

    Signals:
        chosen: A filter should be in force (SampleFilter).
    """

    chosen = Signal(object)

    def __init__(self, session: Session) -> None:
        """Start with none; those of the last time follow."""
        super().__init__()
        self._session = session
        self._now = SampleFilter()
        self.filters: dict[str, SampleFilter] = {}
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        self._button = button(self.tr("Saved filters"), self._open_menu, kind="quiet")
        edge = session.theme.px(ICON_PX)
        self._button.setIcon(icon(session.theme, "filter", size=ICON_PX))
        self._button.setIconSize(QSize(edge, edge))
        self._button.setProperty("left", "true")
        rows.addWidget(self._button)
        session.ops.read(lambda: session.store.state.get(KEY), self._on_loaded, owner=self)

    def show_filter(self, now: SampleFilter) -> None:
        """Know what is in force now."""
        self._now = now

    def save(self, name: str) -> None:
        """Keep what is in force under a name; it can be undone, and so can replacing another."""
        name = name.strip()
        if name:
            is_new = name not in self.filters
            words = self.tr("Save the filter %1") if is_new else self.tr("Replace the filter %1")
            self._change(words, name, self._now)

    def remove(self, name: str) -> None:
        """Forget a filter; it can be undone."""
        self._change(self.tr("Forget the filter %1"), name, None)

    def look(self) -> None:
        """Read the saved filters again."""
        state = self._session.store.state
        self._session.ops.read(lambda: state.get(KEY), self._on_loaded, owner=self)

    def _change(self, words: str, name: str, new: SampleFilter | None) -> None:
        shown = [one_line(name, NAME_CHARACTERS)]
        refusal = filled(self.tr("The filter %1 was saved anew since and stays as it is"), shown)
        entry = _Entry(self._session.store.state, name, new, refusal)
        self._session.do(filled(words, shown), entry.put, entry.put_back, changed=(KEY,))

    def _on_loaded(self, values: Any) -> None:
        self.filters = dict(sorted(_from_json(values).items()))

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for name in sorted(self.filters):
            menu.addAction(_shown(name)).setData((name, ""))
        if self.filters:
            menu.addSeparator()
        save = menu.addAction(self.tr("Save the present filter\u2026"))
        save.setData(("", SAVE))
        save.setEnabled(self._now != SampleFilter())
        if self.filters:
            forget = menu.addMenu(self.tr("Forget"))
            for name in sorted(self.filters):
                forget.addAction(_shown(name)).setData((name, REMOVE))
        menu.triggered.connect(self._on_action)
        menu.popup(self._button.mapToGlobal(QPoint(0, self._button.height())))

    def _on_action(self, action: QAction) -> None:
        name, act = action.data()
        if act == SAVE:
            self._ask_name()
        elif act == REMOVE:
            self.remove(name)
        else:
            self.chosen.emit(self.filters[name])

    def _ask_name(self) -> None:
        dialog = QInputDialog(self)
        dialog.setWindowTitle(self.tr("Save filter"))
        dialog.setLabelText(self.tr("Name of the filter"))
        dialog.textValueSelected.connect(self.save)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


class _Entry:
    """One name in the stored table: what it is to mean, and what it meant before.

    Only this name is ever touched: filters that were saved meanwhile stay.
    """

    def __init__(self, state: State, name: str, new: SampleFilter | None, refusal: str) -> None:
        """Read nothing yet.

        Args:
            state: Where the table is.
            name: The name.
            new: What it is to mean; None forgets it.
            refusal: What is said when something else was put there since.
        """
        self._state, self._name, self._refusal = state, name, refusal
        self._new = None if new is None else filter_as_json(new)
        self._old: Any = None

    def put(self) -> None:
        """Give the name its new meaning."""
        table = self._table()
        self._old = table.get(self._name)
        self._store(table, self._new)

    def put_back(self) -> None:
        """Give the name the meaning it had before.

        Raises:
            InputError: If it means something else by now.
        """
        table = self._table()
        if table.get(self._name) != self._new:
            raise InputError(self._refusal)
        self._store(table, self._old)

    def _table(self) -> dict[str, Any]:
        known = self._state.get(KEY)
        return dict(known) if isinstance(known, dict) else {}

    def _store(self, table: dict[str, Any], value: Any) -> None:
        table.pop(self._name, None)
        if value is not None:
            table[self._name] = value
        self._state.set(KEY, table)


def filter_from_json(values: Any) -> SampleFilter:
    """Return a filter that was saved; parts that another version wrote are left out."""
    known = {field.name for field in dataclasses.fields(SampleFilter)}
    found = values.items() if isinstance(values, dict) else ()
    return SampleFilter(**{key: value for key, value in found if key in known})


def filter_as_json(chosen: SampleFilter) -> dict[str, Any]:
    """Return the parts of a filter that are set."""
    return {
        field.name: value
        for field in dataclasses.fields(SampleFilter)
        if (value := getattr(chosen, field.name)) != field.default
    }


def _from_json(values: Any) -> dict[str, SampleFilter]:
    found = values.items() if isinstance(values, dict) else ()
    return {str(name): filter_from_json(each) for name, each in found}


def _shown(name: str) -> str:
    return one_line(name, NAME_CHARACTERS).replace("&", "&&")
