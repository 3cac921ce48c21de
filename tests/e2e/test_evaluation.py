"""An evaluation that was stopped is worth what it answered."""

from o1desk.core.files import read_lines
from o1desk.core.runs import RunState
from o1desk.core.samples_io import sample_from_json


def samples_of(folder):
    return [sample_from_json(line) for line in read_lines(folder / "samples.jsonl")]


def test_a_suspended_evaluation_goes_on_where_it_stopped_and_finds_the_same(manager, until, sums):
    config = sums(count=150, model="fake:delay=0.0002,accuracy=0.5")
    for name in ("source", "keep"):
        del config["config"][name]
    whole, cut = manager.start("evaluate", config), manager.start("evaluate", config)
    path = cut.run.folder / "samples.jsonl"
    until(lambda: path.exists() and len(list(read_lines(path))) >= 64)
    cut.suspend()
    assert cut.wait(20).state is RunState.SUSPENDED
    kept = samples_of(cut.run.folder)
    assert 64 <= len(kept) < 150

    cut = manager.resume(cut.run.id)

    assert (whole.wait(20).state, cut.wait(20).state) == (RunState.FINISHED,) * 2
    assert samples_of(cut.run.folder) == samples_of(whole.run.folder)
    assert samples_of(cut.run.folder)[: len(kept)] == kept
    assert cut.end.summary == whole.end.summary
