from pathlib import Path

import pytest

import o1desk
from o1desk import paths
from o1desk.core.errors import InputError

HOME = Path("/home/ada")


@pytest.mark.parametrize(
    ("what", "platform", "environment", "folder"),
    [
        ("data", "linux", {}, "/home/ada/.local/share/o1desk"),
        ("data", "linux", {"XDG_DATA_HOME": "/d"}, "/d/o1desk"),
        ("data", "linux", {"XDG_DATA_HOME": "relative"}, "/home/ada/.local/share/o1desk"),
        ("config", "linux", {}, "/home/ada/.config/o1desk"),
        ("cache", "linux", {"XDG_CACHE_HOME": "/c"}, "/c/o1desk"),
        ("data", "darwin", {}, "/home/ada/Library/Application Support/o1desk"),
        ("config", "darwin", {}, "/home/ada/Library/Preferences/o1desk"),
        ("cache", "darwin", {}, "/home/ada/Library/Caches/o1desk"),
        ("data", "win32", {"LOCALAPPDATA": "/l", "APPDATA": "/r"}, "/l/o1desk"),
        ("config", "win32", {"LOCALAPPDATA": "/l", "APPDATA": "/r"}, "/r/o1desk"),
        ("cache", "win32", {}, "/home/ada/AppData/Local/o1desk/cache"),
    ],
)
def test_each_system_has_its_habit(what, platform, environment, folder):
    assert paths.habit(what, platform, environment, HOME) == Path(folder)


def test_a_named_folder_wins_over_the_environment(tmp_path, monkeypatch):
    monkeypatch.setenv("O1DESK_DATA", str(tmp_path / "a"))
    assert paths.data_dir() == tmp_path / "a"

    assert paths.data_dir(tmp_path / "b" / "c") == tmp_path / "b" / "c"
    assert (tmp_path / "b" / "c").is_dir()


def test_settings_and_cache_follow_their_variables(tmp_path, monkeypatch):
    monkeypatch.setenv("O1DESK_CONFIG", str(tmp_path / "config"))
    monkeypatch.setenv("O1DESK_CACHE", str(tmp_path / "cache"))

    assert (paths.config_dir(), paths.cache_dir()) == (tmp_path / "config", tmp_path / "cache")


def test_a_home_folder_may_be_written_short(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))

    assert paths.data_dir("~/desk") == tmp_path / "desk"


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path):
    (tmp_path / "file").touch()

    with pytest.raises(InputError, match="choose another with --data or O1DESK_DATA"):
        paths.data_dir(tmp_path / "file" / "data")


def test_runs_live_in_the_data_folder(tmp_path):
    assert paths.runs_dir(tmp_path) == tmp_path / "runs"


def test_an_installed_package_carries_its_resources_and_a_checkout_has_them_beside(
    tmp_path, monkeypatch
):
    package = tmp_path / "o1desk"
    package.mkdir()
    monkeypatch.setattr(paths, "__file__", str(package / "paths.py"))
    assert paths.resources() == tmp_path / "resources"

    (package / "resources").mkdir()
    assert paths.resources() == package / "resources"


def test_a_checkout_has_its_resources():
    assert paths.resources() == Path(o1desk.__file__).parent.parent / "resources"
