"""How far the annotator came today and in all."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from o1desk.gui.pages.annotate.desk import AnnotationDesk
from o1desk.gui.pages.annotate.rating_card import value_words
from o1desk.gui.theme import Theme
from o1desk.gui.times import duration_text
from o1desk.gui.widgets.cards import Card
from o1desk.gui.widgets.labels import label
from o1desk.gui.widgets.step_card import MARKS
from o1desk.store.label_progress import LabelProgress

if TYPE_CHECKING:
    from o1desk.gui.charts.bars import BarChart

ORDER = (1, 0, -1)


class ProgressCard(Card):
    """Figures of today, how ratings are spread, and how often the checker agrees.

    Attributes:
        bars: How ratings are spread; None before the page was shown.
    """

    def __init__(self, theme: Theme, desk: AnnotationDesk) -> None:
        """Show that nothing was done yet.

        Args:
            theme: The look.
            desk: The annotation.
        """
        super().__init__(theme, self.tr("Your progress"))
        self._theme, self._desk = theme, desk
        self._total = label("", "small")
        self.head.addWidget(self._total)
        self.body.setSpacing(theme.px(4))
        self._empty = label(
            self.tr("Nothing rated yet. Each key is stored when it comes up."), is_wrapped=True
        )
        self._today, self._speed, self._agree = label(), label("", "muted"), label("", "muted")
        self._agree.setToolTip(
            self.tr("Whole answers that you and the checker both judged right or wrong")
        )
        self.bars: BarChart | None = None
        for part in (self._empty, self._today, self._speed, self._agree):
            self.body.addWidget(part)
        desk.progress.changed.connect(self.refresh)
        self.refresh()

    def build_bars(self) -> None:
        """Add the bars: charts are loaded after the page is on the screen."""
        if self.bars is None:
            from o1desk.gui.charts.bars import BarChart

            self.bars = BarChart(self._theme)
            self.bars.setAccessibleName(self.tr("How your ratings are spread"))
            self.body.insertWidget(3, self.bars)
            self.refresh()

    def texts(self) -> list[str]:
        """Return what the card says."""
        parts = (self._empty, self._total, self._today, self._speed, self._agree)
        return [part.text() for part in parts if not part.isHidden()]

    def refresh(self) -> None:
        """Show the figures."""
        found = self._desk.progress.found
        is_empty = found is None or not found.total
        self._empty.setVisible(is_empty)
        if found is None or is_empty:
            for part in (self._total, self._today, self._speed, self._agree, self.bars):
                _set_visible(part, is_visible=False)
            return
        number = QLocale().toString
        self._total.setText(self.tr("{n} in all").format(n=number(found.total)))
        self._today.setText(
            self.tr("Today {labels} on {samples}").format(
                labels=self.tr("%Ln label(s)", "", found.today),
                samples=self.tr("%Ln sample(s)", "", found.samples_today),
            )
        )
        self._show_speed(found)
        self._show_bars(found)
        self._show_agreement(found)
        for part in (self._total, self._today):
            part.setVisible(True)

    def _show_speed(self, found: LabelProgress) -> None:
        is_known = found.today > 0 and found.seconds_today > 0
        if is_known:
            each = duration_text(found.seconds_today / found.today)
            self._speed.setText(self.tr("{time} for each label").format(time=each))
        self._speed.setVisible(is_known)

    def _show_bars(self, found: LabelProgress) -> None:
        if self.bars is None:
            return
        from o1desk.gui.charts.bars import Bar

        rated = sum(found.by_value.values())
        words = value_words()
        self.bars.set_bars(
            [
                Bar(
                    words[value],
                    found.by_value.get(value, 0),
                    _share(found.by_value.get(value, 0), rated),
                    MARKS[value][1],
                )
                for value in ORDER
            ],
            maximum=max(1, rated),
        )
        self.bars.setVisible(rated > 0)

    def _show_agreement(self, found: LabelProgress) -> None:
        agreed, judged = found.agreement_with_verifier
        self._agree.setText(
            self.tr("The checker agrees with {share} of {n}").format(
                share=_percent(agreed, judged), n=QLocale().toString(judged)
            )
        )
        self._agree.setVisible(judged > 0)


def _percent(part: int, whole: int) -> str:
    return f"{QLocale().toString(round(100 * part / whole) if whole else 0)} %"


def _share(part: int, whole: int) -> str:
    return f"{QLocale().toString(part)} \u00b7 {_percent(part, whole)}"


def _set_visible(part: QWidget | None, *, is_visible: bool) -> None:
    if part is not None:
        part.setVisible(is_visible)
