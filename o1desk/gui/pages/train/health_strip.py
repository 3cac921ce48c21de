"""How the run is doing, in a line of phrases; each explains itself when pointed at."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from o1desk.core.health import MEMORY, RARE, HealthWord, health
from o1desk.core.words import filled
from o1desk.gui.pages.train.record import RunRecord
from o1desk.gui.theme import Theme
from o1desk.gui.widgets.flow import FlowLayout
from o1desk.gui.widgets.labels import chip, set_chip

TONES = {"good": "good", "watch": "warn", "bad": "bad"}
MARKS = {"good": "\u2713", "watch": "!", "bad": "\u2717"}


class HealthStrip(QWidget):
    """A chip for each thing that can be said of a run, the worst first."""

    def __init__(self, theme: Theme) -> None:
        """Say nothing yet."""
        super().__init__()
        self.setAccessibleName(self.tr("How the run is doing"))
        holder = QVBoxLayout(self)
        holder.setContentsMargins(0, 0, 0, 0)
        self._flow = FlowLayout(gap=theme.px(6))
        holder.addLayout(self._flow)
        self._chips = [chip("") for _ in range(10)]
        for made in self._chips:
            self._flow.addWidget(made)
            made.hide()
        self.hide()

    @property
    def texts(self) -> list[str]:
        """The phrases that are shown."""
        return [made.text() for made in self._chips if not made.isHidden()]

    def show_record(self, record: RunRecord) -> None:
        """Say what can be said of a run now."""
        words = words_of(record)[: len(self._chips)]
        for made, word in zip(self._chips, words, strict=False):
            phrase = _told(word.template, word)
            made.setText(f"{MARKS[word.level]} {phrase}")
            made.setToolTip(_told(word.detail, word))
            made.setAccessibleName(phrase)
            made.setAccessibleDescription(_told(word.detail, word))
            set_chip(made, TONES[word.level])
        for at, made in enumerate(self._chips):
            made.setVisible(at < len(words))
        self.setVisible(bool(words))
        self._flow.invalidate()


def words_of(record: RunRecord) -> list[HealthWord]:
    """Return what can be said of a run, the worst first."""
    step = record.step
    latest: dict[str, float] = {}
    history: dict[str, list[float]] = {}
    for name, series in record.series.items():
        if not len(series):
            continue
        is_now = series.steps[-1] == step
        if is_now:
            latest[name] = float(series.values[-1])
        earlier = series.values[: len(series) - 1] if is_now else series.values
        history[name] = (earlier if name in RARE else earlier[-MEMORY:]).tolist()
    return health(latest, history)


def _told(template: str, word: HealthWord) -> str:
    return filled(QCoreApplication.translate("health", template), word.values)
