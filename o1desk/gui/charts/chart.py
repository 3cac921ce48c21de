"""What every chart shares: title row, redraw when dirty and visible, copying, words for a reader.

A chart is transparent and meant to sit on a card. New data only mark it dirty; one single-shot
timer, which runs only while the chart can be seen, does the work. A hidden chart costs nothing.
"""

import time
from typing import ClassVar

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QShowEvent,
)
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from o1desk.gui.charts.header import ChartHeader
from o1desk.gui.theme import Theme

REDRAW_MS = 200  # new numbers are shown five times a second at most
BREATH_S = 0.004  # after a chart was redrawn, before the next one is


class Chart(QWidget):
    """The base of all charts; a subclass draws in `refresh` and speaks in `summary`."""

    _drawn_s: ClassVar[float] = 0.0  # when any chart was redrawn by its timer, monotonic

    def __init__(self, theme: Theme, *, title: str, parent: QWidget | None = None) -> None:
        """Lay out the title row.

        Args:
            theme: The look in force.
            title: Stands above the chart and names it to screen readers; may be empty.
            parent: Qt parent.
        """
        super().__init__(parent)
        self.theme = theme
        self.header = ChartHeader(theme, self)
        self._dirty = True
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._on_timeout)
        self.box = QVBoxLayout(self)
        self.box.addWidget(self.header)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.set_title(title)
        self._space()
        theme.changed.connect(self._on_theme_changed)

    # --- what a subclass says ---

    def refresh(self) -> None:
        """Draw the present data; called only while the chart can be seen, or by `flush`."""
        raise NotImplementedError

    def summary(self) -> str:
        """Return one sentence for screen readers."""
        raise NotImplementedError

    def as_table(self) -> list[list[str]]:
        """Return the data as rows of text, the first with the headings."""
        raise NotImplementedError

    def menu_actions(self, menu: QMenu) -> list[QAction]:  # noqa: ARG002 - for subclasses
        """Return what the context menu offers besides copying."""
        return []

    # --- what a page calls ---

    def title(self) -> str:
        """Return the title."""
        return self.header.title()

    def set_title(self, title: str) -> None:
        """Change the title."""
        self.header.set_title(title)
        self.setAccessibleName(title or self.tr("Chart"))

    def flush(self) -> None:
        """Draw what is dirty now, also while hidden."""
        if self._dirty:
            self._redraw(also_hidden=True)

    def copy_table(self) -> None:
        """Put the data on the clipboard, tab separated."""
        text = "\n".join("\t".join(row) for row in self.as_table())
        QGuiApplication.clipboard().setText(text)

    def copy_picture(self) -> None:
        """Put the chart as it looks on the clipboard."""
        QGuiApplication.clipboard().setPixmap(self.grab())

    # --- when to draw ---

    def touch(self, delay_ms: int = REDRAW_MS) -> None:
        """Remember that something changed, and draw it soon if the chart can be seen."""
        self._dirty = True
        if self._is_seen() and (not self._timer.isActive() or delay_ms < self._timer.interval()):
            self._timer.start(delay_ms)

    def _on_timeout(self) -> None:
        """Redraw, unless another chart just did: painting comes between, and so do clicks."""
        rest = BREATH_S - (time.monotonic() - Chart._drawn_s)
        if rest > 0:
            self._timer.start(max(1, round(1000 * rest)))
            return
        self._redraw()
        Chart._drawn_s = time.monotonic()

    def _redraw(self, *, also_hidden: bool = False) -> None:
        if not self._dirty or not (also_hidden or self._is_seen()):
            return
        self._timer.stop()
        self._dirty = False
        self.refresh()
        text = self.summary()
        if text != self.accessibleDescription():
            self.setAccessibleDescription(text)

    def _is_seen(self) -> bool:
        return (
            self.isVisible()
            and not self.window().isMinimized()
            and not self.visibleRegion().isEmpty()
        )

    def _on_theme_changed(self) -> None:
        self._space()
        self._dirty = True
        self._redraw()
        self.update()

    def _space(self) -> None:
        edge = self.theme.px(4)  # room for the frame of the keyboard focus
        self.box.setContentsMargins(edge, edge, edge, edge)
        self.box.setSpacing(self.theme.px(6))

    # --- Qt ---

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._dirty:
            self._timer.start(0)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._dirty and not self._timer.isActive():
            self._timer.start(0)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.theme.color("accent"), 1))
            edge = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(edge, self.theme.px(4), self.theme.px(4))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_table()
        else:
            super().keyPressEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.touch(0)
        return super().event(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.touch(0)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.build_menu()
        menu.popup(event.globalPos())
        event.accept()

    def build_menu(self) -> QMenu:
        """Return the context menu; it deletes itself when it closes."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        table = menu.addAction(self.tr("Copy as table"))
        table.triggered.connect(self.copy_table)
        picture = menu.addAction(self.tr("Copy as picture"))
        picture.triggered.connect(self.copy_picture)
        actions = self.menu_actions(menu)
        if actions:
            menu.addSeparator()
            menu.addActions(actions)
        return menu
