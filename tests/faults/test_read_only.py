"""Fault row 18: the data folder cannot be written, or not even made."""

import pytest


@pytest.fixture
def sealed(data):
    """The data folder without the right to write."""
    for path in [data, *data.iterdir()]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    yield data
    data.chmod(0o755)


def test_a_read_only_folder_can_be_looked_at(sealed, start_window):
    before = sorted((path.name, path.stat().st_mtime_ns) for path in sealed.iterdir())

    window = start_window("look_only")

    assert any("cannot be written" in text for text in window.next()["texts"])
    told = window.next()
    assert told["toasts"] == []
    assert "read-only" in told["banner"]
    window.end_well()
    assert before == sorted((path.name, path.stat().st_mtime_ns) for path in sealed.iterdir())


def test_another_folder_can_be_chosen_and_is_remembered(sealed, tmp_path, start_window):
    other = tmp_path / "other"
    window = start_window("choose_another", other)
    window.next()
    assert window.next() == {"data": str(other)}
    window.end_well()
    assert (tmp_path / "config" / "settings.json").read_text().count(str(other)) == 1


def test_a_folder_that_cannot_be_made_is_asked_for_in_the_window(tmp_path, start_window):
    parent = tmp_path / "sealed"
    parent.mkdir(mode=0o555)
    window = start_window("choose_another", tmp_path / "other", data=parent / "data")
    assert any("cannot be made" in text for text in window.next()["texts"])
    assert window.next() == {"data": str(tmp_path / "other")}
    window.end_well()
    assert list(parent.iterdir()) == []
