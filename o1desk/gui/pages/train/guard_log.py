"""What the guard of a run noticed and did, as sentences; a click shows the step in the charts."""

from PySide6.QtCore import (
    QAbstractListModel,
    QDateTime,
    QLocale,
    QModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QListView, QStackedLayout, QWidget
from typing_extensions import override

from o1desk.core.events import Anomaly
from o1desk.gui.pages.train.guard_words import tone_of, what_text
from o1desk.gui.pages.train.record import RunRecord
from o1desk.gui.shown import one_line, tooltip_text
from o1desk.gui.theme import Theme
from o1desk.gui.widgets.empty import EmptyState

MOST_CHARS = 400


class GuardModel(QAbstractListModel):
    """The entries, newest first."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Start empty."""
        super().__init__(parent)
        self._theme = theme
        self._entries: list[tuple[float, Anomaly]] = []

    def set_entries(self, entries: list[tuple[float, Anomaly]]) -> None:
        """Show entries in the order they came; what is new is put in front."""
        fresh = len(entries) - len(self._entries)
        if fresh > 0 and entries[: len(self._entries)] == self._entries[::-1]:
            self.beginInsertRows(QModelIndex(), 0, fresh - 1)
            self._entries = entries[::-1]
            self.endInsertRows()
        elif entries[::-1] != self._entries:
            self.beginResetModel()
            self._entries = entries[::-1]
            self.endResetModel()

    def entry(self, row: int) -> Anomaly:
        """Return an entry."""
        return self._entries[row][1]

    @override
    def rowCount(self, parent: QModelIndex | None = None) -> int:  # type: ignore[override]
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    @override
    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:  # type: ignore[override]
        if not index.isValid():
            return None
        moment, anomaly = self._entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            line = self.tr("{time}  Step {step}: {what}; {action}").format(
                time=_clock(moment),
                step=anomaly.step,
                what=what_text(anomaly.what).lower(),
                action=anomaly.action,
            )
            return one_line(line, MOST_CHARS)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip_text(anomaly.detail)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._theme.color(tone_of(anomaly))
        return None


class GuardLog(QWidget):
    """The list.

    Signals:
        step_chosen: Something that happened should be shown in the charts (Anomaly).
    """

    step_chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        """Show nothing yet."""
        super().__init__()
        self._model = GuardModel(theme, self)
        self._list = QListView()
        self._list.setProperty("frame", "none")
        self._list.setWordWrap(True)
        self._list.setUniformItemSizes(False)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName(self.tr("The guard's log"))
        self._list.setModel(self._model)
        self._list.clicked.connect(self._on_chosen)
        self._list.activated.connect(self._on_chosen)
        empty = EmptyState(
            theme,
            "shield",
            self.tr(
                "The guard watches every update for numbers that are none, missing rewards and a "
                "falling held-out accuracy. It had nothing to do so far."
            ),
        )
        self._pages = QStackedLayout(self)
        self._pages.addWidget(empty)
        self._pages.addWidget(self._list)

    @property
    def model(self) -> GuardModel:
        """The entries."""
        return self._model

    def show_record(self, record: RunRecord) -> None:
        """Show what the guard of a run noticed so far."""
        self._model.set_entries(list(record.anomalies))
        self._pages.setCurrentIndex(1 if record.anomalies else 0)

    def _on_chosen(self, index: QModelIndex) -> None:
        self.step_chosen.emit(self._model.entry(index.row()))


def _clock(moment: float) -> str:
    local = QDateTime.fromSecsSinceEpoch(round(moment))
    return QLocale().toString(local.time(), "HH:mm:ss")
