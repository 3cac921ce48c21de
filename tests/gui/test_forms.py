import dataclasses

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from o1desk.core.config_json import from_json, to_json
from o1desk.core.config_words import CHOICES
from o1desk.core.configs import EvaluateConfig, GenerateConfig, RlConfig, SftConfig
from o1desk.core.fields import ui
from o1desk.gui.editors import number_text
from o1desk.gui.form_fields import fields_of
from o1desk.gui.forms import ConfigForm, Section

SECTIONS = [
    Section("Run", ("steps", "minutes", "learning_rate", "scale", "mask_truncated")),
    Section("Adapter", ("lora.rank", "lora.targets")),
    Section("Advanced", ("kl_beta", "seed"), is_open=False),
]
OWN_PLACE = {"environments", "rewards", "strategy_settings"}  # mixes and tables


@pytest.fixture
def form(theme, qtbot):
    made = ConfigForm(theme, RlConfig, SECTIONS)
    qtbot.addWidget(made)
    return made


def press(qtbot, widget, text):
    widget.setFocus()
    widget.selectAll()
    qtbot.keyClicks(widget, text)


@pytest.mark.parametrize("cls", [RlConfig, SftConfig, GenerateConfig, EvaluateConfig])
def test_a_form_of_every_value_gives_back_the_defaults_of_its_config(cls, theme, qtbot):
    paths = [path for path in fields_of(cls, context="configs") if path not in OWN_PLACE]
    form = ConfigForm(theme, cls, [Section("", paths)])
    qtbot.addWidget(form)
    defaults = to_json(cls())
    assert form.values() == {name: defaults[name] for name in form.values()}
    assert from_json(cls, form.values()) == cls()
    assert form.errors() == []


def test_every_allowed_value_of_every_config_has_plain_words():
    for cls in (RlConfig, SftConfig, GenerateConfig, EvaluateConfig):
        for path, field in fields_of(cls, context="configs").items():
            if field.words["choices"]:
                assert set(CHOICES[path]) >= set(field.words["choices"]), path


def test_every_value_of_every_config_explains_itself_in_one_sentence():
    for cls in (RlConfig, SftConfig, GenerateConfig, EvaluateConfig):
        for path, field in fields_of(cls, context="configs").items():
            assert field.words["title"], path
            assert field.words["help"].endswith("."), path


def test_what_a_person_types_becomes_the_config_of_a_job(form, qtbot):
    press(qtbot, form.editor("steps"), "25")
    press(qtbot, form.editor("learning_rate"), "5e-4")
    form.editor("mask_truncated").click()
    values = form.values()
    assert (values["steps"], values["learning_rate"]) == (25, 5e-4)
    assert values["mask_truncated"] is False
    assert from_json(RlConfig, values).learning_rate == 5e-4


@pytest.mark.parametrize(("typed", "number"), [("1e-3", 1e-3), ("0.5", 0.5), (" .25 ", 0.25)])
def test_a_number_is_read_as_people_of_the_field_write_it(form, typed, number):
    form.editor("learning_rate").setText(typed)
    assert form.values()["learning_rate"] == number
    assert form.errors() == []


@pytest.mark.parametrize("typed", ["", "fast", "1e-3x", "nan", "inf", "2", "-0.1", "1,5"])
def test_bad_input_stays_visible_with_a_sentence_and_the_last_good_number_in_force(form, typed):
    editor = form.editor("learning_rate")
    editor.setText("0.002")
    editor.setText(typed)
    (error,) = form.errors()
    assert error.startswith("Learning rate: ")
    assert editor.text() == typed
    assert editor.property("invalid") == "true"
    assert form.values()["learning_rate"] == 0.002
    editor.setText("0.003")
    assert form.errors() == []
    assert editor.property("invalid") == "false"


def test_the_sentence_about_a_range_names_its_ends(form):
    form.editor("learning_rate").setText("3")
    assert form.errors() == ["Learning rate: Must be from 0 to 1"]
    form.editor("learning_rate").setText("0.5")
    form.editor("kl_beta").setText("-1")
    assert form.errors() == ["KL weight: Must be at least 0"]


def test_the_first_error_is_unfolded_and_gets_the_keyboard(form, qtbot):
    form.show()
    editor = form.editor("kl_beta")
    assert not editor.isVisible()
    editor.setText("x")
    form.show_first_error()
    assert editor.isVisible()
    assert form.focusWidget() is editor


def test_values_can_be_shown_nested_and_the_others_stay(form):
    form.set_values({"lora": {"rank": 8, "targets": ["q_proj"]}, "scale": "none"})
    assert form.values()["lora"] == {"rank": 8, "targets": ["q_proj"]}
    assert form.values()["scale"] == "none"
    assert form.values()["steps"] == RlConfig().steps


