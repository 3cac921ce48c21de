import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester

from o1desk.gui.models.choices import DETAIL_ROLE, HEADING_ROLE, Choice, ChoiceModel

FRUIT = [
    Choice(value="plain", title="No group"),
    Choice(value="a", title="Apple", group="Fruit", detail="red", words="malus"),
    Choice(value="b", title="Banana", group="Fruit"),
    Choice(value="c", title="Carrot", group="Roots", is_missing=True),
]


@pytest.fixture
def model(qapp):
    made = ChoiceModel()
    tester = QAbstractItemModelTester(
        made, QAbstractItemModelTester.FailureReportingMode.Fatal, made
    )
    made.set_choices(FRUIT)
    yield made
    tester.deleteLater()


def shown(model: QAbstractItemModel):
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_choices_stand_under_the_heading_of_their_group(model):
    assert shown(model) == ["No group", "Fruit", "Apple", "Banana", "Roots", "Carrot"]
    assert model.index(1, 0).data(HEADING_ROLE)
    assert model.flags(model.index(1, 0)) == Qt.ItemFlag.NoItemFlags
    assert model.index(2, 0).data(DETAIL_ROLE) == "red"


@pytest.mark.parametrize("typed", ["apple", "APP", "malus", "red le", "app"])
def test_a_search_looks_at_title_detail_and_further_words(model, typed):
    model.narrow(typed)
    assert shown(model) == ["Fruit", "Apple"]
    model.narrow("")
    assert model.rowCount() == 6


def test_a_search_that_nothing_fits_leaves_nothing(model):
    model.narrow("apple zebra")
    assert model.rowCount() == 0
    assert model.row_of("a") == -1
    assert model.next_row(0, 1) == -1


def test_moving_through_the_list_passes_over_headings_and_stops_at_the_ends(model):
    assert model.row_of("a") == 2
    assert model.row_of("unknown") == 0
    assert model.next_row(0, 1) == 2
    assert model.next_row(3, 1) == 5
    assert model.next_row(5, 1) == 5
    assert model.next_row(2, -8) == 0
    assert model.choice(1) is None
    assert model.choice(99) is None
