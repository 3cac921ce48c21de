import errno
import json
import os
import subprocess
import sys

import psutil
import pytest

from o1desk.core.errors import InputError
from o1desk.core.locks import FileLock
from o1desk.jobs.lock import DataLock

HOLD = """
import pathlib, sys
from o1desk.jobs.lock import DataLock
DataLock(pathlib.Path(sys.argv[1])).acquire()
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def holder(tmp_path):
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        process.stdout.readline()
        yield process
        process.kill()


def test_a_second_instance_is_refused_with_a_sentence(tmp_path, holder):
    with pytest.raises(InputError) as caught:
        DataLock(tmp_path).acquire()

    assert f"process {holder.pid}" in str(caught.value)
    assert "--data" in str(caught.value)


def test_the_lock_of_a_killed_instance_is_stale_at_once(tmp_path, holder):
    holder.kill()
    holder.wait()

    with DataLock(tmp_path):
        assert json.loads((tmp_path / "o1desk.lock").read_text())["pid"] == os.getpid()


def test_a_released_folder_can_be_taken_again(tmp_path):
    with DataLock(tmp_path), pytest.raises(InputError):
        DataLock(tmp_path).acquire()
    with DataLock(tmp_path):
        pass


def test_a_folder_that_cannot_be_written_is_refused_with_a_sentence(tmp_path):
    (tmp_path / "o1desk.lock").mkdir()  # stands for a read-only folder: root may write anywhere

    with pytest.raises(InputError, match=r"cannot be written.*nothing was changed"):
        DataLock(tmp_path).acquire()


@pytest.fixture
def no_locks(monkeypatch):
    def refuse(_lock):
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(FileLock, "acquire", refuse)


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", '{"pid": "x"}', '{"pid": 4194303, "started": 1.0}', None]
)
def test_without_file_locks_a_stale_or_spoiled_file_does_not_block(tmp_path, no_locks, content):
    if content is not None:
        (tmp_path / "o1desk.lock").write_text(content)

    with DataLock(tmp_path):
        pass


def test_without_file_locks_a_living_holder_is_found_by_pid_and_start(tmp_path, no_locks):
    parent = psutil.Process(os.getppid())
    named = {"pid": parent.pid, "started": parent.create_time()}
    (tmp_path / "o1desk.lock").write_text(json.dumps(named))
    with pytest.raises(InputError, match=f"process {parent.pid}"):
        DataLock(tmp_path).acquire()

    (tmp_path / "o1desk.lock").write_text(json.dumps(named | {"started": 5.0}))
    with DataLock(tmp_path):
        pass
