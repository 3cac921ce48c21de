"""A chain of thought as numbered cards; a chain of 20,000 steps costs what is seen of it."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPoint, QPointF, Qt, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from o1desk.gui.models.step_model import StepModel, StepView
from o1desk.gui.shown import for_clipboard
from o1desk.gui.theme import Theme
from o1desk.gui.widgets.card_list import CardList
from o1desk.gui.widgets.step_card import Fold


class StepCards(CardList):
    """Numbered cards with figures and labels; grows with them up to a height, then scrolls.

    Up and Down move, Enter shows more or less, Left and Right fold, Ctrl+C copies the step.

    Signals:
        step_clicked: Index of the step whose card was pressed.
    """

    step_clicked = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty list.

        Args:
            theme: The look.
            parent: Owner.
        """
        super().__init__(theme, StepModel(), parent)
        self._steps.setParent(self)
        self._pressed_at = QPoint()
        self.setAccessibleName(self.tr("Steps of the thinking"))
        self.clicked.connect(self._on_clicked)

    def set_steps(self, steps: Iterable[StepView]) -> None:
        """Show other steps, from the first one on."""
        self._steps.set_steps(steps)

    def append_step(self, step: StepView) -> None:
        """Add a finished step; the end stays in view for who reads there."""
        follows = self._is_near_end()
        self._steps.append_step(step)
        self._follow(follows)

    def replace_step(self, row: int, step: StepView) -> None:
        """Show a finished step anew, for example with another label."""
        self._steps.replace_step(row, step)

    def set_streaming_text(self, text: str) -> None:
        """Show the step that is being written as a last card; "" for none."""
        follows = self._is_near_end()
        self._steps.set_streaming_text(text)
        self._follow(follows)

    def clear(self) -> None:
        """Show no steps."""
        self._steps.set_steps(())

    def steps(self) -> list[StepView]:
        """Return the finished steps."""
        return self._steps.steps()

    def show_step(self, row: int) -> None:
        """Scroll to a card and make it the current one."""
        index = self._steps.index(row)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def copy_step(self) -> None:
        """Copy the text of the current step."""
        if self.currentIndex().isValid():
            _copy(self._steps.step(self.currentIndex().row()).text)

    def copy_all(self) -> None:
        """Copy all steps, one after the other."""
        rows = range(self._steps.rowCount())
        _copy("\n".join(self._steps.step(row).text for row in rows))

    def fold_all(self) -> None:
        """Show one line of each step."""
        self._set_all(Fold.LINE)

    def unfold_all(self) -> None:
        """Show each step as usual."""
        self._set_all(Fold.USUAL)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        point = event.position().toPoint()
        self._hover(self.indexAt(point).row())
        hits = self._part_at(point) != ""
        self.viewport().setCursor(
            Qt.CursorShape.PointingHandCursor if hits else Qt.CursorShape.ArrowCursor
        )

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, key = self.currentIndex().row(), event.key()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_step()
        elif row < 0:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._toggle_more(row)
        elif key == Qt.Key.Key_Left:
            self._set_fold(row, Fold.LINE)
        elif key == Qt.Key.Key_Right:
            self._set_fold(row, Fold.USUAL)
        else:
            super().keyPressEvent(event)

    @override
    def keyboardSearch(self, search: str) -> None:
        """Letters belong to the shortcuts of the page."""

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        copy = menu.addAction(self.tr("Copy step"), self.copy_step)
        copy.setEnabled(self.currentIndex().isValid())
        menu.addAction(self.tr("Copy all steps"), self.copy_all)
        menu.addSeparator()
        menu.addAction(self.tr("Fold all steps"), self.fold_all)
        menu.addAction(self.tr("Unfold all steps"), self.unfold_all)
        menu.popup(event.globalPos())

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        row = index.row()
        part = self._part_at(self._pressed_at)
        if part == "more":
            self._toggle_more(row)
        elif part == "badge":
            is_folded = self._layout.fold(row) is Fold.LINE
            self._set_fold(row, Fold.USUAL if is_folded else Fold.LINE)
        elif row != self._steps.streaming_row:
            self.step_clicked.emit(self._steps.step(row).index)

    def _part_at(self, point: QPoint) -> str:
        """Return what of a card lies at a point: "badge", "more" or ""."""
        index = self.indexAt(point)
        if not index.isValid() or index.row() == self._steps.streaming_row:
            return ""
        card = self._layout.card(index.row())
        corner = QPointF(self.visualRect(index).topLeft())
        if card.badge_rect(corner).contains(QPointF(point)):
            return "badge"
        return "more" if card.more_rect(corner).contains(QPointF(point)) else ""

    def _toggle_more(self, row: int) -> None:
        fold = self._layout.fold(row)
        if fold is Fold.LINE or fold is Fold.ALL:
            self._set_fold(row, Fold.USUAL)
        elif self._layout.card(row).has_more:
            self._set_fold(row, Fold.ALL)


def _copy(text: str) -> None:
    QGuiApplication.clipboard().setText(for_clipboard(text))
