import errno
import os

import pytest

from o1desk.core import files
from o1desk.core.errors import NoSpaceError
from o1desk.core.files import read_lines, repair_lines, write_atomic, write_json, write_lines


def test_a_file_is_replaced_whole(tmp_path):
    path = tmp_path / "a.json"
    write_json(path, {"x": 1})

    write_json(path, {"x": "\ud800"})

    assert path.read_bytes() == b'{\n "x": "\\ud800"\n}\n'
    assert [each.name for each in tmp_path.iterdir()] == ["a.json"]


def test_a_full_disk_keeps_the_old_file_and_leaves_nothing_behind(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    write_atomic(path, "old")

    def full(_handle):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(NoSpaceError, match="previous version was kept"):
        write_atomic(path, "new")

    assert path.read_text() == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["a.txt"]


def test_another_refusal_of_the_system_is_passed_on(tmp_path, monkeypatch):
    def broken(_handle):
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "fsync", broken)
    with pytest.raises(OSError, match="Input/output"):
        write_atomic(tmp_path / "a.txt", "new")
    assert list(tmp_path.iterdir()) == []


class Busy:
    """A path that a virus scanner holds for its first two moves."""

    def __init__(self):
        self.tries = 0

    def replace(self, target):
        self.tries += 1
        if self.tries < 3:
            raise PermissionError(errno.EACCES, "in use")


def test_a_sharing_violation_is_waited_out_on_windows_only(monkeypatch):
    monkeypatch.setattr(files, "SHARING_WAIT_S", 0.0)
    here = Busy()
    with pytest.raises(PermissionError):
        files.replace(here, None)

    monkeypatch.setattr(files, "ON_WINDOWS", True)
    there = Busy()
    files.replace(there, None)

    assert (here.tries, there.tries) == (1, 3)


def test_a_last_line_without_its_end_is_not_read(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"a": 1}\n{"a": 2}\n{"a": ')

    assert list(read_lines(path)) == [{"a": 1}, {"a": 2}]
    assert list(read_lines(tmp_path / "missing")) == []


@pytest.mark.parametrize(
    "rest", [b"", b'{"a": ', b"\0\0\0\0", b"\0\0\n\0", b'{"a": 3}', b"garbage\n"]
)
def test_a_torn_end_is_cut_off_and_whole_lines_stay(tmp_path, rest):
    path = tmp_path / "a.jsonl"
    write_lines(path, [1, 2])
    with path.open("ab") as file:
        file.write(rest)

    assert repair_lines(path) == 2
    assert path.read_bytes() == b"1\n2\n"


def test_a_missing_file_has_no_lines_to_repair(tmp_path):
    assert repair_lines(tmp_path / "a.jsonl") == 0


@pytest.mark.skipif(os.name == "nt", reason="Windows has no umask")
def test_a_new_file_gets_the_permissions_the_user_asked_for(tmp_path):
    path = tmp_path / "report.html"
    before = os.umask(0o022)
    try:
        write_atomic(path, "text")
    finally:
        os.umask(before)
    assert path.stat().st_mode & 0o777 == 0o644
