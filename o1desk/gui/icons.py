"""Our own icons: one SVG each in resources/icons, tinted with a colour of the theme."""

from functools import cache

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
    made = QIcon()
    edge = theme.px(size)
    made.addPixmap(picture(name, theme.color(color), edge), QIcon.Mode.Normal, QIcon.State.Off)
    made.addPixmap(picture(name, theme.color("accent"), edge), QIcon.Mode.Normal, QIcon.State.On)
    made.addPixmap(picture(name, theme.color("faint"), edge), QIcon.Mode.Disabled)
    return made


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


@cache
def _source(name: str) -> bytes:
    return (resources() / "icons" / f"{name}.svg").read_bytes()
