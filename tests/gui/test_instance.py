import pytest

from o1desk.gui.instance import Instance, name_of, raise_first


@pytest.fixture
def first(qapp, tmp_path):
    made = Instance(tmp_path)
    yield made
    made.close()


def test_a_later_start_raises_the_first(first, tmp_path, qtbot):
    assert first.is_listening
    with qtbot.waitSignal(first.raise_asked):
        assert raise_first(tmp_path)


def test_without_a_window_there_is_nobody_to_raise(qapp, tmp_path):
    assert not raise_first(tmp_path)


def test_folders_do_not_hear_each_other(first, tmp_path):
    assert not raise_first(tmp_path / "another")


def test_a_window_about_to_go_hears_nothing(first, tmp_path):
    first.close()
    assert not raise_first(tmp_path)


def test_one_folder_has_one_name_however_it_is_written(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert name_of(tmp_path / "link") == name_of(tmp_path / "real" / ".." / "real")
    assert len(name_of(tmp_path)) < 40
