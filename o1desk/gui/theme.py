"""Light and dark as tokens, and the palette, style sheet and fonts made from them.

One spacing scale (multiples of 4), one type scale, one set of colours per theme. Every size goes
through `px`, so that 100 to 200 % scale is one number. The palette is installed besides the colour
scheme hint, because some platforms ignore the hint.
"""

import json
from dataclasses import dataclass, fields
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from o1desk.gui.stylesheet import stylesheet
from o1desk.paths import resources

BASE_PX = 13  # body text at 100 %
TYPE_SCALE = {"small": 11, "body": 13, "lead": 15, "heading": 17, "title": 22, "figure": 28}
MODES = ("system", "light", "dark")
UI_FONT = "Inter"
MONO_FONT = "JetBrains Mono"
# Systems carry Chinese glyphs under these names; Qt takes the first that is there.
FALLBACKS = (
    "Segoe UI", "SF Pro Text", "Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei UI",
    "PingFang SC", "WenQuanYi Micro Hei", "DejaVu Sans",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """The colours of one theme, "#rrggbb"; `series` are the lines of a chart in order."""

    window: str
    rail: str
    surface: str
    sunken: str
    hover: str
    border: str
    border_strong: str
    text: str
    muted: str
    faint: str
    accent: str
    accent_hover: str
    accent_soft: str
    on_accent: str
    good: str
    good_soft: str
    bad: str
    bad_soft: str
    warn: str
    warn_soft: str
    grid: str
    series: tuple[str, ...]


def read_tokens(name: str, folder: Path | None = None) -> Tokens:
    """Return the tokens of "light" or "dark" from the shipped file."""
    path = (folder or resources() / "themes") / f"{name}.json"
    values = json.loads(path.read_text(encoding="utf-8"))
    known = {field.name for field in fields(Tokens)}
    chosen = {key: value for key, value in values.items() if key in known}
    return Tokens(**chosen | {"series": tuple(values["series"])})


class Theme(QObject):
    """The look in force.

    Attributes:
        tokens: Colours.
        is_dark: Whether the dark theme is in force.
        scale: Size of everything, 1.0 to 2.0.

    Signals:
        changed: Colours or sizes are others; whatever paints by itself paints again.
    """

    changed = Signal()

    def __init__(self, app: QApplication, *, mode: str = "system", scale: float = 1.0) -> None:
        """Load the fonts and put the look on the application.

        Args:
            app: The application.
            mode: "system", "light" or "dark".
            scale: Size of everything, 1.0 to 2.0.
        """
        super().__init__(app)
        self._app = app
        self.mode = mode
        self.scale = scale
        self.is_dark = False
        self.tokens = read_tokens("light")
        load_fonts()
        app.styleHints().colorSchemeChanged.connect(self._on_system_changed)
        self.apply()

    def set_mode(self, mode: str) -> None:
        """Follow the system, or pin light or dark."""
        if mode != self.mode:
            self.mode = mode
            self.apply()

    def set_scale(self, scale: float) -> None:
        """Make everything larger or smaller; 1.0 to 2.0."""
        if scale != self.scale:
            self.scale = scale
            self.apply()

    def apply(self) -> None:
        """Put palette, style sheet and font on the application."""
        hints = self._app.styleHints()
        wanted = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
        hints.setColorScheme(wanted.get(self.mode, Qt.ColorScheme.Unknown))
        system_dark = hints.colorScheme() == Qt.ColorScheme.Dark
        self.is_dark = self.mode == "dark" or (self.mode == "system" and system_dark)
        self.tokens = read_tokens("dark" if self.is_dark else "light")
        if self._app.style().objectName() != "fusion":
            self._app.setStyle(QStyleFactory.create("Fusion"))
        self._app.setPalette(palette_of(self.tokens))
        self._app.setFont(self.font())
        self._app.setStyleSheet(stylesheet(self))
        self.changed.emit()

    def px(self, size: float) -> int:
        """Return a length at the present scale; give multiples of 4 for spacing."""
        return round(size * self.scale)

    def color(self, name: str) -> QColor:
        """Return a token as a colour."""
        return QColor(getattr(self.tokens, name))

    def series(self, index: int) -> QColor:
        """Return the colour of the n-th line of a chart."""
        return QColor(self.tokens.series[index % len(self.tokens.series)])

    def font(self, role: str = "body", *, bold: bool = False, mono: bool = False) -> QFont:
        """Return a font of the type scale.

        Args:
            role: A key of `TYPE_SCALE`.
            bold: Semi-bold.
            mono: Fixed width, for traces and figures that must line up.
        """
        font = QFont()
        font.setFamilies([MONO_FONT if mono else UI_FONT, *FALLBACKS])
        font.setPixelSize(self.px(TYPE_SCALE[role]))
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font

    def _on_system_changed(self) -> None:
        if self.mode == "system":
            system_dark = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
            if system_dark != self.is_dark:
                self.apply()


def load_fonts() -> None:
    """Register the shipped fonts; a system without them falls back to its own."""
    known = set(QFontDatabase.families())
    for path in sorted((resources() / "fonts").glob("*.?tf")):
        if path.stem.partition("-")[0] not in {name.replace(" ", "") for name in known}:
            QFontDatabase.addApplicationFont(str(path))


def palette_of(tokens: Tokens) -> QPalette:
    """Return the palette of a theme, for everything the style sheet does not name."""
    roles = QPalette.ColorRole
    palette = QPalette()
    for role, color in {
        roles.Window: tokens.window,
        roles.WindowText: tokens.text,
        roles.Base: tokens.surface,
        roles.AlternateBase: tokens.sunken,
        roles.Text: tokens.text,
        roles.PlaceholderText: tokens.faint,
        roles.Button: tokens.surface,
        roles.ButtonText: tokens.text,
        roles.BrightText: tokens.bad,
        roles.Highlight: tokens.accent,
        roles.HighlightedText: tokens.on_accent,
        roles.ToolTipBase: tokens.surface,
        roles.ToolTipText: tokens.text,
        roles.Link: tokens.accent,
        roles.Accent: tokens.accent,
        roles.Light: tokens.surface,
        roles.Midlight: tokens.hover,
        roles.Mid: tokens.border,
        roles.Dark: tokens.border_strong,
        roles.Shadow: tokens.border_strong,
    }.items():
        palette.setColor(role, QColor(color))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.faint))
    return palette
