import json
import os
import subprocess
import sys

import pytest

from o1desk.core.errors import Cancelled, InputError, NoSpaceError
from o1desk.core.runs import Run
from o1desk.core.types import Judgement, Verdict
from o1desk.store import open_store
from o1desk.store.export import export
from o1desk.store.imports.importer import ImportOptions, dataset_name, import_file
from o1desk.store.labels import Label

ROWS = [{"question": f"{n} + {n}?", "answer": f"twice\n#### {2 * n}"} for n in range(6)]


@pytest.fixture
def quiz(tmp_path):
    path = tmp_path / "my quiz.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in ROWS))
    return path


def judge(problem, answer):
    is_right = int(answer) % 4 == 0
    judgement = Judgement.CORRECT if is_right else Judgement.INCORRECT
    return Verdict(judgement=judgement, score=float(is_right), method="judge")


def test_a_file_becomes_a_dataset_and_an_environment(store, quiz):
    result = import_file(store, quiz)
    assert result.funnel() == {
        "generated": 6, "parsed": 6, "verified": 0, "new": 6, "kept": 6, "rejected": [],
    }  # fmt: skip
    dataset = store.datasets.get("my-quiz")
    assert (dataset.problems, dataset.samples, dataset.source) == (6, 6, "my quiz.jsonl")
    assert {p.environment for p in store.problems.each()} == {"imported/my-quiz"}
    lines = (store.data / "datasets" / "my-quiz.jsonl").read_text().splitlines()
    assert json.loads(lines[1]) == {
        "prompt": "1 + 1?", "answer": "2", "answer_kind": "integer", "identity": "",
        "level": "medium",
    }  # fmt: skip
    assert len(lines) == 6
    assert list((store.data / "datasets").iterdir()) == [store.data / "datasets" / "my-quiz.jsonl"]


def test_importing_again_adds_only_what_is_new(store, quiz):
    import_file(store, quiz)
    with quiz.open("a") as file:
        file.write('{"question": "new?", "answer": "1"}\n')
    result = import_file(store, quiz)
    assert (result.generated, result.parsed, result.new, result.kept) == (7, 7, 1, 1)
    assert store.datasets.get("my-quiz").problems == 7
    assert len((store.data / "datasets" / "my-quiz.jsonl").read_text().splitlines()) == 7


def test_a_checker_judges_samples_and_refuses_false_references(store, quiz):
    with quiz.open("a") as file:
        file.write('{"question": "even?", "answer": "4"}\n{"question": "odd?", "answer": "3"}\n')
    result = import_file(store, quiz, ImportOptions(name="judged", check=judge))
    assert (result.parsed, result.verified) == (7, 4)
    assert result.funnel()["rejected"] == [
        {
            "reason": "the reference answer fails its own check",
            "count": 1,
            "lines": [8],
            "detail": "the reference answer fails its own check",
        }
    ]
    verdicts = [found.verdict.is_correct for found in store.samples.each()]
    assert verdicts == [True, False, True, False, True, False]


def test_a_cancel_at_any_moment_stores_nothing(store, quiz):
    calls = []

    def count(done, total):
        calls.append((done, total))
        if len(calls) == stop:
            raise Cancelled("enough")

    for stop in (1, 4, 6, 7, 12):  # noqa: B007 - read by the callback
        calls.clear()
        with pytest.raises(Cancelled):
            import_file(store, quiz, ImportOptions(progress=count))
        assert store.counts()["problem"] == 0
        assert list(store.data.glob("datasets/*")) == []
    stop = 0
    import_file(store, quiz, ImportOptions(progress=count))
    size = quiz.stat().st_size
    assert calls[5] == (size, size)


def test_a_full_disk_stores_nothing(store, quiz):
    connection = store.access.writer._connection
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}")
    quiz.write_text(json.dumps({"prompt": "x" * 200_000, "answer": "1"}))
    with pytest.raises(NoSpaceError, match="disk is full"):
        import_file(store, quiz)
    assert store.counts()["problem"] == 0
    assert list(store.data.glob("datasets/*")) == []


def test_a_dataset_used_by_a_run_takes_nothing_new(store, quiz, data):
    import_file(store, quiz)
    store.runs.put(Run(id="R", role="train", folder=data, created="now"))
    store.datasets.used_by("R", "my-quiz")
    before = (data / "datasets" / "my-quiz.jsonl").read_text()
    assert import_file(store, quiz).new == 0
    with quiz.open("a") as file:
        file.write('{"question": "new?", "answer": "1"}\n')
    with pytest.raises(InputError, match="give the import another name"):
        import_file(store, quiz)
    assert (data / "datasets" / "my-quiz.jsonl").read_text() == before
    assert store.counts()["problem"] == 6


