"""The messages of a conversation in a scroll area that follows the end unless one reads above.

Only the last sixty messages are widgets, built a few at a time; earlier ones are asked for.
"""

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from o1desk.core.words import filled
from o1desk.gui.theme import Theme
from o1desk.gui.widgets.cards import scrolled
from o1desk.gui.widgets.labels import button

NEAR_END_PX = 64
MOST_SHOWN = 60
SETTLE_MS = 250  # without another height for so long, messages built above have theirs
BUDGET_S = 0.015  # time for building messages between two looks at the keyboard
WIDEST_PX = 840


class Transcript(QWidget):
    """Widgets by message id, oldest above.

    Attributes:
        area: The scroll area.
        pill: "New text" button over the end.
        earlier: Button above the first message.
    """

    def __init__(self, theme: Theme, build: Callable[[int], QWidget]) -> None:
        """Start empty.

        Args:
            theme: The look.
            build: Makes the widget of a message.
        """
        super().__init__()
        self._theme, self._build = theme, build
        self._ids: list[int] = []
        self._widgets: dict[int, QWidget] = {}
        self._wanted: list[int] = []
        self._tail: QWidget | None = None
        self._follows = True
        self._from_end: int | None = None
        self._content = QWidget()
        self._column = QVBoxLayout()
        self._lay_out_content()
        self.area = scrolled(self._content)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.setAccessibleName(self.tr("Messages"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.area)
        self.pill = self._build_pill()
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._build_batch)
        self._settled = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settled.timeout.connect(self._on_settled)
        bar = self.area.verticalScrollBar()
        bar.rangeChanged.connect(self._on_range_changed)
        bar.valueChanged.connect(self._on_scrolled)

    @property
    def follows(self) -> bool:
        """Whether the end stays in view."""
        return self._follows

    def widget_of(self, message: int) -> QWidget | None:
        """Return the widget of a message; None while it has none."""
        return self._widgets.get(message)

    def widgets(self) -> list[QWidget]:
        """Return the widgets of messages, first to last."""
        return [self._widgets[each] for each in self._ids if each in self._widgets]

    def show_ids(self, ids: Sequence[int]) -> None:
        """Show these messages; those that were shown at the same place stay."""
        new = list(ids)
        same = 0
        for old, wanted in zip(self._ids, new, strict=False):
            if old != wanted:
                break
            same += 1
        if same == 0:
            self._follows = True
        for gone in self._ids[same:]:
            self._drop(gone)
        self._ids = new
        first = max(0, len(new) - MOST_SHOWN)
        shown = [each for each in new[:same] if each in self._widgets]
        start = min(first, new.index(shown[0])) if shown else first
        self._want(new[start:])

    def adopt(self, message: int, widget: QWidget) -> None:
        """Take the widget at the tail as that of a message that was just stored."""
        if widget is self._tail:
            self._tail = None
        else:
            self._column.addWidget(widget)
        self._ids.append(message)
        self._widgets[message] = widget

    def set_tail(self, widget: QWidget | None) -> None:
        """Put a widget below the messages; the old one goes."""
        old, self._tail = self._tail, widget
        if old is not None and old is not widget:
            _discard(old)
        if widget is not None and widget is not old:
            self._column.addWidget(widget)

    def go_to_end(self) -> None:
        """Show the end and stay there."""
        self._follows = True
        self.pill.hide()
        bar = self.area.verticalScrollBar()
        bar.setValue(bar.maximum())

    def tell_new_text(self) -> None:
        """Something was written at the end: offer to go there if it is out of sight."""
        if not self._follows and self.pill.isHidden():
            self.pill.show()
            self._place_pill()

    def show_earlier(self) -> None:
        """Build sixty more messages above; what is read stays where it is."""
        first = self._ids.index(next(each for each in self._ids if each in self._widgets))
        bar = self.area.verticalScrollBar()
        self._from_end = bar.maximum() - bar.value()
        self._follows = False
        self._want(self._ids[max(0, first - MOST_SHOWN) :])

    def offset_from_end(self) -> int:
        """Return how far above the end the reader is, pixels; 0 while the end is followed."""
        bar = self.area.verticalScrollBar()
        return 0 if self._follows else bar.maximum() - bar.value()

    def hold(self, offset: int) -> None:
        """Show what is so far above the end, as soon as it is laid out."""
        if offset > 0:
            self._follows, self._from_end = False, offset

    # --- building ---

    def _want(self, ids: Sequence[int]) -> None:
        """Build what is missing, last first, so that the end is there at once."""
        self._wanted = [each for each in reversed(ids) if each not in self._widgets]
        self._build_batch()

    def _build_batch(self) -> None:
        limit = time.perf_counter() + BUDGET_S
        while self._wanted:
            self._insert(self._wanted.pop(0))
            if time.perf_counter() >= limit:
                break
        if self._wanted:
            self._timer.start()
        hidden = len(self._ids) - len(self._widgets) - len(self._wanted)
        self.earlier.setVisible(hidden > 0)
        if hidden > 0:
            words = self.tr("Show earlier messages (%1 more)")
            self.earlier.setText(filled(words, [str(hidden)]))

    def _insert(self, message: int) -> None:
        widget = self._build(message)
        at = self._ids.index(message)
        below = sum(each in self._widgets for each in self._ids[:at])
        self._widgets[message] = widget
        self._column.insertWidget(below, widget)

    def _drop(self, message: int) -> None:
        widget = self._widgets.pop(message, None)
        if widget is not None:
            _discard(widget)

    def _lay_out_content(self) -> None:
        theme = self._theme
        self.earlier = button(self.tr("Show earlier messages"), self.show_earlier)
        self.earlier.hide()
        inner = QWidget()
        inner.setMaximumWidth(theme.px(WIDEST_PX))
        stack = QVBoxLayout(inner)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(theme.px(16))
        stack.addWidget(self.earlier, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.setSpacing(theme.px(16))
        stack.addLayout(self._column)
        stack.addStretch(1)
        outer = QHBoxLayout(self._content)
        edge = theme.px(20)
        outer.setContentsMargins(edge, theme.px(12), edge, theme.px(16))
        outer.addWidget(inner)

    def _build_pill(self) -> QPushButton:
        made = button(self.tr("↓ New text"), self.go_to_end)
        made.setParent(self)
        made.setProperty("pill", "true")
        made.setToolTip(self.tr("Go to the end and follow it"))
        made.hide()
        return made

    # --- scrolling ---

    def _on_range_changed(self, _low: int, high: int) -> None:
        bar = self.area.verticalScrollBar()
        if self._from_end is not None:
            bar.setValue(high - self._from_end)
            self._settled.start()
        elif self._follows:
            bar.setValue(high)

    def _on_settled(self) -> None:
        if self._wanted:
            self._settled.start()
        else:
            self._from_end = None

    def _on_scrolled(self, value: int) -> None:
        bar = self.area.verticalScrollBar()
        self._follows = value >= bar.maximum() - self._theme.px(NEAR_END_PX)
        if self._follows:
            self.pill.hide()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_pill()

    def _place_pill(self) -> None:
        self.pill.adjustSize()
        self.pill.move(
            (self.width() - self.pill.width()) // 2,
            self.height() - self.pill.height() - self._theme.px(12),
        )
        self.pill.raise_()


def _discard(widget: QWidget) -> None:
    widget.hide()
    widget.deleteLater()
