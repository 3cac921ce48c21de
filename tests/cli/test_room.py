"""Where a verb writes is tried before the work."""

import errno

import pytest

from o1desk.cli import manage
from o1desk.cli.main import main
from o1desk.cli.room import room_for
from o1desk.core.errors import InputError


def test_a_folder_is_made_for_what_will_be_written(tmp_path):
    with room_for(tmp_path / "a" / "b"):
        (tmp_path / "a" / "b" / "page").touch()
    assert [path.name for path in (tmp_path / "a" / "b").iterdir()] == ["page"]


def test_a_folder_that_cannot_be_made_is_told_before_the_work(tmp_path):
    (tmp_path / "file").touch()
    with (
        pytest.raises(InputError, match=r"cannot be written .*--out"),
        room_for(tmp_path / "file/x"),
    ):
        pytest.fail("the work began")


@pytest.mark.parametrize(("content", "stays"), [("", False), ("page", True)])
def test_a_new_folder_that_stays_empty_goes_again_when_the_work_fails(tmp_path, content, stays):
    def work():
        with room_for(tmp_path / "out"):
            if content:
                (tmp_path / "out" / content).touch()
            raise KeyError

    with pytest.raises(KeyError):
        work()
    assert (tmp_path / "out").exists() is stays


def test_a_folder_that_was_there_stays(tmp_path):
    def work():
        with room_for(tmp_path):
            raise KeyError

    with pytest.raises(KeyError):
        work()
    assert list(tmp_path.iterdir()) == []


def test_the_report_of_a_loop_is_not_sought_a_place_for_after_it(tmp_path, capsys):
    (tmp_path / "file").touch()
    data = tmp_path / "data"
    assert main(["loop", "--out", str(tmp_path / "file" / "x"), "--data", str(data)]) == 5
    said = capsys.readouterr().err
    assert "cannot be written" in said
    assert said.count("\n") == 1
    assert not any((data / "runs").glob("*"))


@pytest.mark.parametrize("what", ["model", "samples"])
def test_a_folder_is_never_replaced_by_an_exported_file(tmp_path, capsys, what):
    out = tmp_path / "mine"
    out.mkdir()
    form = "gguf" if what == "model" else "jsonl"
    words = ["export", what, "--format", form, "--out", str(out), "--data", str(tmp_path / "data")]
    assert main(words) == 5
    assert f"{out} is a folder; nothing was written" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == [out]


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (PermissionError(errno.EACCES, "Permission denied", "/x/y"), "at /x/y: Permission denied"),
        (OSError(errno.EIO, "Input/output error"), "refused: Input/output error"),
    ],
)
def test_what_the_system_refuses_is_a_sentence_with_the_code_of_bad_input(
    monkeypatch, capsys, error, sentence
):
    def models(_):
        raise error

    monkeypatch.setattr(manage, "models", models)
    assert main(["models"]) == 5
    said = capsys.readouterr().err
    assert sentence in said
    assert said.count("\n") == 1


def test_an_error_that_is_not_the_systems_stays_a_bug(monkeypatch):
    def models(_):
        raise OSError("a library is broken")

    monkeypatch.setattr(manage, "models", models)
    with pytest.raises(OSError, match="broken"):
        main(["models"])
