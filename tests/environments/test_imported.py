"""Imported sets: good lines are used, bad ones listed, levels follow measured rates or length."""

import json

import pytest

from o1desk.core.errors import InputError, UnknownNameError
from o1desk.core.types import Judgement
from o1desk.environments import catalog
from o1desk.environments.imported import Imported, read_rows


def write(data, name, rows):
    folder = data / "datasets"
    folder.mkdir(exist_ok=True)
    lines = [row if isinstance(row, str) else json.dumps(row) for row in rows]
    (folder / f"{name}.jsonl").write_text("\n".join(lines), encoding="utf-8")


def sums(count):
    return [{"prompt": f"What is {i} + {i}?", "answer": str(2 * i)} for i in range(count)]


def test_a_set_is_an_environment_with_splits_and_a_seeded_order(tmp_path):
    write(tmp_path, "sums", sums(300))
    environment = catalog.get("imported/sums", tmp_path)
    assert environment.name == "imported/sums"
    train = [p.key for p in environment.problems(1000, "easy", 1)]
    heldout = [p.key for p in environment.problems(1000, "easy", 1, "heldout")]
    assert len(train) + len(heldout) == 100
    assert heldout
    assert not set(train) & set(heldout)
    assert train == [p.key for p in catalog.get("imported/sums", tmp_path).problems(99, "easy", 1)]
    assert train != [p.key for p in environment.problems(1000, "easy", 2)]
    assert len(list(environment.problems(3, "hard", 1))) == 3


def test_answers_are_judged_by_their_declared_kind(tmp_path):
    rows = [
        {"prompt": "a", "answer": "1/2"},
        {"prompt": "b", "answer": "Paris", "answer_kind": "text"},
        {"prompt": "c", "answer": 3.14, "answer_kind": "decimal", "tolerance": 0.01},
    ]
    write(tmp_path, "mixed", rows)
    environment = Imported("mixed", tmp_path)
    found = {}
    for level in ("easy", "medium", "hard"):
        for split in ("train", "heldout"):
            found |= {p.prompt: p for p in environment.problems(9, level, 0, split)}
    assert environment.check(found["a"], "The answer is 0.5").is_correct
    assert environment.check(found["b"], "paris").is_correct
    assert environment.check(found["c"], "3.15").is_correct
    assert environment.check(found["c"], "3.2").judgement is Judgement.INCORRECT


def test_measured_pass_rates_decide_the_level_where_there_are_any(tmp_path):
    rates = {"often": 0.9, "sometimes": 0.5, "never": 0.0}
    write(
        tmp_path, "rated", [{"prompt": p, "answer": "1", "pass_rate": r} for p, r in rates.items()]
    )
    environment = Imported("rated", tmp_path)
    for level, prompt in [("easy", "often"), ("medium", "sometimes"), ("hard", "never")]:
        both = [p for s in ("train", "heldout") for p in environment.problems(9, level, 0, s)]
        assert [p.prompt for p in both] == [prompt]


@pytest.mark.parametrize(("levels", "hard"), [(["hard", "easy", "hard"], 2), (["hard"] * 3, 1)])
def test_named_levels_count_where_the_set_names_more_than_one(tmp_path, levels, hard):
    rows = [{"prompt": p, "answer": "1", "level": n} for p, n in zip("abc", levels, strict=True)]
    write(tmp_path, "named", rows)
    environment = Imported("named", tmp_path)
    both = [p for s in ("train", "heldout") for p in environment.problems(9, "hard", 0, s)]
    assert len(both) == hard


def test_bad_lines_are_listed_and_the_rest_is_used(tmp_path):
    good = {"prompt": "p", "answer": "1"}
    rows = ["\ufeff" + json.dumps(good), "", "{", "[1]", '{"answer": "1"}', '{"prompt": "q"}']
    rows += ['{"prompt": 7, "answer": "1"}', "[" * 100_000]
    rows += [{"prompt": "\u2028x", "answer": "\ud800"}, '{"prompt": "n", "answer": NaN}']
    write(tmp_path, "odd", rows)
    used, rejected = read_rows(tmp_path / "datasets" / "odd.jsonl")
    assert [row["prompt"] for row in used] == ["p", "\u2028x", "n"]
    assert [number for number, _ in rejected] == [3, 4, 5, 6, 7, 8]
    assert rejected[4][1] == "no prompt"


def test_a_set_without_a_problem_is_refused_in_one_sentence(tmp_path):
    write(tmp_path, "bad", ["{"])
    with pytest.raises(InputError, match=r"line 1: not JSON"):
        Imported("bad", tmp_path)


def test_an_unknown_set_or_level_is_refused_with_the_nearest(tmp_path):
    write(tmp_path, "sums", sums(9))
    with pytest.raises(UnknownNameError, match="did you mean 'sums'"):
        catalog.get("imported/sum", tmp_path)
    with pytest.raises(UnknownNameError):
        catalog.get("imported/../sums", tmp_path)
    with pytest.raises(UnknownNameError, match="level"):
        catalog.get("imported/sums", tmp_path).problems(1, "simple", 0)


def test_the_data_folder_may_be_told_by_the_environment(tmp_path, monkeypatch):
    write(tmp_path, "sums", sums(9))
    monkeypatch.delenv("O1DESK_DATA", raising=False)
    with pytest.raises(InputError, match="--data"):
        catalog.get("imported/sums")
    monkeypatch.setenv("O1DESK_DATA", str(tmp_path))
    assert catalog.get("imported/sums").name == "imported/sums"


def test_sets_are_listed_behind_the_families(tmp_path):
    assert catalog.names(tmp_path) == catalog.names()
    write(tmp_path, "sums", sums(3))
    assert catalog.names(tmp_path) == [*catalog.names(), "imported/sums"]
