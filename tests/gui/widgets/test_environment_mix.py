import subprocess
import sys

import pytest

from o1desk.core.config_json import from_json
from o1desk.core.configs import RlConfig
from o1desk.environments.families import STARTER
from o1desk.gui.widgets.environment_mix import EnvironmentMix
from o1desk.gui.widgets.picker import Picker


@pytest.fixture
def mix(session, qtbot):
    made = EnvironmentMix(session)
    qtbot.addWidget(made)
    made.told = []
    made.changed.connect(lambda: made.told.append(made.value()))
    return made


def import_set(session, name):
    (session.data / "datasets").mkdir(exist_ok=True)
    (session.data / "datasets" / f"{name}.jsonl").write_text("{}\n")


def test_a_mix_comes_back_as_it_was_set(mix):
    wanted = [
        {"environment": "chain_sum", "level": "easy", "weight": 2.0},
        {"environment": "gcd:original", "level": "hard", "weight": 0.25},
    ]
    mix.set_value(wanted)
    assert mix.value() == wanted
    assert mix.errors() == []
    assert from_json(RlConfig, {"environments": mix.value()}).environments[1].weight == 0.25


def test_an_empty_mix_is_refused_with_a_sentence(mix):
    mix.show()
    assert mix.errors() == ["Nothing is practised yet; add an environment"]
    assert mix._empty.isVisible()
    mix.add("chain_sum")
    assert mix.errors() == []
    assert not mix._empty.isVisible()


def test_added_rows_take_families_not_used_yet_and_the_level_of_the_last(mix):
    mix.add()
    mix._rows[0]._level.set_value("hard")
    mix.add()
    names = [part["environment"] for part in mix.value()]
    assert names[0] == "chain_sum"
    assert len(set(names)) == 2
    assert mix.value()[1]["level"] == "hard"


def test_a_row_can_be_removed_and_another_added(mix):
    mix.set_value([{"environment": "gcd"}, {"environment": "products"}])
    mix._rows[0]._away.click()
    assert [part["environment"] for part in mix.value()] == ["products"]
    mix.add("count_bits")
    assert [part["environment"] for part in mix.value()] == ["products", "count_bits"]


def test_shares_follow_the_weights(mix):
    mix.set_value([{"environment": "gcd", "weight": 3.0}, {"environment": "products"}])
    assert [row._share.text() for row in mix._rows] == ["75 %", "25 %"]
    mix._rows[0]._weight.set_value(1.0)
    assert [row._share.text() for row in mix._rows] == ["50 %", "50 %"]
    assert mix.told[-1][0]["weight"] == 1.0


def test_all_starter_families_are_one_press_away(mix):
    mix.add("sudoku")
    mix._rows[0]._level.set_value("medium")
    mix._on_preset(0)
    assert [part["environment"] for part in mix.value()] == list(STARTER)
    assert {part["level"] for part in mix.value()} == {"medium"}


def test_the_starters_families_come_first_then_others_then_imported_sets(mix, session, qtbot):
    import_set(session, "school exam")
    mix._refresh()
    qtbot.waitUntil(lambda: bool(mix._sets))
    groups = [choice.group for choice in mix._choices]
    assert list(dict.fromkeys(groups)) == ["The starter knows these", "Others", "Imported sets"]
    assert groups.count("The starter knows these") == len(STARTER)
    assert mix._choices[-1].value == "imported/school exam"


def test_an_environment_that_is_gone_is_kept_and_named(mix, session, qtbot):
    mix.set_value([{"environment": "imported/exam", "level": "easy"}])
    assert mix.value()[0]["environment"] == "imported/exam"
    assert mix.errors() == ["The environment exam is not there; choose another"]
    import_set(session, "exam")
    session.tables_changed.emit(frozenset({"dataset"}))
    qtbot.waitUntil(lambda: mix.errors() == [])


def test_listing_every_name_leaves_the_slow_library_alone():
    code = (
        "import sys; from o1desk.gui.widgets.environment_mix import names; "
        "assert len(names()) > 100; print('reasoning_gym' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_every_control_of_a_row_has_an_accessible_name(mix):
    mix.add("gcd")
    row = mix._rows[0]
    assert all(widget.accessibleName() for widget in row._widgets() if widget is not row._share)
    assert mix.findChild(Picker).accessibleName() == "Environment: Greatest common divisor"
