"""The steps of the sample in hand: each can be rated where it stands, and the current one shows."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QPointF, QSize, Signal, Slot
from PySide6.QtGui import QHelpEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip
from typing_extensions import override

from o1desk.gui.models.step_model import StepView
from o1desk.gui.pages.annotate.item import NOTHING, Item, step_view
from o1desk.gui.pages.annotate.keys import all_hints
from o1desk.gui.pages.annotate.marks import Mark
from o1desk.gui.pages.annotate.rated_card import RatedLayout
from o1desk.gui.theme import Theme
from o1desk.gui.widgets.step_cards import StepCards

LEAST_PX, MOST_PX = 120, 1600  # height of the list at 100 %
MOST_ROWS = 200  # more rows than that are laid out all at once
ACTIONS = {-1: "bad", 0: "neutral", 1: "good"}


class RatedSteps(StepCards):
    """Cards with targets; as high as they need, and scrolls where that is too high.

    Signals:
        rated: Row and value of a target that was pressed.
    """

    rated = Signal(int, int)

    def __init__(self, theme: Theme, words: Mapping[int, str]) -> None:
        """Make an empty list.

        Args:
            theme: The look.
            words: What each value means.
        """
        super().__init__(theme)
        self._layout: RatedLayout = RatedLayout(theme, self._steps)
        self._words = dict(words)
        self._keys: Mapping[str, Sequence[str]] = {}
        self._marks: dict[int, Mark] = {}
        self.set_max_height(MOST_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def set_keys(self, keys: Mapping[str, Sequence[str]]) -> None:
        """Name the keys in the tooltips of the targets."""
        self._keys = keys

    def show_item(self, item: Item) -> None:
        """Show another chain, as it was read; `show_marks` shows what was said since."""
        self._layout.rules.pointed = None
        self.set_steps(item.views)
        self._marks = {
            view.index: Mark(value=view.label, note=view.note)
            for view in item.views
            if view.label is not None or view.note
        }

    def show_marks(self, marks: Mapping[int, Mark], end: int) -> None:
        """Show what is said of the steps now; what is open, folded or scrolled stays so.

        Args:
            marks: What is said of steps.
            end: So many of them are to be rated.
        """
        if self._layout.rules.end != end:
            self._layout.rules.end = end
            self.viewport().update()
        known = self._marks
        changed = [row for row, mark in marks.items() if known.get(row) != mark]
        changed += [row for row in known if row not in marks]
        if len(changed) > MOST_ROWS:
            self._replace_many(changed, marks)
        else:
            for row in changed:
                self.replace_step(row, self._anew(row, marks))
        self._marks = dict(marks)

    def toggle_more(self) -> None:
        """Show all of the current step, or less again."""
        if self.currentIndex().isValid():
            self._toggle_more(self.currentIndex().row())

    @override
    def show_step(self, row: int) -> None:
        """Make a card the current one, and scroll until it and its neighbours can be seen."""
        index = self._steps.index(row)
        if not index.isValid():
            return
        self.setCurrentIndex(index)
        for neighbour in (row + 1, row - 1):
            if self._steps.index(neighbour).isValid():
                self.scrollTo(self._steps.index(neighbour))
        self.scrollTo(index)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(480), self._wanted)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(240), min(self._wanted, self._theme.px(LEAST_PX)))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.currentIndex().isValid():
            self.show_step(self.currentIndex().row())

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        target = self._target_at(point)
        pointed = None if target is None else (self.indexAt(point).row(), target)
        self._point_at(pointed)
        super().mouseMoveEvent(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point_at(None)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            target = self._target_at(event.pos())
            words = "" if target is None else self.target_words(target)
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().viewportEvent(event)

    def target_words(self, value: int) -> str:
        """Return what the tooltip of a target says."""
        keys = all_hints(ACTIONS[value], self._keys) if self._keys else ""
        return f"{self._words[value]} ({keys})" if keys else self._words[value]

    @Slot(QModelIndex)
    @override
    def _on_clicked(self, index: QModelIndex) -> None:
        target = self._target_at(self._pressed_at)
        if target is None:
            super()._on_clicked(index)
        else:
            self.rated.emit(self._steps.step(index.row()).index, target)

    @override
    def _part_at(self, point: QPoint) -> str:
        return super()._part_at(point) or ("target" if self._target_at(point) is not None else "")

    def _anew(self, row: int, marks: Mapping[int, Mark]) -> StepView:
        return step_view(row, self._steps.step(row).text, marks.get(row, NOTHING))

    def _replace_many(self, rows: Sequence[int], marks: Mapping[int, Mark]) -> None:
        """Show many rows anew at once; the place in the list stays."""
        current, at = self.currentIndex().row(), self.verticalScrollBar().value()
        steps = self.steps()
        for row in rows:
            steps[row] = self._anew(row, marks)
        self.set_steps(steps)
        self.verticalScrollBar().setValue(at)
        self.show_step(current)

    def _target_at(self, point: QPoint) -> int | None:
        index = self.indexAt(point)
        if not index.isValid():
            return None
        corner = QPointF(self.visualRect(index).topLeft())
        return self._layout.rated_card(index.row()).target_at(corner, QPointF(point))

    def _point_at(self, pointed: tuple[int, int] | None) -> None:
        if pointed != self._layout.rules.pointed:
            self._layout.rules.pointed = pointed
            self.viewport().update()
