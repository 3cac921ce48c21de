"""Our own icons: one SVG each in resources/icons, tinted with a colour of the theme."""

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from o1desk.gui.theme import Theme
from o1desk.paths import resources

BLACK = b"#000"


def icon(theme: Theme, name: str, *, color: str = "muted", size: int = 18) -> QIcon:
    """Return an icon; checked buttons show it in the accent colour.

    Args:
        theme: The look in force.
        name: File name without ".svg".
        color: Token of the theme.
        size: Edge in pixels at 100 %.
    """
    colors = tuple(theme.color(token).name() for token in (color, "accent", "faint"))
    return _icon(name, colors, theme.px(size))


def picture(name: str, color: QColor, edge: int, *, ratio: float = 2.0) -> QPixmap:
    """Return the icon as a picture of `edge` pixels, drawn finer for sharp screens."""
    pixmap = QPixmap(QSize(round(edge * ratio), round(edge * ratio)))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    source = _source(name).replace(BLACK, color.name().encode())
    QSvgRenderer(QByteArray(source)).render(painter)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


@lru_cache(maxsize=512)
def _icon(name: str, colors: tuple[str, ...], edge: int) -> QIcon:
    """Draw an icon once; a long list of messages asks for the same few again and again."""
    usual, checked, disabled = (picture(name, QColor(color), edge) for color in colors)
    made = QIcon()
    made.addPixmap(usual, QIcon.Mode.Normal, QIcon.State.Off)
    made.addPixmap(checked, QIcon.Mode.Normal, QIcon.State.On)
    made.addPixmap(disabled, QIcon.Mode.Disabled)
    return made


@cache
def _source(name: str) -> bytes:
    return (resources() / "icons" / f"{name}.svg").read_bytes()
