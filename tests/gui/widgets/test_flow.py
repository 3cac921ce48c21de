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


def test_hidden_widgets_take_no_room(flow, qtbot):
    flow.itemAt(0).widget().hide()
    qtbot.waitUntil(lambda: flow.itemAt(1).widget().x() == 0)
    assert flow.heightForWidth(1000) == 20


def test_a_widget_that_is_gone_leaves_the_layout(flow, qtbot):
    shiboken6.delete(flow.itemAt(1).widget())
    assert flow.count() == 5
    qtbot.waitUntil(lambda: places(flow)[1] == (54, 0))
