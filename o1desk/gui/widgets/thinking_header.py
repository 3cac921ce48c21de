"""The one line that says how long a model thought, live and afterwards."""

from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtWidgets import QToolButton, QWidget

from o1desk.gui.icons import icon
from o1desk.gui.theme import Theme

MINUTE_S = 60
TENTHS_BELOW_S = 10


class ThinkingHeader(QToolButton):
    """A button with a caret that opens and closes the thinking below it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make a closed header.

        Args:
            theme: The look.
            parent: Owner.
        """
        super().__init__(parent)
        self._theme = theme
        self._is_open = False
        self.setAutoRaise(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme.changed.connect(self._dress)
        self._dress()

    def set_open(self, is_open: bool) -> None:
        """Turn the caret."""
        self._is_open = is_open
        self._dress()

    def tell_live(self, seconds: float, tokens: int) -> None:
        """Say how long the thinking goes on already."""
        words = self.tr("Thinking {time}").format(time=self._duration(float(int(seconds)), 0))
        self._tell(words, tokens, 0)

    def tell_final(
        self, seconds: float | None, tokens: int, steps: int, *, is_stopped: bool
    ) -> None:
        """Say how long the thinking was.

        Args:
            seconds: How long it took; None when nobody measured.
            tokens: How long it is; 0 when nobody counted.
            steps: How many steps it has.
            is_stopped: Whether it was cut short.
        """
        if seconds is None:
            words = self.tr("Thinking stopped") if is_stopped else self.tr("Thoughts")
        else:
            words = self.tr("Stopped after {time}") if is_stopped else self.tr("Thought for {time}")
            digits = 1 if seconds < TENTHS_BELOW_S else 0
            words = words.format(time=self._duration(seconds, digits))
        self._tell(words, tokens, steps)

    def _tell(self, time: str, tokens: int, steps: int) -> None:
        facts, number = [time], QLocale().toString
        if tokens:
            facts.append(self.tr("{count} tok").format(count=number(tokens)))
        if steps:
            words = self.tr("1 step") if steps == 1 else self.tr("{count} steps")
            facts.append(words.format(count=number(steps)))
        self.setText(" · ".join(facts))
        self.setAccessibleName(self.text())

    def _duration(self, seconds: float, digits: int) -> str:
        if seconds >= MINUTE_S:
            minutes, rest = divmod(round(seconds), MINUTE_S)
            return self.tr("{minutes} min {seconds} s").format(minutes=minutes, seconds=rest)
        return self.tr("{seconds} s").format(seconds=QLocale().toString(seconds, "f", digits))

    def _dress(self) -> None:
        edge = self._theme.px(14)
        self.setIcon(icon(self._theme, "chevron-down" if self._is_open else "chevron-right"))
        self.setIconSize(QSize(edge, edge))
        self.setAccessibleDescription(
            self.tr("Hides the thinking") if self._is_open else self.tr("Shows the thinking")
        )
