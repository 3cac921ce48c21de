"""The steps of the sample in hand: each can be rated where it stands, and the current one shows."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QPointF, QSize, Signal, Slot
from PySide6.QtGui import QHelpEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip
from typing_extensions import override

from o1desk.gui.models.step_model import StepView
from o1desk.gui.pages.annotate.keys import all_hints
from o1desk.gui.pages.annotate.marks import Mark
from o1desk.gui.pages.annotate.rated_card import RatedLayout
from o1desk.gui.theme import Theme
from o1desk.gui.widgets.step_cards import StepCards

LEAST_PX = 120
ACTIONS = {-1: "bad", 0: "neutral", 1: "good"}


class RatedSteps(StepCards):
    """Cards with targets; fills the room it is given and scrolls.

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
        self.set_max_height(0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(theme.px(LEAST_PX))

    def set_keys(self, keys: Mapping[str, Sequence[str]]) -> None:
        """Name the keys in the tooltips of the targets."""
        self._keys = keys

    def show_item(self, texts: Sequence[str], marks: Mapping[int, Mark], end: int) -> None:
        """Show another chain.

        Args:
            texts: Its steps.
            marks: What is said of them.
            end: So many of them are to be rated.
        """
        self._layout.rules.end = end
        self._layout.rules.pointed = None
        self._marks = dict(marks)
        self.set_steps(_view(row, text, marks.get(row)) for row, text in enumerate(texts))

    def show_marks(self, marks: Mapping[int, Mark], end: int) -> None:
        """Show what is said of the steps now; what is open, folded or scrolled stays so."""
        rules = self._layout.rules
        if rules.end != end:
            rules.end = end
            self.viewport().update()
        rows = self._marks.keys() | marks.keys()
        for row in [row for row in rows if marks.get(row) != self._marks.get(row)]:
            self.replace_step(row, _view(row, self._steps.step(row).text, marks.get(row)))
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
        return QSize(self._theme.px(480), self._theme.px(320))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(240), self._theme.px(LEAST_PX))

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


def _view(row: int, text: str, mark: Mark | None) -> StepView:
    mark = mark or Mark()
    return StepView(index=row, text=text, label=mark.value, note=mark.note)
