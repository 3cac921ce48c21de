import pytest
import shiboken6
from PySide6.QtWidgets import QVBoxLayout, QWidget

from o1desk.gui.widgets.flow import FlowLayout


@pytest.fixture
def flow(theme, qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    outer = QVBoxLayout(holder)
    outer.setContentsMargins(0, 0, 0, 0)
    made = FlowLayout(gap=4)
    for number in range(6):
        part = QWidget()
        part.setObjectName(str(number))
        part.setFixedSize(50, 20)
        made.addWidget(part)
    outer.addLayout(made)
    outer.addStretch(1)
    holder.resize(170, 300)
    holder.show()
    made.holder = holder
    return made


def places(flow):
    return [(flow.itemAt(n).widget().x(), flow.itemAt(n).widget().y()) for n in range(flow.count())]


def test_a_full_line_begins_a_new_one(flow):
    assert places(flow) == [(0, 0), (54, 0), (108, 0), (0, 24), (54, 24), (108, 24)]
    assert flow.heightForWidth(170) == 44
    assert flow.heightForWidth(50) == 6 * 24 - 4


@pytest.fixture
def parted(flow):
    """Two parts at the left, and two behind a stretch."""
    for _ in range(4):
        flow.takeAt(2).widget().hide()
    flow.addStretch()
    for _ in range(2):
        part = QWidget()
        part.setFixedSize(50, 20)
        flow.addWidget(part)
        part.show()
    return flow


def columns(flow):
    shown = (flow.itemAt(n).widget() for n in range(flow.count()))
    return [(part.x(), part.y()) for part in shown if part is not None]


def test_what_is_behind_a_stretch_stands_at_the_right_edge_of_a_single_line(parted, qtbot):
    parted.holder.resize(300, 300)
    qtbot.waitUntil(lambda: columns(parted) == [(0, 0), (54, 0), (196, 0), (250, 0)])
    assert parted.heightForWidth(300) == 20
    assert parted.heightForWidth(212) == 20


def test_a_stretch_means_nothing_when_a_line_is_not_enough(parted, qtbot):
    parted.holder.resize(170, 300)
    qtbot.waitUntil(lambda: columns(parted) == [(0, 0), (54, 0), (108, 0), (0, 24)])
    assert parted.heightForWidth(211) == 44


def test_hidden_widgets_take_no_room(flow, qtbot):
    flow.itemAt(0).widget().hide()
    qtbot.waitUntil(lambda: flow.itemAt(1).widget().x() == 0)
    assert flow.heightForWidth(1000) == 20


def test_a_widget_that_is_gone_leaves_the_layout(flow, qtbot):
    shiboken6.delete(flow.itemAt(1).widget())
    assert flow.count() == 5
    qtbot.waitUntil(lambda: places(flow)[1] == (54, 0))
