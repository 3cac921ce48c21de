"""The left side: a search field and the facets with their counts."""

import dataclasses
from typing import Any

from PySide6.QtCore import QLocale, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QSpinBox,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from o1desk.gui.pages.data.words import word
from o1desk.gui.theme import Theme
from o1desk.gui.widgets.cards import column, row, scrolled
from o1desk.gui.widgets.labels import button, label
from o1desk.gui.widgets.search_field import SearchField
from o1desk.store.filters import SampleFilter

MOST = 12  # values of a facet that are listed; the rest is found by the search
LONGEST = 10_000_000
VALUE, COUNT = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class CountDelegate(QStyledItemDelegate):
    """Paints the count of a value at the right end of its line."""

    def __init__(self, theme: Theme, parent: QListWidget) -> None:
        """Paint in the theme's colours."""
        super().__init__(parent)
        self._theme = theme

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        painter.save()
        painter.setFont(self._theme.font("small"))
        painter.setPen(self._theme.color("muted"))
        rect = option.rect.adjusted(0, 0, -self._theme.px(8), 0)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(rect, right, str(index.data(COUNT)))
        painter.restore()


class Facet(QListWidget):
    """The values of one facet with their counts; a click narrows the list, another one widens it.

    Signals:
        picked: Name of the facet and the value, empty for all.
    """

    picked = Signal(str, str)

    def __init__(self, theme: Theme, name: str, title: str) -> None:
        """Start empty."""
        super().__init__()
        self._name, self._chosen = name, ""
        self.setItemDelegate(CountDelegate(theme, self))
        self.setProperty("frame", "none")
        self.setAccessibleName(title)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(self._on_clicked)
        self.itemActivated.connect(self._on_clicked)

    def show_values(self, values: list[tuple[str, int]], chosen: str) -> None:
        """List values with counts; the chosen one is marked and always there."""
        listed = values[:MOST]
        if chosen and chosen not in {value for value, _ in listed}:
            listed.append((chosen, dict(values).get(chosen, 0)))
        self.clear()
        self._chosen = chosen
        for value, count in listed:
            made = QListWidgetItem(word(self._name, value))
            made.setData(VALUE, value)
            made.setData(COUNT, QLocale().toString(count))
            made.setData(Qt.ItemDataRole.AccessibleTextRole, f"{made.text()}: {count}")
            made.setToolTip(value)
            self.addItem(made)
            if value == chosen:
                self.setCurrentItem(made)
        height = sum(self.sizeHintForRow(index) for index in range(self.count()))
        self.setFixedHeight(max(height, 1) + 4)

    def _on_clicked(self, item: QListWidgetItem) -> None:
        value = str(item.data(VALUE))
        self.picked.emit(self._name, "" if value == self._chosen else value)


class FilterPanel(QWidget):
    """Search, facets and length.

    Attributes:
        chosen: The filter in force.

    Signals:
        changed: Another filter is in force (SampleFilter).
    """

    changed = Signal(object)

    def __init__(self, theme: Theme) -> None:
        """Let everything pass."""
        super().__init__()
        self._theme = theme
        self.chosen = SampleFilter()
        content, rows = column(theme, edge=0, gap=4)
        self.search = SearchField(theme, self.tr("Search problems and chains"))
        self.search.settled.connect(self._on_text)
        self._facets: dict[str, Facet] = {}
        for name, title in (
            ("judgement", self.tr("Verdict")),
            ("origin", self.tr("Origin")),
            ("level", self.tr("Level")),
            ("label", self.tr("Labels")),
            ("environment", self.tr("Environment")),
        ):
            rows.addSpacing(theme.px(8))
            rows.addWidget(label(title.upper(), "section"))
            facet = Facet(theme, name, title)
            facet.picked.connect(self._on_picked)
            self._facets[name] = facet
            rows.addWidget(facet)
        rows.addSpacing(theme.px(8))
        rows.addWidget(label(self.tr("Length, characters").upper(), "section"))
        rows.addWidget(self._lengths())
        self._clear = button(self.tr("Show everything"), self.clear, kind="link")
        rows.addWidget(self._clear)
        rows.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.search)
        outer.addWidget(scrolled(content), 1)
        self._clear.hide()

    def show_facets(self, facets: dict[str, list[tuple[str, int]]]) -> None:
        """Show values and counts."""
        for name, facet in self._facets.items():
            if name in facets:
                facet.show_values(facets[name], getattr(self.chosen, name))

    def set_filter(self, chosen: SampleFilter) -> None:
        """Put a filter in force without telling anybody."""
        self.chosen = chosen
        self.search.blockSignals(True)
        self.search.setText(chosen.text)
        self.search.blockSignals(False)
        for spin, value in ((self._least, chosen.min_chars), (self._most, chosen.max_chars)):
            spin.blockSignals(True)
            spin.setValue(value or 0)
            spin.blockSignals(False)
        self._clear.setVisible(chosen != SampleFilter())

    def clear(self) -> None:
        """Let everything pass."""
        self._apply(SampleFilter())

    def _lengths(self) -> QWidget:
        made, line = row(self._theme)
        self._least, self._most = QSpinBox(), QSpinBox()
        for spin, name in (
            (self._least, self.tr("Shortest, characters")),
            (self._most, self.tr("Longest, characters")),
        ):
            spin.setRange(0, LONGEST)
            spin.setSpecialValueText(self.tr("any"))
            spin.setAccessibleName(name)
            spin.setKeyboardTracking(False)
            spin.setMinimumWidth(self._theme.px(64))
            spin.lineEdit().setTextMargins(self._theme.px(4), 0, 0, 0)
            spin.setSingleStep(100)
            spin.valueChanged.connect(self._on_lengths)
            line.addWidget(spin, 1)
        return made

    def _on_lengths(self) -> None:
        least, most = self._least.value() or None, self._most.value() or None
        self._apply(dataclasses.replace(self.chosen, min_chars=least, max_chars=most))

    def _on_text(self, text: str) -> None:
        if text != self.chosen.text:
            self._apply(dataclasses.replace(self.chosen, text=text))

    def _on_picked(self, name: str, value: str) -> None:
        part: dict[str, Any] = {name: value}
        self._apply(dataclasses.replace(self.chosen, **part))

    def _apply(self, chosen: SampleFilter) -> None:
        self.set_filter(chosen)
        self.changed.emit(chosen)
