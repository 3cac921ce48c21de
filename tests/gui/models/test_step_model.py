"""The model of a chain of thought."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from o1desk.gui.models.step_model import StepModel, StepView


@pytest.fixture
def model(qtbot):
    made = StepModel()
    tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    yield made
    tester.deleteLater()
    made.deleteLater()


def spoken(model, row):
    return model.index(row).data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_step_being_written_is_the_last_row(model):
    model.set_steps([StepView(index=0, text="a")])
    model.set_streaming_text("b")
    assert (model.rowCount(), model.streaming_row) == (2, 1)
    model.append_step(StepView(index=1, text="b"))
    assert (model.rowCount(), model.streaming_row) == (3, 2)
    model.set_streaming_text("")
    assert (model.rowCount(), model.streaming_row) == (2, -1)
    assert [step.text for step in model.steps()] == ["a", "b"]


def test_every_row_says_what_it_is_to_a_screen_reader(model):
    model.set_steps([StepView(index=0, text="So x = 4.", tokens=24, ms=800, label=-1, note="No.")])
    model.set_streaming_text("and")
    words = spoken(model, 0)
    for part in ("Step 1", "bad", "24 tokens", "0.8 seconds", "So x = 4.", "No."):
        assert part in words
    assert spoken(model, 1) == "Step 2, being written. and"


def test_a_step_can_be_shown_anew(model, qtbot):
    model.set_steps([StepView(index=0, text="a")])
    with qtbot.waitSignal(model.dataChanged):
        model.replace_step(0, StepView(index=0, text="a", label=1))
    assert "good" in spoken(model, 0)


def test_a_row_that_is_not_there_says_nothing(model):
    model.set_steps([StepView(index=0, text="a")])
    index = model.index(0)
    model.set_steps([])
    assert model.data(index) is None
