"""What a finished training came to: held-out accuracy before and after, with intervals."""

from dataclasses import dataclass

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from o1desk.core.runs import RunState
from o1desk.gui.pages.train.record import RunRecord
from o1desk.gui.theme import Theme
from o1desk.gui.widgets.cards import Card
from o1desk.gui.widgets.labels import label, set_tone

N = "heldout_n"
DONE = (RunState.FINISHED, RunState.CANCELLED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gain:
    """Two measurements of one run, rates in [0, 1].

    Attributes:
        before: Step, rate, and interval of the first.
        after: The same of the last.
        best: The same of the best.
        n: Problems asked.
    """

    before: tuple[int, float, float, float]
    after: tuple[int, float, float, float]
    best: tuple[int, float, float, float]
    n: int

    @property
    def is_sure(self) -> bool:
        """Whether the intervals of first and last lie apart."""
        return self.after[2] > self.before[3] or self.after[3] < self.before[2]


def gain_of(record: RunRecord) -> Gain | None:
    """Return what a run came to; None when it was not measured twice."""
    rows = record.heldout
    if len(rows) < 2:
        return None
    counts = record.series.get(N)
    return Gain(
        before=rows[0],
        after=rows[-1],
        best=max(rows, key=lambda row: (row[1], -row[0])),
        n=int(counts.last or 0) if counts is not None else 0,
    )


class ResultCard(Card):
    """Before, after, and what that is worth."""

    def __init__(self, theme: Theme) -> None:
        """Stay hidden until there is something to say."""
        super().__init__(theme)
        line = QHBoxLayout()
        line.setSpacing(theme.px(20))
        self._before = _Figure(self.tr("Before"))
        self._after = _Figure(self.tr("After"))
        arrow = label("\u2192", "figure", tone="accent")
        self._words = label("", "muted", is_wrapped=True)
        line.addLayout(self._before)
        line.addWidget(arrow, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addLayout(self._after)
        line.addWidget(self._words, 1)
        self.body.addLayout(line)
        self.hide()

    def show_record(self, record: RunRecord) -> None:
        """Show the result of a run that is over."""
        is_done = not record.is_active and record.state in DONE
        gain = gain_of(record) if is_done and record.role == "train" else None
        self.setVisible(gain is not None)
        if gain is None:
            return
        self._before.show_rate(gain.before)
        self._after.show_rate(gain.after)
        rises = gain.after[1] > gain.before[1]
        self._after.set_tone(("good" if rises else "bad") if gain.is_sure else "")
        self._words.setText(self._sentences(gain, rises))

    def _sentences(self, gain: Gain, rises: bool) -> str:
        measured = self.tr("Measured on {n} held-out problems, one sampled answer each.")
        measured = measured.format(n=QLocale().toString(gain.n))
        if not gain.is_sure:
            verdict = self.tr("The intervals overlap: it may be luck; train or measure longer.")
        elif rises:
            verdict = self.tr("The intervals lie apart: the gain is real.")
        else:
            verdict = self.tr("The intervals lie apart: it really got worse.")
        best = ""
        if gain.best[1] > max(gain.after[1], gain.before[1]):
            best = self.tr("Best was step {n} with {rate}.").format(
                n=QLocale().toString(gain.best[0]), rate=percent(gain.best[1])
            )
        return " ".join(part for part in (measured, verdict, best) if part)


class _Figure(QVBoxLayout):
    """A rate with its interval."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setSpacing(0)
        self._title = title
        self._head = label(title, "small")
        self._rate = label("", "figure")
        self._interval = label("", "small")
        for part in (self._head, self._rate, self._interval):
            self.addWidget(part)

    def show_rate(self, row: tuple[int, float, float, float]) -> None:
        step, rate, low, high = row
        self._head.setText(
            self.tr("{what}, step {n}").format(what=self._title, n=QLocale().toString(step))
        )
        self._rate.setText(percent(rate))
        interval = self.tr("{low} to {high}").format(low=percent(low), high=percent(high))
        self._interval.setText(interval if low == low and high == high else "")

    def set_tone(self, tone: str) -> None:
        set_tone(self._rate, tone)


def percent(rate: float) -> str:
    """Return a share as per cent with one decimal, in the notation of the language."""
    return f"{QLocale().toString(100 * rate, 'f', 1)}\u00a0%"
