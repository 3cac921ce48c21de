"""An installation without the starter: what is said, and that it is said instead of failing."""

import json

import pytest

from o1desk import paths
from o1desk.cli.main import main


@pytest.fixture(params=["nothing", "an empty folder", "a folder without weights"])
def data(request, tmp_path, monkeypatch):
    starter = tmp_path / "resources" / "starter"
    if request.param != "nothing":
        starter.mkdir(parents=True)
    if request.param == "a folder without weights":
        (starter / "config.json").write_text("{}", encoding="utf-8")
    monkeypatch.setattr(paths, "resources", lambda: tmp_path / "resources")
    return str(tmp_path / "data")


def test_the_doctor_says_how_to_build_the_starter(data, capsys):
    assert main(["doctor", "--data", data]) == 0
    assert "starter model: missing; o1desk starter build" in capsys.readouterr().out


def test_the_list_of_models_says_how_to_build_the_starter(data, capsys):
    assert main(["models", "--data", data]) == 0
    assert "No models; make one with: o1desk starter build" in capsys.readouterr().out


def test_the_list_of_models_as_json_is_empty(data, capsys):
    assert main(["models", "--data", data, "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"models": []}
