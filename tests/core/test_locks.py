import os
import signal
import subprocess
import sys
import time

import pytest

from o1desk.core.locks import FileLock, is_held

HOLD = """
import sys, pathlib, time
from o1desk.core.locks import FileLock
lock = FileLock(pathlib.Path(sys.argv[1]))
print(lock.acquire(), flush=True)
sys.stdin.read()
"""


def test_a_lock_has_one_holder_at_a_time(tmp_path):
    first, second = FileLock(tmp_path / "a"), FileLock(tmp_path / "a")

    assert first.acquire()
    assert not second.acquire()
    assert not first.acquire()
    first.release()
    assert second.acquire()
    second.release()


def test_a_missing_or_free_file_is_held_by_nobody(tmp_path):
    assert not is_held(tmp_path / "a")
    (tmp_path / "a").touch()
    assert not is_held(tmp_path / "a")


def test_the_lock_of_a_killed_process_is_free(tmp_path):
    path = tmp_path / "a"
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout.readline() == b"True\n"
        assert is_held(path)
        holder.kill()

    assert not is_held(path)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system has no fork")
def test_a_forked_child_does_not_keep_the_lock(tmp_path):
    lock = FileLock(tmp_path / "a")
    assert lock.acquire()
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.write(write, b"x")
        time.sleep(60)
        os._exit(0)
    os.read(read, 1)
    lock.release()
    try:
        assert not is_held(tmp_path / "a")
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(read)
        os.close(write)
