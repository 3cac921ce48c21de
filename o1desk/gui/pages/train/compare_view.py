"""Two to five runs side by side: held-out curves, the settings that differ, the best checkpoint."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from o1desk.gui.charts.line import LineChart
from o1desk.gui.pages.train.kind_words import kind_text
from o1desk.gui.pages.train.result_card import percent
from o1desk.gui.pages.train.run_entries import RunEntry
from o1desk.gui.pages.train.settings_words import (
    ABSENT,
    config_class,
    differing,
    said,
    title_of,
)
from o1desk.gui.shown import one_line
from o1desk.gui.theme import Theme
from o1desk.gui.times import local_time
from o1desk.gui.widgets.cards import Card, column, scrolled
from o1desk.gui.widgets.labels import button, label

if TYPE_CHECKING:
    from o1desk.gui.session import Session

LEAST, MOST = 2, 5
CHART_PX = 220
VALUE_CHARS = 160
DOT_PX = 10


class CompareView(QWidget):
    """The comparison.

    Signals:
        closed: The person has seen enough.
    """

    closed = Signal()

    def __init__(self, session: "Session") -> None:
        """Compare nothing yet."""
        super().__init__()
        self._session = session
        theme = session.theme
        self._entries: list[RunEntry] = []
        self.chart = LineChart(theme, title=self.tr("Held-out accuracy"), percent=True)
        self.chart.set_x_title(self.tr("step"))
        self.chart.set_empty_text(self.tr("None of these runs was measured on held-out problems"))
        self.chart.setMinimumHeight(theme.px(CHART_PX))
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Compared"), "lead"))
        head.addStretch(1)
        head.addWidget(
            button(
                self.tr("Close"), self.closed.emit, kind="quiet", tip=self.tr("Back to the list")
            )
        )
        panel = Card(theme)
        panel.body.addWidget(self.chart, 1)
        content, self._rows = column(theme)
        sides = QHBoxLayout()
        sides.setSpacing(theme.px(16))
        sides.addWidget(panel, 4)
        sides.addWidget(scrolled(content), 5)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(8))
        layout.addLayout(head)
        layout.addLayout(sides, 1)

    def compare(self, entries: Sequence[RunEntry]) -> None:
        """Compare some runs, at least two."""
        self._entries = list(entries)[:MOST]
        self.chart.clear()
        for number, entry in enumerate(self._entries):
            if entry.heldout:
                table = np.array([(m.step, m.rate, m.low, m.high) for m in entry.heldout]).T
                self.chart.set_series(
                    entry.row.id, table[0], table[1], title=self._name(entry),
                    low=table[2], high=table[3], color=number, points=True,
                )  # fmt: skip
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self._rows.addWidget(self._table())
        self._rows.addStretch(1)

    def rows(self) -> list[list[str]]:
        """Return the table: a heading and one text for each run, line by line."""
        entries = self._entries
        best = [self._best(entry) for entry in entries]
        lines = [[self.tr("Best held-out"), *best]]
        if any(entry.row.note for entry in entries):
            lines.append([self.tr("Note"), *(one_line(e.row.note, VALUE_CHARS) for e in entries)])
        settings = [entry.all_settings for entry in entries]
        shared = [name for name in differing(settings) if all(name in each for each in settings)]
        cls = config_class(entries[0].row.role, entries[0].method)
        for name in shared:
            values = [one_line(said(cls, name, each[name]), VALUE_CHARS) for each in settings]
            lines.append([title_of(cls, name), *values])
        return lines

    def _table(self) -> QWidget:
        theme = self._session.theme
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(6))
        for column_, entry in enumerate(self._entries, start=1):
            grid.addWidget(self._head(entry, column_ - 1), 0, column_)
            grid.setColumnStretch(column_, 1)
        lines = self.rows()
        for row, (title, *values) in enumerate(lines, start=1):
            grid.addWidget(label(title, "muted"), row, 0, Qt.AlignmentFlag.AlignTop)
            for column_, value in enumerate(values, start=1):
                grid.addWidget(label(value, is_wrapped=True), row, column_)
        if not differing([entry.all_settings for entry in self._entries]):
            same = self.tr("All settings are the same.")
            grid.addWidget(label(same, "muted"), len(lines) + 1, 0, 1, len(self._entries) + 1)
        return table

    def _head(self, entry: RunEntry, number: int) -> QWidget:
        theme = self._session.theme
        head = QWidget()
        layout = QVBoxLayout(head)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(2))
        line = QHBoxLayout()
        line.setSpacing(theme.px(6))
        line.addWidget(_dot(theme, number))
        line.addWidget(label(local_time(entry.row.created)))
        line.addStretch(1)
        layout.addLayout(line)
        layout.addWidget(label(kind_text(entry.row.role, entry.method), "small", is_wrapped=True))
        if entry.heldout:
            chat = button(self.tr("Chat with this"), self._on_chat, kind="link")
            chat.setProperty("run", entry.row.id)
            layout.addWidget(chat)
        return head

    def _name(self, entry: RunEntry) -> str:
        return f"{kind_text(entry.row.role, entry.method)}, {local_time(entry.row.created)}"

    def _best(self, entry: RunEntry) -> str:
        best = entry.best
        if best is None:
            return ABSENT
        words = self.tr("{rate} at step {n} ({low} to {high})")
        return words.format(
            rate=percent(best.rate), n=QLocale().toString(best.step),
            low=percent(best.low), high=percent(best.high),
        )  # fmt: skip

    def _on_chat(self) -> None:
        sender = self.sender()
        for entry in self._entries:
            if entry.row.id == sender.property("run"):
                self._session.open("chat", model=entry.trained_model)


def _dot(theme: Theme, number: int) -> QLabel:
    """Return a spot in the colour of a line."""
    edge = theme.px(DOT_PX)
    picture = QPixmap(2 * edge, 2 * edge)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.series(number))
    painter.drawEllipse(picture.rect())
    painter.end()
    picture.setDevicePixelRatio(2.0)
    made = QLabel()
    made.setPixmap(picture)
    return made
