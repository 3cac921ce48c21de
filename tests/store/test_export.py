import json

import pytest

from o1desk.core.errors import Cancelled, InputError, NoSpaceError, UnknownNameError
from o1desk.store.export import FORMATS, export, formats_of
from o1desk.store.filters import ProblemFilter, SampleFilter
from o1desk.store.labels import Label


@pytest.fixture
def filled(store, sample, problem):
    late = sample(3, raw="lone \ud800", verdict=None, reward=None, rewards={}, thinking="")
    store.samples.add([sample(1), sample(2, problem=problem(2, metadata={"x": [1]})), late])
    store.labels.put(Label(sample=1, step=0, value=1, annotator="ann", critique="so \ud800"))
    store.labels.put(Label(sample=2, value=-1, annotator="ann"))
    return store


def rows(path):
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


@pytest.mark.parametrize(("what", "form"), FORMATS)
def test_the_usual_reader_opens_every_export(filled, tmp_path, what, form):
    import datasets

    path = tmp_path / "out.jsonl"
    exported = export(filled, what, form, path)
    opened = datasets.load_dataset(
        "json", data_files=str(path), split="train", cache_dir=str(tmp_path / "cache")
    )
    assert len(opened) == exported.rows == {"labels": 2}.get(what, 3)


def test_prompt_and_completion_are_glued_by_a_space(filled, tmp_path):
    export(filled, "samples", "trl", tmp_path / "out.jsonl", SampleFilter(judgement="correct"))
    first, second = rows(tmp_path / "out.jsonl")
    assert first["prompt"] == "State the sum 1 + 4 ="
    assert first["completion"] == " <think>\nfirst add\nthen tell\n</think>\n\n5"
    assert second["prompt"] == "State the sum 2 + 4 ="


def test_problems_carry_their_reference_for_reward_functions(filled, tmp_path):
    wanted = ProblemFilter(text="sum 2")
    export(filled, "problems", "trl", tmp_path / "out.jsonl", wanted)
    assert rows(tmp_path / "out.jsonl") == [
        {
            "prompt": "State the sum 2 + 4 =",
            "solution": "6",
            "environment": "chain_sum",
            "level": "easy",
        }
    ]


def test_messages_show_the_thinking_between_its_marks(filled, tmp_path):
    export(filled, "samples", "messages", tmp_path / "out.jsonl")
    turns = rows(tmp_path / "out.jsonl")[0]["messages"]
    assert [turn["role"] for turn in turns] == ["user", "assistant"]
    assert turns[1]["content"].startswith("<think>\nfirst add")


def test_a_surrogate_is_written_as_a_visible_escape(filled, tmp_path):
    export(filled, "samples", "messages", tmp_path / "out.jsonl")
    assert rows(tmp_path / "out.jsonl")[2]["messages"][1]["content"] == "lone \\ud800"


def test_a_sample_without_text_is_left_out_and_counted(store, sample, tmp_path):
    store.samples.add([sample(1), sample(2, raw="")])
    exported = export(store, "samples", "trl", tmp_path / "out.jsonl")
    assert (exported.rows, exported.left_out) == (1, 1)


def test_an_export_that_fails_keeps_the_previous_file(filled, tmp_path, monkeypatch):
    path = tmp_path / "out.jsonl"
    path.write_text("previous")

    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("o1desk.store.files.os.fsync", full)
    with pytest.raises(NoSpaceError, match=r"write out\.jsonl: the disk is full"):
        export(filled, "samples", "jsonl", path)
    assert path.read_text() == "previous"
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == ["out.jsonl"]


def test_an_export_that_is_cancelled_leaves_the_previous_file(filled, tmp_path):
    path, told = tmp_path / "out.jsonl", []
    path.write_text("previous")

    def stop(done):
        told.append(done)
        if done == 2:
            raise Cancelled("enough")

    with pytest.raises(Cancelled):
        export(filled, "samples", "jsonl", path, progress=stop)

    assert told == [1, 2]
    assert path.read_text() == "previous"
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == ["out.jsonl"]


def test_unknown_kinds_formats_and_folders_are_named(filled, tmp_path):
    with pytest.raises(UnknownNameError, match="did you mean 'samples'"):
        export(filled, "sample", "jsonl", tmp_path / "x")
    with pytest.raises(UnknownNameError, match="format for samples"):
        export(filled, "samples", "xml", tmp_path / "x")
    with pytest.raises(InputError, match="no folder"):
        export(filled, "samples", "jsonl", tmp_path / "absent" / "x.jsonl")
    assert formats_of("problems") == ["jsonl", "trl"]
