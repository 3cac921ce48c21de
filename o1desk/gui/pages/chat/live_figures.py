"""What the answer that is being written costs: speed, latency, tokens, memory."""

import time

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel

from o1desk.core.leaves import Efficiency
from o1desk.gui.charts.bars import Bar, BarChart
from o1desk.gui.charts.live import RateStrip
from o1desk.gui.charts.ticks import ABSENT
from o1desk.gui.pages.chat.controller import ChatController
from o1desk.gui.pages.chat.outcome import Pending
from o1desk.gui.pages.chat.strips import curve_of, draw, draw_more
from o1desk.gui.pages.chat.tree import Turn
from o1desk.gui.pages.chat.wording import (
    context_share,
    count_text,
    mib_text,
    ms_text,
    percent_text,
    rate_text,
)
from o1desk.gui.theme import Theme
from o1desk.gui.widgets.cards import Card
from o1desk.gui.widgets.labels import label

REFRESH_S = 0.5  # numbers that change faster cannot be read


class LiveFigures(Card):
    """Figures of the answer in hand, or of the last one."""

    def __init__(self, theme: Theme, chat: ChatController) -> None:
        """Show the last answer."""
        super().__init__(theme)
        self._theme, self._chat = theme, chat
        self._refreshed_s = 0.0
        self._shown: object = None
        self.body.addWidget(label(self.tr("This answer"), "lead"))
        self.speed = RateStrip(theme, title=self.tr("Speed now"), unit=self.tr("tok/s"))
        self.speed.setToolTip(
            self.tr(
                "Tokens per second over the last second, by the times at which the model wrote "
                "them; in the first second, and for a shorter answer, over the time since its "
                "first token"
            )
        )
        self.speed.setFixedHeight(theme.px(72))
        self.body.addWidget(self.speed)
        self._values: dict[str, QLabel] = {}
        self.body.addLayout(self._build_grid())
        self.tokens = BarChart(theme, title=self.tr("Tokens"))
        self.tokens.setToolTip(self.tr("Tokens of the thinking and of the answer, all chains"))
        self.body.addWidget(self.tokens)
        self.memory = RateStrip(theme, title=self.tr("Memory"), unit=self.tr("MiB"), color=2)
        self.memory.setToolTip(
            self.tr(
                "Resident memory of the worker, read as an answer begins, once a second, and as "
                "it ends"
            )
        )
        self.memory.setFixedHeight(theme.px(72))
        self.body.addWidget(self.memory)
        chat.streamed.connect(self._on_streamed)
        chat.pending_changed.connect(self.refresh)
        chat.turn_added.connect(self.refresh)
        chat.opened.connect(self.refresh)
        chat.memory.measured.connect(self._on_memory)
        self.refresh()

    def refresh(self) -> None:
        """Show the answer in hand, or the last one of the conversation."""
        pending = self._chat.pending
        if pending is not None:
            self._begin(pending)
            self._show_pending(pending)
            return
        answers = [turn for turn in self._chat.path() if turn.is_answer and turn.cost is not None]
        self._show_turn(answers[-1] if answers else None)

    def _build_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(self._theme.px(12))
        grid.setVerticalSpacing(self._theme.px(4))
        rows = (
            ("first", self.tr("First token"), self.tr("From the question to the first token")),
            (
                "gap",
                self.tr("Between tokens"),
                self.tr(
                    "Median time from one token to the next; while it is written, the mean of the "
                    "last second"
                ),
            ),
            ("slow", self.tr("Slowest 5 %"), self.tr("95th percentile of that time")),
            ("decode", self.tr("Decode"), self.tr("Tokens after the first over their time")),
            ("whole", self.tr("End to end"), self.tr("All tokens over the whole time")),
            (
                "memory",
                self.tr("Memory"),
                self.tr(
                    "Resident memory of the worker process; at the end, on a CUDA device, the most "
                    "it held there"
                ),
            ),
            (
                "context",
                self.tr("Context used"),
                self.tr(
                    "Prompt and answer together, of what the model can hold; not told for a vote, "
                    "whose chains stand side by side"
                ),
            ),
        )
        for at, (key, title, why) in enumerate(rows):
            name, value = label(title, "muted"), label(ABSENT)
            name.setToolTip(why)
            value.setToolTip(why)
            value.setAccessibleName(title)
            value.setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(name, at, 0)
            grid.addWidget(value, at, 1)
            self._values[key] = value
        grid.setColumnStretch(0, 1)
        return grid

    def _begin(self, pending: Pending) -> None:
        """Draw what was measured before this view was there."""
        if self._shown is not pending:
            self._shown = pending
            self._put("memory", mib_text(pending.memory[-1][1]) if pending.memory else ABSENT)
            self._tell_empty(self.tr("Appears while it answers"))
            draw(self.speed, pending.stream.rates)
            draw(self.memory, pending.memory)

    def _on_streamed(self) -> None:
        pending = self._chat.pending
        if pending is None or not self.isVisible():
            return
        self._begin(pending)
        draw_more(self.speed, pending.stream.rates)
        if time.monotonic() - self._refreshed_s >= REFRESH_S:
            self._show_pending(pending)

    def _on_memory(self) -> None:
        pending = self._chat.pending
        if pending is not None and pending.memory and self.isVisible():
            self._begin(pending)
            draw_more(self.memory, pending.memory)
            self._put("memory", mib_text(pending.memory[-1][1]))

    def _show_pending(self, pending: Pending) -> None:
        self._refreshed_s = time.monotonic()
        stream, rate = pending.stream, pending.stream.rate_now()
        measured = stream.measured()
        self._put("first", ms_text(measured.ttft_ms) if measured.ttft_ms else ABSENT)
        self._put("gap", ms_text(1000 / rate) if rate else ABSENT)
        self._put("slow", ABSENT)
        self._put("context", ABSENT)
        self._put("decode", rate_text(measured.decode_tps) if measured.decode_tps else ABSENT)
        self._put("whole", _rate(measured.end_to_end_tps))
        self._show_tokens(measured)

    def _show_turn(self, turn: Turn | None) -> None:
        cost = Efficiency() if turn is None or turn.cost is None else turn.cost
        self._put("first", ABSENT if cost.ttft_ms is None else ms_text(cost.ttft_ms))
        self._put("gap", ABSENT if cost.itl_p50_ms is None else ms_text(cost.itl_p50_ms))
        self._put("slow", ABSENT if cost.itl_p95_ms is None else ms_text(cost.itl_p95_ms))
        self._put("decode", _rate(cost.decode_tps))
        self._put("whole", _rate(cost.end_to_end_tps))
        held = None if turn is None else turn.details.get("memory_mib")
        self._put("memory", mib_text(held) if isinstance(held, int | float) else ABSENT)
        share = None if turn is None else context_share(turn)
        self._put("context", ABSENT if share is None else percent_text(share))
        self._show_tokens(cost)
        if self._shown is not turn or turn is None:
            self._shown = turn
            none, short = self.tr("Appears while it answers"), self.tr("Too short to draw")
            self._tell_empty(none if turn is None else short)
            draw(self.speed, curve_of(turn, "rates"))
            draw(self.memory, curve_of(turn, "memory"))

    def _show_tokens(self, cost: Efficiency) -> None:
        thinking, answer = cost.tokens_thinking, cost.tokens_answer
        bars = [
            Bar(self.tr("Thinking"), float(thinking), count_text(thinking), "accent"),
            Bar(self.tr("Answer"), float(answer), count_text(answer), "good"),
        ]
        self.tokens.set_bars(bars)

    def _tell_empty(self, text: str) -> None:
        """Say why there is no curve, for as long as there is none."""
        self.speed.set_empty_text(text)
        self.memory.set_empty_text(text)

    def _put(self, key: str, text: str) -> None:
        if self._values[key].text() != text:
            self._values[key].setText(text)


def _rate(value: float | None) -> str:
    return ABSENT if value is None else rate_text(value)
