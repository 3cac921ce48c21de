"""The title row: title first, readout if there is room, a legend that does not jump."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from o1desk.gui.charts.header import ChartHeader
from o1desk.gui.charts.legend import LegendEntry


def entries(count, value="0.5", title="Exact answer"):
    return [
        LegendEntry(name=str(n), title=f"{title} {n}", value=value, color=QColor("red"))
        for n in range(count)
    ]


@pytest.fixture
def owner():
    return QWidget()


@pytest.fixture
def header(theme, show, owner):
    made = ChartHeader(theme, owner)
    show(owner, 400, 100)
    made.resize(300, made.height())
    made.show()
    return made


def test_legend_entries_flow_into_rows_without_overlapping(header):
    header.set_legend(entries(5))
    rows = sorted({slot.top() for slot in header.slots()})
    assert len(rows) > 1
    for one in header.slots():
        assert one.right() <= 300
        assert [other for other in header.slots() if other.intersects(one)] == [one]
    assert header.height() > rows[-1]


def test_no_more_than_three_rows_and_the_rest_is_counted(header):
    header.set_legend(entries(40))
    assert len({slot.top() for slot in header.slots()}) == 3
    assert len(header.slots()) < 40
    assert not header.grab().isNull()


def test_values_change_without_moving_anything(header):
    header.set_legend(entries(3))
    before, height = list(header.slots()), header.height()
    header.set_values({"0": ("12,345.678", False), "1": ("-", True)})
    assert header.slots() == before
    assert header.height() == height
    assert [(e.value, e.stale) for e in header.legend()][:2] == [("12,345.678", False), ("-", True)]


def test_room_once_needed_by_a_number_is_kept(header):
    header.set_legend(entries(2, "12,345,678"))
    wide = header.slots()[0].width()
    header.set_legend(entries(2, "1"))
    assert header.slots()[0].width() == wide


def test_a_header_without_words_takes_no_room(header):
    assert header.height() == 0
    header.set_title("Reward")
    assert header.height() > 0


def test_the_readout_gives_way_to_the_title(header, theme, close_to):
    header.set_title("Reward")
    header.set_readout("0.5 nats")
    muted = close_to(header.grab().toImage().copy(150, 0, 150, header.height()), theme.tokens.muted)
    assert muted > 5
    header.set_title("A title that fills the whole row of this header")
    image = header.grab().toImage().copy(150, 0, 150, header.height())
    assert close_to(image, theme.tokens.text) > 5
    assert close_to(image, theme.tokens.muted, 20) < muted


def test_the_whole_title_is_told_in_a_tool_tip_as_plain_text(header):
    header.set_title("<i>An answer</i> " * 20)
    where = QPoint(5, 5)
    event = QHelpEvent(QHelpEvent.Type.ToolTip, where, header.mapToGlobal(where))
    QApplication.sendEvent(header, event)
    assert "&lt;i&gt;An answer&lt;/i&gt;" in QToolTip.text()
    QToolTip.hideText()


def test_a_click_on_an_entry_tells_its_name(header, qtbot):
    header.set_title("Reward")
    header.set_legend(entries(2))
    with qtbot.waitSignal(header.entry_clicked) as caught:
        point = header.slots()[1].center()
        qtbot.mouseClick(header, Qt.MouseButton.LeftButton, pos=point)
    assert caught.args == ["1"]
    with qtbot.assertNotEmitted(header.entry_clicked):
        qtbot.mouseClick(header, Qt.MouseButton.LeftButton, pos=QPoint(5, 2))
