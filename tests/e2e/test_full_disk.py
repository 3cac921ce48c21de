"""A disk that really fills up under a worker: one sentence, nothing lost, and the way back."""

import contextlib
import shutil

from o1desk.core.files import read_lines
from o1desk.core.runs import RunState
from o1desk.core.samples_io import sample_from_json


def test_a_disk_that_really_fills_up_stops_a_generation_that_can_go_on(
    manager, until, sums, small_disk
):
    disk = small_disk(kib=1024, at=manager.data)
    job = manager.start("generate", sums(count=30, model="fake:delay=0.0005"))
    path = job.run.folder / "samples.jsonl"
    until(lambda: path.exists() and list(read_lines(path)))
    with contextlib.suppress(OSError):
        (disk / "other").write_bytes(b"x" * shutil.disk_usage(disk).total)

    end = job.wait(20)
    assert (end.state, end.exit_code) == (RunState.FAILED, 5)
    assert "The disk is full" in end.message
    assert path.read_bytes().endswith(b"\n")
    assert "Traceback" not in (job.run.folder / "worker.log").read_text()
    (disk / "other").unlink()
    job = manager.resume(job.run.id)

    assert job.wait(20).state is RunState.FINISHED
    assert len({each.problem.key for each in map(sample_from_json, read_lines(path))}) == 30