def test_values_that_no_section_shows_travel_with_the_form(form):
    form.set_values({"clip_high": 0.4, "lora": {"alpha": 8.0}, "strategy_settings": {}})
    assert form.values()["clip_high"] == 0.4
    assert form.values()["lora"]["alpha"] == 8.0
    assert form.values()["lora"]["rank"] == RlConfig().lora.rank
    assert form.values()["strategy_settings"] == {}
    form.reset()
    assert "clip_high" not in form.values()


def test_hidden_values_are_neither_shown_nor_given_back(theme, qtbot):
    form = ConfigForm(theme, RlConfig, [Section("", ("steps", "model"))], hidden=("model",))
    qtbot.addWidget(form)
    form.set_values({"model": "/a/folder", "steps": 3})
    assert form.values() == {"steps": 3}


def test_a_filled_form_tells_once(form, qtbot):
    told = []
    form.changed.connect(lambda: told.append(1))
    form.set_values({"steps": 3, "scale": "none", "lora": {"rank": 2}})
    assert len(told) == 1
    form.editor("steps").setValue(4)
    assert len(told) == 2


def test_only_a_value_that_differs_offers_the_way_back_to_its_default(form, qtbot):
    form.show()
    row = form._rows["steps"]
    assert not row._reset.isVisible()
    form.editor("steps").setValue(3)
    assert row._reset.isVisible()
    assert "60" in row._reset.toolTip()
    row._reset.click()
    assert form.values()["steps"] == 60
    assert not row._reset.isVisible()


def test_a_folded_section_says_how_much_under_it_is_not_the_default(form):
    head = form._parts[2]._head
    assert head.text() == "Advanced"
    form.set_values({"kl_beta": 0.1})
    assert head.text() == "Advanced · 1 changed"
    head.click()
    assert head.text() == "Advanced"


def test_no_layer_chosen_is_refused(form):
    form.set_values({"lora": {"targets": []}})
    assert form.errors() == ["Layers: Choose at least one"]
    form.set_values({"lora": {"targets": ["odd_proj"]}})
    assert form.values()["lora"]["targets"] == ["odd_proj"]
    assert form.errors() == []


def test_a_line_can_be_hidden_and_keeps_its_value(form):
    form.show()
    form.show_field("minutes", is_shown=False)
    assert not form.editor("minutes").isVisible()
    assert form.values()["minutes"] == 0.0


def test_every_editor_has_an_accessible_name_and_its_label_points_at_it(form):
    for path, row in form._rows.items():
        assert row._editor.accessibleName() == row.field.title, path
        assert row._editor.toolTip() == row.field.help, path
    buddies = [label.buddy() for label in form.findChildren(QLabel) if label.buddy()]
    assert form.editor("steps") in buddies


def test_help_appears_for_the_keyboard_and_goes_with_it(form, qtbot):
    form.show()
    row = form._rows["learning_rate"]
    assert row._note.isHidden()
    row._on_reached(by_keyboard=True)
    assert row._note.text() == row.field.help
    assert not row._note.isHidden()
    row._on_reached(by_keyboard=False)
    assert row._note.isHidden()
    row._info.click()
    assert not row._note.isHidden()


def turn_wheel(window, widget):
    at = QPointF(widget.mapTo(window, widget.rect().center()))
    QTest.wheelEvent(window.windowHandle(), at, QPoint(0, -120))


@pytest.mark.parametrize("path", ["steps", "scale"])
def test_the_wheel_scrolls_the_page_and_changes_no_value_without_focus(theme, qtbot, path):
    page = QWidget()
    layout = QVBoxLayout(page)
    form = ConfigForm(theme, RlConfig, SECTIONS)
    layout.addWidget(form)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(page)
    qtbot.addWidget(area)
    area.resize(360, 240)
    with qtbot.waitExposed(area):
        area.show()
    before = form.values()
    turn_wheel(area, form.editor(path))
    assert form.values() == before
    assert area.verticalScrollBar().value() > 0


def test_a_class_with_a_value_that_has_its_own_place_is_refused(theme):
    with pytest.raises(TypeError, match="environments"):
        ConfigForm(theme, RlConfig, [Section("", ("environments",))])


def test_a_value_without_words_is_no_part_of_a_form():
    @dataclasses.dataclass
    class Small:
        shown: int = ui(1, title="Shown", help="Yes.")
        inner: int = 2

    assert list(fields_of(Small, context="configs")) == ["shown"]


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.001, "0.001"), (1e-5, "1e-5"), (32.0, "32"), (1.5e-7, "1.5e-7"), (0.28, "0.28")],
)
def test_a_number_is_written_in_the_shortest_form_that_reads_back(value, text):
    assert number_text(value) == text
    assert float(text) == value
