"""What stands behind a result: accuracy by environment, and what the guard did."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from o1desk.gui.environment_words import environment_title
from o1desk.gui.shown import isolate, one_line, soft_break
from o1desk.gui.theme import Theme
from o1desk.gui.widgets.labels import label

PER_CENT = 100
COLUMNS = 5  # name, before, arrow, after, difference
SIDE_BY_SIDE = 2
TITLE_CHARACTERS = 40
NOTES_SHOWN = 8
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ResultDetails(QWidget):
    """A table of environments in two halves, and the guard's notes."""

    def __init__(self, theme: Theme, result: Mapping[str, Any]) -> None:
        """Show the details of a result."""
        super().__init__()
        self.rows = compared(result)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(theme.px(8))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(4))
        half = -(-len(self.rows) // SIDE_BY_SIDE)
        for place, row in enumerate(self.rows):
            self._add_row(grid, place % half, place // half * (COLUMNS + 1), row)
        for side in range(SIDE_BY_SIDE):
            grid.setColumnStretch(side * (COLUMNS + 1), 1)
        grid.setColumnMinimumWidth(COLUMNS, theme.px(24))
        lines.addLayout(grid)
        notes = [str(note) for note in result.get("notes", ())]
        if notes:
            lines.addWidget(label(self.tr("What the guard did").upper(), "section"))
            shown = [soft_break(one_line(note)) for note in notes[:NOTES_SHOWN]]
            if len(notes) > NOTES_SHOWN:
                shown.append(self.tr("and %Ln more", "", len(notes) - NOTES_SHOWN))
            lines.addWidget(label("\n".join(shown), "muted", is_wrapped=True))

    def _add_row(
        self, grid: QGridLayout, line: int, column: int, row: tuple[str, float, float]
    ) -> None:
        name, before, after = row
        number = QLocale().toString
        title = label(isolate(one_line(environment_title(name), TITLE_CHARACTERS)))
        change = PER_CENT * (after - before)
        sign = "+" if change > 0 else "\u2212" if change < 0 else "\u00b1"
        tone = "good" if change > 0 else "bad" if change < 0 else ""
        cells = (
            label(f"{number(PER_CENT * before, 'f', 0)} %", "muted"),
            label("\u2192", "muted"),
            label(f"{number(PER_CENT * after, 'f', 0)} %"),
            label(f"{sign}{number(abs(change), 'f', 0)}", "small", tone=tone),
        )
        grid.addWidget(title, line, column)
        for place, cell in enumerate(cells, start=1):
            grid.addWidget(cell, line, column + place, RIGHT)


def compared(result: Mapping[str, Any]) -> list[tuple[str, float, float]]:
    """Return environment, accuracy before and after; the largest gain first."""
    before = result["before"].get("by_environment") or {}
    after = result["after"].get("by_environment") or {}
    rows = [
        (name, float(before[name]["pass_at_1"]), float(after[name]["pass_at_1"]))
        for name in before
        if name in after
    ]
    return sorted(rows, key=lambda row: (row[1] - row[2], row[0]))
