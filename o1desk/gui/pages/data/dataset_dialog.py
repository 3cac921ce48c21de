"""The card of a dataset: how much it holds, how long it is, and how much of it is right."""

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from o1desk.gui.environment_words import environment_title
from o1desk.gui.session import Session
from o1desk.gui.shown import isolate, one_line
from o1desk.gui.times import local_time
from o1desk.gui.widgets.cards import column, scrolled
from o1desk.gui.widgets.dialogs import size_dialog
from o1desk.gui.widgets.labels import label
from o1desk.store.dataset_card import DatasetCard
from o1desk.store.datasets import Dataset

SIZE_PX = (520, 480)
BAR_PX = 120
NAME_CHARACTERS = 80
PER_CENT = 100


class DatasetDialog(QDialog):
    """Shows one dataset; the counts follow in a moment."""

    def __init__(self, session: Session, parent: QWidget, dataset: Dataset) -> None:
        """Show a dataset."""
        super().__init__(parent)
        self._theme = session.theme
        theme = session.theme
        self.setWindowTitle(self.tr("Dataset {name}").format(name=one_line(dataset.name)))
        size_dialog(self, theme, *SIZE_PX)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(16),) * 4)
        layout.setSpacing(theme.px(8))
        layout.addWidget(label(isolate(one_line(dataset.name, NAME_CHARACTERS)), "heading"))
        layout.addWidget(label(self._history(dataset), "muted", is_wrapped=True))
        content, self._rows = column(theme, gap=8)
        layout.addWidget(scrolled(content), 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        datasets, name = session.store.datasets, dataset.name
        session.ops.read(lambda: datasets.card(name), self.show_card, owner=self)

    def show_card(self, card: DatasetCard) -> None:
        """Show the counts."""
        number = QLocale().toString
        grid = QGridLayout()
        grid.setHorizontalSpacing(self._theme.px(24))
        facts = [
            (self.tr("Samples"), number(card.samples)),
            (self.tr("Problems"), number(card.problems)),
            (self.tr("Labels"), number(card.labels)),
            (self.tr("Steps, mean"), number(card.steps_mean, "f", 1)),
            (self.tr("Tokens, mean"), number(card.tokens_mean, "f", 0)),
        ]
        for place, (name, value) in enumerate(facts):
            grid.addWidget(label(value, "heading"), 0, place)
            grid.addWidget(label(name, "small"), 1, place)
        grid.setColumnStretch(len(facts), 1)
        self._rows.addLayout(grid)
        if card.by_environment:
            self._rows.addSpacing(self._theme.px(8))
            self._rows.addWidget(label(self.tr("Right answers by environment").upper(), "section"))
            self._rows.addLayout(self._table(card))
        self._rows.addStretch(1)

    def _table(self, card: DatasetCard) -> QGridLayout:
        number = QLocale().toString
        grid = QGridLayout()
        grid.setHorizontalSpacing(self._theme.px(12))
        grid.setColumnStretch(0, 1)
        right_edge = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for line, (environment, samples, right) in enumerate(card.by_environment):
            title = isolate(one_line(environment_title(environment), NAME_CHARACTERS))
            grid.addWidget(label(title), line, 0)
            counts = self.tr("{right} of {all}").format(right=number(right), all=number(samples))
            grid.addWidget(label(counts, "muted"), line, 1, right_edge)
            bar = QProgressBar()
            bar.setFixedWidth(self._theme.px(BAR_PX))
            bar.setValue(round(PER_CENT * right / samples))
            bar.setAccessibleName(f"{title}: {counts}")
            grid.addWidget(bar, line, 2)
            share = number(PER_CENT * right / samples, "f", 0)
            grid.addWidget(label(f"{share} %", "muted"), line, 3, right_edge)
        return grid

    def _history(self, dataset: Dataset) -> str:
        parts = [self.tr("made {time}").format(time=local_time(dataset.created))]
        if dataset.source:
            parts.append(self.tr("from the file {name}").format(name=one_line(dataset.source)))
        parts.append(
            self.tr("frozen: its members cannot change any more")
            if dataset.frozen
            else self.tr("not frozen: it freezes when a run trains on it")
        )
        return " \u00b7 ".join(parts)
