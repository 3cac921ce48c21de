"""The thinking of one answer: a header that counts while it goes on, and the steps below it."""

import time
from collections.abc import Iterable
from enum import StrEnum

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from o1desk.gui.models.step_model import StepView
from o1desk.gui.theme import Theme
from o1desk.gui.widgets.margin import LAST_LINES, LastLines, Margin
from o1desk.gui.widgets.step_cards import StepCards
from o1desk.gui.widgets.text_block import MOST_COLUMNS
from o1desk.gui.widgets.thinking_header import ThinkingHeader
from o1desk.gui.widgets.timeline import TimelineStrip

CLOCK_MS = 500


class ThinkingView(StrEnum):
    """How much of the thinking is open; the values of the setting chat.thinking_view."""

    COLLAPSED = "collapsed"
    LAST_LINES = "last_lines"
    EXPANDED = "expanded"


class ThinkingBlock(QFrame):
    """Thinking as it streams in and as it stays; a press on its left margin collapses it.

    Signals:
        step_clicked: Index of the step whose card was pressed.
    """

    step_clicked = Signal(int)

    def __init__(
        self,
        theme: Theme,
        view: ThinkingView | str = ThinkingView.COLLAPSED,
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty block.

        Args:
            theme: The look.
            view: How much is open until somebody touches the block.
            parent: Owner.
        """
        super().__init__(parent)
        self._theme, self._view = theme, ThinkingView(view)
        self._steps: list[StepView] = []
        self._tail = ""
        self._recent = ""
        self._tokens = 0
        self._seconds: float | None = None
        self._started_s = 0.0
        self._is_streaming = self._is_stopped = self._is_touched = False
        self._shown = ThinkingView.COLLAPSED
        self._cards: StepCards | None = None
        self._strip: TimelineStrip | None = None
        self._build()
        self._clock = QTimer(self, interval=CLOCK_MS)
        self._clock.timeout.connect(self._tell)
        self._tell()

    # --- what a page does with it ---

    def start(self, already_s: float = 0.0) -> None:
        """Begin: the thinking is being written from now on.

        Args:
            already_s: How long it went on before somebody looked, seconds.
        """
        self.set_final(())
        self._is_streaming, self._is_touched = True, False
        self._started_s = time.monotonic() - already_s
        self._clock.start()
        self._show(self._view)
        self._tell()

    def feed(self, text: str, n_tokens: int) -> None:
        """Add text of the thinking.

        Args:
            text: What came since the last call, line breaks included.
            n_tokens: How many tokens there are so far.
        """
        self._tail += text
        self._recent = (self._recent + text)[-LAST_LINES * MOST_COLUMNS :]
        self._tokens = n_tokens
        self._show_tail()
        self._tell()

    def step_done(self, step: StepView) -> None:
        """Turn the text fed so far into a finished step."""
        found = self._tail.find(step.text)
        rest = self._tail[found + len(step.text) :] if found >= 0 else ""
        self._tail = rest.lstrip("\n")
        self._add(step)
        self._show_tail()

    def finish(self, seconds: float, tokens: int, stopped: bool = False, note: str = "") -> None:
        """End the thinking: its mark came, the turn ended, somebody stopped it, or it failed.

        Args:
            seconds: How long it took.
            tokens: How long it is, in tokens.
            stopped: Whether it was cut short.
            note: Stands under the step that was cut; empty says who stopped it.
        """
        self._clock.stop()
        self._is_streaming, self._is_stopped = False, stopped
        self._seconds, self._tokens = seconds, tokens
        if left := self._tail.strip("\n"):
            why = note or (self.tr("Stopped by you") if stopped else "")
            self._add(StepView(index=len(self._steps), text=left, note=why))
        self._tail = ""
        self._show_tail()
        if not self._is_touched and self._view is not ThinkingView.EXPANDED:
            self._show(ThinkingView.COLLAPSED)
        self._tell()

    def set_final(
        self,
        steps: Iterable[StepView],
        seconds: float | None = None,
        tokens: int | None = None,
    ) -> None:
        """Show thinking that ended long ago.

        Args:
            steps: The chain.
            seconds: How long it took; None adds up the steps.
            tokens: How long it is; None adds up the steps.
        """
        self._clock.stop()
        self._steps = list(steps)
        total_ms = sum(step.ms for step in self._steps)
        self._seconds = seconds if seconds is not None else (total_ms / 1000 or None)
        self._tokens = tokens if tokens is not None else sum(s.tokens for s in self._steps)
        self._is_streaming = self._is_stopped = False
        self._tail = self._recent = ""
        if self._cards is not None and self._strip is not None:
            self._cards.set_steps(self._steps)
            self._strip.set_steps(self._steps)
        self._show(self._view if self._view is ThinkingView.EXPANDED else ThinkingView.COLLAPSED)
        self._tell()

    def is_streaming(self) -> bool:
        """Return whether the thinking is being written."""
        return self._is_streaming

    def shown(self) -> ThinkingView:
        """Return how much is open now."""
        return self._shown

    def set_view(self, view: ThinkingView | str) -> None:
        """Choose how much is open; a block that somebody touched stays as it is."""
        self._view = ThinkingView(view)
        if not self._is_touched:
            open_now = self._is_streaming or self._view is ThinkingView.EXPANDED
            self._show(self._view if open_now else ThinkingView.COLLAPSED)

    def steps(self) -> list[StepView]:
        """Return the finished steps."""
        return list(self._steps)

    def header(self) -> str:
        """Return what the header says."""
        return self._header.text()

    # --- inside ---

    @Slot()
    def _on_header_pressed(self) -> None:
        self._is_touched = True
        is_open = self._shown is ThinkingView.EXPANDED
        self._show(ThinkingView.COLLAPSED if is_open else ThinkingView.EXPANDED)

    @Slot()
    def _on_margin_pressed(self) -> None:
        self._is_touched = True
        self._show(ThinkingView.COLLAPSED)

    @Slot(int)
    def _on_segment_hovered(self, row: int) -> None:
        if self._cards is not None:
            self._cards.set_highlight(row)

    @Slot(int)
    def _on_segment_pressed(self, row: int) -> None:
        if self._cards is not None:
            self._cards.show_step(row)

    def _add(self, step: StepView) -> None:
        self._steps.append(step)
        if self._cards is not None and self._strip is not None:
            self._cards.append_step(step)
            self._strip.append_step(step)
            self._strip.setVisible(_has_times(self._steps))
        self._tell()

    def _show_tail(self) -> None:
        if self._shown is ThinkingView.EXPANDED and self._cards is not None:
            self._cards.set_streaming_text(self._tail.strip("\n"))
        elif self._shown is ThinkingView.LAST_LINES:
            self._preview.set_text(self._recent.rstrip("\n"))

    def _show(self, view: ThinkingView) -> None:
        self._shown = view
        if view is ThinkingView.EXPANDED:
            self._open()
        self._preview.setVisible(view is ThinkingView.LAST_LINES)
        if self._cards is not None and self._strip is not None:
            self._cards.setVisible(view is ThinkingView.EXPANDED)
            self._strip.setVisible(view is ThinkingView.EXPANDED and _has_times(self._steps))
        self._body.setVisible(view is not ThinkingView.COLLAPSED)
        self._show_tail()
        self._header.set_open(view is ThinkingView.EXPANDED)

    def _open(self) -> None:
        """Make cards and strip when somebody wants to see them for the first time."""
        if self._cards is None:
            self._cards, self._strip = StepCards(self._theme), TimelineStrip(self._theme)
            self._cards.step_clicked.connect(self.step_clicked)
            self._strip.hovered.connect(self._on_segment_hovered)
            self._strip.pressed.connect(self._on_segment_pressed)
            self._cards.set_steps(self._steps)
            self._strip.set_steps(self._steps)
            self._room.addWidget(self._strip)
            self._room.addWidget(self._cards)

    @Slot()
    def _tell(self) -> None:
        """Write the header anew."""
        if self._is_streaming:
            self._header.tell_live(time.monotonic() - self._started_s, self._tokens)
        else:
            self._header.tell_final(
                self._seconds, self._tokens, len(self._steps), is_stopped=self._is_stopped
            )

    def _build(self) -> None:
        px = self._theme.px
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(px(4))
        self._header = ThinkingHeader(self._theme)
        self._header.clicked.connect(self._on_header_pressed)
        outer.addWidget(self._header, 0, Qt.AlignmentFlag.AlignLeft)
        self._body = QWidget()
        inner = QHBoxLayout(self._body)
        inner.setContentsMargins(px(8), 0, 0, px(4))  # the line lies below the caret
        inner.setSpacing(px(8))
        self._margin = Margin(self._theme, self.tr("Hide the thinking"))
        self._margin.pressed.connect(self._on_margin_pressed)
        inner.addWidget(self._margin)
        self._room = QVBoxLayout()
        self._room.setSpacing(px(8))
        self._preview = LastLines(self._theme)
        self._room.addWidget(self._preview)
        inner.addLayout(self._room, 1)
        outer.addWidget(self._body)
        self._body.hide()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)


def _has_times(steps: list[StepView]) -> bool:
    """Return whether a timeline would say something."""
    return len(steps) > 1 and any(step.ms or step.tokens for step in steps)
