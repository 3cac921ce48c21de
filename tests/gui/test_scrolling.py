"""Scrolling a long table paints what comes into view, not everything again."""

import pytest

from o1desk.core.types import Problem, Sample, Step, Trace
from o1desk.gui.models.delegates import CellDelegate
from o1desk.gui.models.table_view import TableView


def sample(number):
    problem = Problem(environment="sums", level="easy", prompt=f"{number} + 1 =", answer="1")
    trace = Trace(steps=(Step(text="a step"),), answer="1")
    return Sample(problem=problem, origin="solver", trace=trace, raw=f"{number}")


@pytest.fixture
def painted(monkeypatch):
    """The rows that were painted since somebody looked."""
    rows, paint = [], CellDelegate.paint

    def noted(self, painter, option, index):
        rows.append(index.row())
        paint(self, painter, option, index)

    monkeypatch.setattr(CellDelegate, "paint", noted)
    return rows


def test_a_few_pixels_of_scrolling_paint_a_strip(painted, session, window, qtbot):
    session.store.samples.add([sample(number) for number in range(200)])
    window.resize(1280, 800)
    window.show_page("data")
    view = window.findChild(TableView)
    bar = view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 1000)
    qtbot.waitUntil(lambda: bool(painted))
    qtbot.wait(300)
    painted.clear()
    view.viewport().repaint()
    everything = len(set(painted))
    assert everything > 5
    for _ in range(3):
        painted.clear()
        bar.setValue(bar.value() + 10)
        qtbot.waitUntil(lambda: bool(painted))
        assert len(set(painted)) < everything / 2
