"""Charts on a window of a known size, in English, and helpers to look at what they drew."""

import pytest
from PySide6.QtCore import QEvent, QLocale, QPointF, Qt
from PySide6.QtGui import QColor, QMouseEvent
from PySide6.QtWidgets import QApplication

from o1desk.gui.charts.line import LineChart


@pytest.fixture(autouse=True)
def english():
    """Numbers in English notation, whatever the machine speaks."""
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def show(qtbot):
    """Show a widget at a size and draw what is dirty."""

    def shown(widget, width=420, height=260):
        qtbot.addWidget(widget)
        widget.resize(width, height)
        widget.show()
        qtbot.waitExposed(widget)
        if hasattr(widget, "flush"):
            qtbot.waitUntil(lambda: not widget._dirty)
        return widget

    return shown


@pytest.fixture
def chart(theme, show):
    """An empty line chart on the screen."""
    return show(LineChart(theme, title="Reward"))


@pytest.fixture
def move():
    """Send a mouse event to a widget at a point of it."""

    def moved(widget, x, y, kind=QEvent.Type.MouseMove, button=Qt.MouseButton.NoButton):
        held = button if kind != QEvent.Type.MouseButtonRelease else Qt.MouseButton.NoButton
        point = QPointF(x, y)
        where = QPointF(widget.mapToGlobal(point.toPoint()))
        event = QMouseEvent(kind, point, where, button, held, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(widget, event)
        return event

    return moved


@pytest.fixture
def close_to():
    """Count the pixels of an image within a small distance of a colour."""

    def count(image, color, distance=60):
        wanted = QColor(color)
        found = 0
        for y in range(image.height()):
            for x in range(image.width()):
                here = image.pixelColor(x, y)
                away = (
                    abs(here.red() - wanted.red())
                    + abs(here.green() - wanted.green())
                    + abs(here.blue() - wanted.blue())
                )
                found += away <= distance
        return found

    return count
