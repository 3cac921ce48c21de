"""Generations, imports and exports at work, as cards over the table."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy
from typing_extensions import override

from o1desk.gui.pages.data.file_card import FileStrip
from o1desk.gui.pages.data.funnel_card import FunnelCard
from o1desk.gui.session import Session
from o1desk.gui.widgets.cards import Column, column
from o1desk.gui.widgets.job_strip import JobStrip

ROLE = "generate"
TALLEST_PX = 340  # of all cards together; more of them scroll


class JobsPanel(QScrollArea):
    """One card for each job; it grows with them up to a height.

    Attributes:
        runs: Cards of generations.
        files: Cards of imports and exports.
    """

    def __init__(self, session: Session) -> None:
        """Show the jobs of a session."""
        super().__init__()
        self._theme = session.theme
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        content, rows = column(session.theme)
        content.setObjectName("page")
        if isinstance(content, Column):
            content.is_scrolled = True
        self.runs = JobStrip(session, (ROLE,), FunnelCard)
        self.files = FileStrip(session)
        rows.addWidget(self.runs)
        rows.addWidget(self.files)
        rows.addStretch(1)
        self._rows = rows
        content.installEventFilter(self)
        self.setWidget(content)
        self.runs.count_changed.connect(self._on_count)
        self.files.count_changed.connect(self._on_count)
        self._on_count()

    @override
    def sizeHint(self) -> QSize:
        width = max(self.viewport().width(), 1)
        height = self._rows.minimumSize().height()
        if self._rows.hasHeightForWidth():
            height = self._rows.heightForWidth(width)
        return QSize(width, min(height, self._theme.px(TALLEST_PX)))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def _on_count(self) -> None:
        """Take no room while there is nothing to show."""
        self.runs.setVisible(bool(self.runs.count))
        self.files.setVisible(bool(self.files.count))
        self.setVisible(bool(self.runs.count or self.files.count))
