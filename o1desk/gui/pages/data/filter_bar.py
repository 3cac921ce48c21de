"""Over the table: how many samples are listed, and what narrows the list, as chips."""

import dataclasses
from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from o1desk.core.words import QT_TRANSLATE_NOOP
from o1desk.gui.pages.data.sample_table import SampleTable
from o1desk.gui.pages.data.words import word
from o1desk.gui.shown import isolate, one_line
from o1desk.gui.theme import Theme
from o1desk.gui.widgets.flow import FlowLayout
from o1desk.gui.widgets.labels import button, icon_button, label
from o1desk.store.filters import SampleFilter

CHARACTERS = 36
TITLES = {
    "text": QT_TRANSLATE_NOOP("data", "Words: {value}"),
    "environment": "{value}",
    "level": QT_TRANSLATE_NOOP("data", "Level: {value}"),
    "origin": QT_TRANSLATE_NOOP("data", "Origin: {value}"),
    "judgement": QT_TRANSLATE_NOOP("data", "Verdict: {value}"),
    "label": "{value}",
    "run": QT_TRANSLATE_NOOP("data", "Run: {value}"),
    "model": QT_TRANSLATE_NOOP("data", "Model: {value}"),
    "problem": QT_TRANSLATE_NOOP("data", "Attempts at one problem"),
    "min_chars": QT_TRANSLATE_NOOP("data", "At least {value} characters"),
    "max_chars": QT_TRANSLATE_NOOP("data", "At most {value} characters"),
}
"""What the chip of each part of a filter says; a dataset has a bar of its own."""


class FilterBar(QWidget):
    """The count, chips for the parts of a filter, and the choice of the columns.

    Signals:
        changed: Another filter is wanted (SampleFilter).
    """

    changed = Signal(object)

    def __init__(self, theme: Theme, view: SampleTable) -> None:
        """Show no filter.

        Args:
            theme: The look.
            view: The table whose columns can be chosen.
        """
        super().__init__()
        self._chosen, self._view = SampleFilter(), view
        self._chips: dict[str, QPushButton] = {}
        self.count = label("", "muted")
        self._flow = FlowLayout(gap=theme.px(6))
        self._all = button(self.tr("Show everything"), self._on_all, kind="link")
        self._all.hide()
        self._flow.addWidget(self.count)
        self._flow.addWidget(self._all)
        self._columns = icon_button(
            theme, "columns", self.tr("Choose the columns"), self._open_columns
        )
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addLayout(self._flow, 1)
        line.addWidget(self._columns, 0, Qt.AlignmentFlag.AlignTop)

    def show_counts(self, listed: int, total: int) -> None:
        """Say how many samples are listed, and how many there are."""
        number = QLocale().toString
        if listed == total:
            text = self.tr("%Ln sample(s)", "", total)
        else:
            words = self.tr("{listed} of {total} samples")
            text = words.format(listed=number(listed), total=number(total))
        self.count.setText(text)

    def show_filter(self, chosen: SampleFilter) -> None:
        """Show the parts of a filter."""
        self._chosen = chosen
        for chip in self._chips.values():
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._flow.removeWidget(self._all)
        self._chips = {name: self._chip(name) for name in TITLES if _is_set(chosen, name)}
        for chip in (*self._chips.values(), self._all):
            self._flow.addWidget(chip)
        self._all.setVisible(bool(self._chips))
        self._flow.invalidate()

    def chips(self) -> dict[str, str]:
        """Return what the chips say, by the part of the filter."""
        return {name: chip.accessibleName() for name, chip in self._chips.items()}

    def drop(self, name: str) -> None:
        """Take one part of the filter away."""
        default = SampleFilter.__dataclass_fields__[name].default
        part: dict[str, Any] = {name: default}
        self.changed.emit(dataclasses.replace(self._chosen, **part))

    def _chip(self, name: str) -> QPushButton:
        template = QCoreApplication.translate("data", TITLES[name])
        text = template.replace("{value}", self._value(name))
        made = button(f"{text}  \u2715".replace("&", "&&"), self._on_pressed, kind="chip")
        made.setAccessibleName(text)
        made.setToolTip(self.tr("Take this condition away"))
        return made

    def _value(self, name: str) -> str:
        value = getattr(self._chosen, name)
        if isinstance(value, int):
            return QLocale().toString(value)
        return isolate(one_line(word(name, value), CHARACTERS))

    def _on_pressed(self) -> None:
        for name, chip in self._chips.items():
            if chip is self.sender():
                self.drop(name)
                return

    def _on_all(self) -> None:
        self.changed.emit(SampleFilter())

    def _open_columns(self) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for key, title, is_shown in self._view.column_choices():
            action = menu.addAction(title.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(is_shown)
            action.setData(key)
        menu.triggered.connect(self._on_column)
        menu.popup(self._columns.mapToGlobal(QPoint(0, self._columns.height())))

    def _on_column(self, action: QAction) -> None:
        self._view.set_column_shown(str(action.data()), is_shown=action.isChecked())


def _is_set(chosen: SampleFilter, name: str) -> bool:
    return bool(getattr(chosen, name) != SampleFilter.__dataclass_fields__[name].default)
