import json
import os

import pytest

from o1desk.core.errors import InputError, NoSpaceError, UnknownNameError
from o1desk.core.settings import SECTIONS, SETTINGS, Settings, checked


@pytest.fixture
def path(tmp_path):
    return tmp_path / "settings.json"


def stored(path):
    return json.loads(path.read_text(encoding="utf-8"))


def test_without_a_file_every_setting_has_its_default(path):
    settings = Settings.load(path)

    assert {s.key: settings.get(s.key) for s in SETTINGS} == {s.key: s.default for s in SETTINGS}
    assert settings.notices == []
    assert not path.exists()


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda s: s.key)
def test_a_declaration_accepts_its_own_default_and_names_each_choice(setting):
    assert checked(setting, setting.default) == setting.default
    assert setting.section in SECTIONS
    assert len(setting.choice_titles) == len(setting.choices)
    assert setting.title
    assert setting.help.endswith(".")


def test_keys_are_declared_once():
    assert len({s.key for s in SETTINGS}) == len(SETTINGS)


def test_a_change_is_on_disk_at_once_and_survives_a_restart(path):
    Settings.load(path).set("appearance.theme", "dark")

    assert stored(path) == {"version": 1, "values": {"appearance.theme": "dark"}}
    assert Settings.load(path).get("appearance.theme") == "dark"


def test_the_file_holds_only_what_differs_from_the_defaults(path):
    settings = Settings.load(path)
    settings.set("chat.temperature", 1)
    settings.set("appearance.scale", 150)
    settings.set("appearance.scale", 100)
    settings.reset("chat.temperature")

    assert stored(path)["values"] == {}
    assert settings.is_default("chat.temperature")


@pytest.mark.parametrize(
    ("key", "value", "sentence"),
    [
        ("appearance.scale", 99, "from 100 to 200"),
        ("appearance.scale", True, "a whole number"),
        ("appearance.scale", 120.5, "a whole number"),
        ("chat.temperature", float("nan"), "from 0 to 5"),
        ("chat.temperature", "0.5", "a number"),
        ("chat.drop_thinking", 1, "true or false"),
        ("appearance.theme", "drak", "did you mean 'dark'"),
        ("annotate.name", None, "text"),
        ("annotate.keys", {"good": "g"}, "a table of lists of texts"),
        ("annotate.keys", {"good": [1]}, "a table of lists of texts"),
        ("appearance.thme", "dark", "did you mean 'appearance.theme'"),
    ],
)
def test_what_does_not_fit_is_refused_in_one_sentence_and_changes_nothing(
    path, key, value, sentence
):
    settings = Settings.load(path)
    with pytest.raises(InputError, match=sentence):
        settings.set(key, value)
    assert not path.exists()


def test_an_unknown_setting_cannot_be_read(path):
    with pytest.raises(UnknownNameError, match=r"did you mean 'chat\.model'"):
        Settings.load(path).get("chat.modle")


def test_listeners_hear_of_changes_until_they_leave(path):
    settings, heard = Settings.load(path), []
    leave = settings.on_change(lambda key, value: heard.append((key, value)))
    settings.set("workers.threads", 2)
    settings.set("workers.threads", 2)
    leave()
    leave()
    settings.set("workers.threads", 1)

    assert heard == [("workers.threads", 2)]


def test_tables_are_copies_both_ways(path):
    settings, keys = Settings.load(path), {"good": ["g", "1"]}
    settings.set("annotate.keys", keys)
    keys["good"].clear()
    settings.get("annotate.keys")["good"].clear()

    assert settings.get("annotate.keys") == {"good": ["g", "1"]}


def test_what_a_newer_version_wrote_is_kept(path):
    newer = {
        "version": 7,
        "origin": "later",
        "values": {"appearance.theme": "light", "future.thing": {"a": 1}},
    }
    path.write_text(json.dumps(newer), encoding="utf-8")
    settings = Settings.load(path)
    settings.set("appearance.theme", "dark")

    newer["values"]["appearance.theme"] = "dark"
    assert stored(path) == newer
    assert settings.notices == []


def test_a_value_that_does_not_fit_is_passed_over_and_kept_until_it_is_changed(path):
    values = {"appearance.scale": 1000, "appearance.theme": "dark"}
    path.write_text(json.dumps({"version": 1, "values": values}), encoding="utf-8")
    settings = Settings.load(path)
    settings.set("appearance.theme", "light")

    assert settings.get("appearance.scale") == 100
    assert "the default is used" in settings.notices[0]
    assert stored(path)["values"]["appearance.scale"] == 1000
    settings.reset("appearance.scale")
    assert stored(path)["values"] == {"appearance.theme": "light"}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[]",
        b"3",
        b'{"version": 1}',
        b'{"values": {}}',
        b'{"version": "x", "values": {}}',
        b'{"version": 1, "values": 5}',
        b"[" * 100_000,
    ],
)
def test_a_broken_file_is_set_aside_and_the_program_starts_with_defaults(path, content):
    path.write_bytes(content)
    settings = Settings.load(path)

    assert settings.get("appearance.theme") == "system"
    (aside,) = path.parent.glob("settings.broken-*.json")
    assert aside.read_bytes() == content
    assert aside.name in settings.notices[0]
    settings.set("appearance.theme", "dark")
    assert Settings.load(path).get("appearance.theme") == "dark"


def test_a_file_that_cannot_be_moved_is_told_too(tmp_path, monkeypatch):
    path = tmp_path / "settings.json"
    path.write_bytes(b"{")

    def refuse(*_):
        raise PermissionError(13, "denied")

    monkeypatch.setattr("o1desk.core.settings.replace", refuse)

    assert "left where it is" in Settings.load(path).notices[0]


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (OSError(28, "No space left on device"), NoSpaceError),
        (PermissionError(13, "denied"), InputError),
    ],
)
def test_a_change_that_cannot_be_saved_is_no_change(path, monkeypatch, error, kind):
    settings, heard = Settings.load(path), []
    settings.on_change(lambda *change: heard.append(change))
    real = os.fsync

    def refuse(handle):
        raise error

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(kind):
        settings.set("appearance.theme", "dark")
    monkeypatch.setattr(os, "fsync", real)

    assert settings.get("appearance.theme") == "system"
    assert heard == []
    assert list(path.parent.iterdir()) == []
