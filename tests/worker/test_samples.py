import shutil

import pytest

from o1desk.core.errors import NoSpaceError
from o1desk.core.events import SampleWritten
from o1desk.core.types import Judgement, Problem, Sample, Trace, Verdict
from o1desk.worker.roles.generate import unwritten
from o1desk.worker.samples import SampleLog


def sample(number, raw="", judgement=Judgement.CORRECT):
    problem = Problem(environment="sums", level="easy", prompt=f"{number} + 1 =", answer="x")
    verdict = None if judgement is None else Verdict(judgement=judgement, score=1.0, method="m")
    trace = Trace(steps=(), answer="x")
    return Sample(problem=problem, origin="model", trace=trace, raw=raw or "x", verdict=verdict)


@pytest.fixture
def log(bench):
    log = SampleLog(bench.folder, bench.control)
    yield log
    log.close()


def test_each_sample_is_a_line_and_an_event(bench, log):
    log.append(sample(1))
    log.append(sample(2, judgement=Judgement.INCORRECT))
    log.append(sample(3, judgement=None))

    assert [each.problem.prompt for each in log.samples()] == ["1 + 1 =", "2 + 1 =", "3 + 1 ="]
    assert bench.of(SampleWritten) == [
        SampleWritten(file="samples.jsonl", line=1, correct=True),
        SampleWritten(file="samples.jsonl", line=2, correct=False),
        SampleWritten(file="samples.jsonl", line=3, correct=None),
    ]


def test_a_sample_that_nobody_was_told_about_is_announced_on_resume(bench, log):
    log.append(sample(1))
    with (bench.folder / "samples.jsonl").open("ab") as file:
        first = (bench.folder / "samples.jsonl").read_bytes()
        file.write(first + b'{"problem": {"envir')

    again = SampleLog(bench.folder, bench.control)
    again.append(sample(2))
    again.close()

    assert [event.line for event in bench.of(SampleWritten)] == [1, 2, 3]
    assert again.count == 3


def test_a_disk_that_really_fills_up_keeps_whole_samples_and_says_so(bench, small_disk):
    disk = small_disk(kib=64)
    (disk / "events.jsonl").touch()
    log = SampleLog(disk, bench.control)
    log.append(sample(1))
    (disk / "other").write_bytes(b"x" * (shutil.disk_usage(disk).free - 4096))

    with pytest.raises(NoSpaceError, match="free some space and resume"):
        log.append(sample(2, "long " * 4000))
    assert [each.problem.prompt for each in log.samples()] == ["1 + 1 ="]
    assert (disk / "samples.jsonl").read_bytes().endswith(b"\n")

    (disk / "other").unlink()
    log.append(sample(2))
    log.close()
    assert [each.problem.prompt for each in log.samples()] == ["1 + 1 =", "2 + 1 ="]
    assert [event.line for event in bench.of(SampleWritten)] == [1, 2]


def test_a_problem_that_was_interrupted_is_completed_and_nothing_repeated():
    written = [sample(1, "a"), sample(1, "b"), sample(2, "a")]
    made = [sample(2, "a"), sample(2, "c"), sample(2, "d"), sample(3, "a")]

    found = list(unwritten(made, written, attempts=2))

    assert [(each.problem.prompt, each.raw) for each in found] == [
        ("2 + 1 =", "c"),
        ("3 + 1 =", "a"),
    ]


def test_a_fresh_run_keeps_every_sample():
    made = [sample(1, "a"), sample(1, "b"), sample(2, "a")]

    assert list(unwritten(made, [], attempts=2)) == made
