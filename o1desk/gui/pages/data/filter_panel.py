"""The left side: a search field, the facets with their counts, and the length."""

import dataclasses
from typing import Any

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QSpinBox, QVBoxLayout, QWidget

from o1desk.gui.editors import Manners, inset
from o1desk.gui.pages.data.value_list import Value, ValueList
from o1desk.gui.pages.data.words import word
from o1desk.gui.theme import Theme
from o1desk.gui.widgets.cards import column, row
from o1desk.gui.widgets.labels import label
from o1desk.gui.widgets.search_field import SearchField
from o1desk.store.filters import SampleFilter

LONGEST = 10_000_000
DIGITS = 5


class FilterPanel(QWidget):
    """Search, facets and length.

    Attributes:
        chosen: The filter in force.
        search: The search field.

    Signals:
        changed: Another filter is in force (SampleFilter).
    """

    changed = Signal(object)

    def __init__(self, theme: Theme) -> None:
        """Let everything pass."""
        super().__init__()
        self._theme = theme
        self.chosen = SampleFilter()
        self.search = SearchField(theme, self.tr("Search"))
        self.search.setToolTip(
            self.tr("Words of problems, chains of thought and answers; all of them must occur")
        )
        self.search.setAccessibleName(self.tr("Search problems and chains of thought"))
        self.search.settled.connect(self._on_text)
        self._facets: dict[str, ValueList] = {}
        self._parts: dict[str, QWidget] = {}
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme.px(2))
        for name, title, tip in (
            ("judgement", self.tr("Verdict"), self.tr("What the checker said of the answer")),
            ("origin", self.tr("Origin"), self.tr("Who wrote the chain of thought")),
            ("level", self.tr("Level"), self.tr("How hard the problem is")),
            ("label", self.tr("Labels"), self.tr("What people said of the sample")),
            (
                "environment",
                self.tr("Environment"),
                self.tr("The family of problems, with its checker"),
            ),
        ):
            self._add_facet(name, title, tip)
        self._rows.addWidget(label(self.tr("Length, characters").upper(), "section"))
        self._rows.addWidget(self._lengths())

    def facet(self, name: str) -> ValueList:
        """Return the list of a facet: judgement, origin, level, label or environment."""
        return self._facets[name]

    def show_facets(self, facets: dict[str, list[tuple[str, int]]]) -> None:
        """Show values and counts."""
        number = QLocale().toString
        for name, facet in self._facets.items():
            values = [
                Value(value=value, title=word(name, value), count=number(count))
                for value, count in facets.get(name, ())
            ]
            chosen = str(getattr(self.chosen, name))
            facet.show_values(values, chosen)
            self._parts[name].setVisible(bool(values or chosen))

    def set_filter(self, chosen: SampleFilter) -> None:
        """Put a filter in force without telling anybody."""
        self.chosen = chosen
        self.search.blockSignals(True)
        self.search.put(chosen.text)
        self.search.blockSignals(False)
        for spin, value in ((self._least, chosen.min_chars), (self._most, chosen.max_chars)):
            spin.blockSignals(True)
            spin.setValue(value or 0)
            spin.blockSignals(False)

    def apply(self, chosen: SampleFilter) -> None:
        """Put a filter in force and say so."""
        self.set_filter(chosen)
        self.changed.emit(chosen)

    def clear(self) -> None:
        """Let everything pass."""
        self.apply(SampleFilter())

    def _add_facet(self, name: str, title: str, tip: str) -> None:
        facet = ValueList(self._theme, title)
        facet.picked.connect(self._on_picked)
        self._facets[name] = facet
        head = label(title.upper(), "section")
        head.setToolTip(tip)
        part, rows = column(self._theme, gap=2)
        rows.setContentsMargins(0, 0, 0, self._theme.px(12))
        rows.addWidget(head)
        rows.addWidget(facet)
        part.hide()
        self._parts[name] = part
        self._rows.addWidget(part)

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
            spin.setToolTip(name)
            spin.setKeyboardTracking(False)
            spin.setSingleStep(100)
            spin.valueChanged.connect(self._on_lengths)
            Manners(spin)
            inset(spin, digits=DIGITS)
            line.addWidget(spin, 1)
        return made

    def _on_lengths(self) -> None:
        least, most = self._least.value() or None, self._most.value() or None
        self.apply(dataclasses.replace(self.chosen, min_chars=least, max_chars=most))

    def _on_text(self, text: str) -> None:
        if text != self.chosen.text:
            self.apply(dataclasses.replace(self.chosen, text=text))

    def _on_picked(self, value: str) -> None:
        names = [name for name, facet in self._facets.items() if facet is self.sender()]
        part: dict[str, Any] = dict.fromkeys(names, value)
        self.apply(dataclasses.replace(self.chosen, **part))