def test_our_own_dump_comes_back_whole_in_another_store(store, sample, tmp_path):
    given = [
        sample(1, model="starter", adapter="R:4", run="R", habit="quick", truncated=True),
        sample(2, raw="lone \ud800", verdict=None, reward=float("inf"), rewards={"a": None}),
        sample(3, problem=sample(3).problem),
    ]
    store.samples.add(given)
    label = Label(sample=2, step=0, value=-1, annotator="ann", critique="bad \ud800", seconds=3.0)
    store.labels.put(label)
    store.labels.put(Label(sample=1, value=1, annotator="ann"))
    paths = []
    for what in ("samples", "labels", "problems"):
        paths.append(tmp_path / f"{what}.jsonl")
        export(store, what, "jsonl", paths[-1])
    with open_store(tmp_path / "other") as other:
        assert "the label's sample is not here" in import_file(other, paths[1]).rejects
        for path in (*paths, *paths):
            import_file(other, path)
        assert list(other.samples.each()) == given
        assert list(other.labels.each()) == list(store.labels.each())
        assert other.counts()["problem"] == 3
        assert {p.environment for p in other.problems.each()} == {"chain_sum"}
        assert list(other.data.glob("datasets/*")) == []


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"schema": "o1desk.sample/9"}, "a damaged row of O1 Desk"),
        ({"meta": "{"}, "a damaged row of O1 Desk"),
        ({"meta": "{}"}, "a damaged row of O1 Desk"),
        ({"steps": ["only one"]}, "a damaged row of O1 Desk"),
    ],
)
def test_a_damaged_row_of_our_own_is_named(store, sample, tmp_path, change, reason):
    store.samples.add([sample(1)])
    path = tmp_path / "dump.jsonl"
    export(store, "samples", "jsonl", path)
    path.write_text(json.dumps(json.loads(path.read_text()) | change) + "\n")
    result = import_file(store, path)
    assert list(result.rejects) == [reason]


def test_a_label_that_says_too_much_is_rejected(store, sample, tmp_path):
    store.samples.add([sample(1)])
    store.labels.put(Label(sample=1, value=1, annotator="ann"))
    path = tmp_path / "labels.jsonl"
    export(store, "labels", "jsonl", path)
    row = json.loads(path.read_text())
    path.write_text(json.dumps(row | {"value": 7, "annotator": "bob"}) + "\n")
    assert list(import_file(store, path).rejects) == ["the label says something a label cannot say"]


@pytest.mark.parametrize(
    ("text", "name"), [("a b/c", "a-b-c"), ("..x..", "x"), ("数学", "数学"), ("a\udcff", "a-")]
)
def test_names_of_datasets_are_names_of_files(text, name):
    assert dataset_name(text) == name.rstrip("-") or name


@pytest.mark.parametrize("text", ["", "///", "..."])
def test_a_name_of_nothing_is_refused(text):
    with pytest.raises(InputError, match="no name for a dataset"):
        dataset_name(text)


def test_a_missing_file_or_a_folder_is_named(store, tmp_path):
    for path in (tmp_path / "absent.jsonl", tmp_path):
        with pytest.raises(InputError, match="cannot be read"):
            import_file(store, path)


@pytest.mark.skipif(sys.platform != "linux", reason="limits the address space as Linux does")
def test_one_giant_row_fits_into_a_gigabyte(tmp_path):
    path = tmp_path / "giant.jsonl"
    row = b'{"prompt": "p%d", "answer": "1"}\n'
    with path.open("wb") as file:
        file.write(row % 1 + b'{"prompt": "' + b"x" * (50 << 20) + b'", "answer": "1"}\n' + row % 2)
    code = (
        "import resource, sys; from pathlib import Path; from o1desk.store import open_store; "
        "from o1desk.store.imports.importer import import_file\n"
        "resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))\n"
        "with open_store(Path(sys.argv[1])) as store:\n"
        "    print(import_file(store, Path(sys.argv[2])).kept)\n"
    )
    open_store(tmp_path / "data").close()
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "data"), str(path)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "OMP_NUM_THREADS": "1"},
    )
    assert (done.stdout, done.stderr) == ("3\n", "")
