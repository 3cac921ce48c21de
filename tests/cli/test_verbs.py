"""Every verb on the real starter, as real processes: what it prints, what it leaves behind."""

import json
from pathlib import Path

import pytest

CONFIG = """
prompts = 4
group_size = 4
eval_count = 8
eval_every = 2
checkpoint_every = 1
max_new_tokens = 60
"""


@pytest.fixture
def small(tmp_path):
    path = tmp_path / "small.toml"
    path.write_text(CONFIG, encoding="utf-8")
    return ["--config", str(path)]


def test_generated_samples_come_back_from_an_export(desk, tmp_path):
    made = desk.run("generate", "--environment", "gcd,products", "--count", "20")
    assert (made["generated"], made["verified"], made["kept"]) == (20, 20, 20)
    out = tmp_path / "samples.jsonl"
    written = desk.run("export", "samples", "--format", "jsonl", "--out", str(out))
    assert written["rows"] == 20
    again = desk.run("import", str(out))
    assert (again["parsed"], again["new"], again["rejected"]) == (20, 0, [])


def test_imported_questions_become_an_environment(desk, tmp_path):
    rows = [{"question": f"What is {n} + {n}?", "answer": f"#### {2 * n}"} for n in range(300)]
    path = tmp_path / "doubles.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows) + "\n{broken\n", encoding="utf-8")
    report = desk.run("import", str(path))
    assert report["parsed"] == 300
    assert sum(row["count"] for row in report["rejected"]) == 1
    value = desk.run("evaluate", "--environment", "imported/doubles", "--level", "easy")
    assert 0 < value["n"] <= 100


def test_an_evaluation_has_the_shape_that_was_promised(desk):
    words = ["evaluate", "--environment", "chain_sum,gcd", "--level", "easy", "--count", "24"]
    value = desk.run(*words)
    assert (value["n"], value["state"]) == (24, "finished")
    assert 0.0 <= value["ci95"][0] <= value["pass_at_1"] <= value["ci95"][1] <= 1.0
    assert set(value["by_environment"]) == {"chain_sum", "gcd"}
    assert value["tokens_thinking_mean"] > 0
    same = desk.run(*words)
    assert same["pass_at_1"] == value["pass_at_1"]


def test_a_vote_uses_as_many_chains_as_asked(desk):
    value = desk.run(
        "evaluate", "--environment", "gcd", "--count", "6", "--strategy", "vote", "--chains", "4"
    )
    assert value["strategy"] == "vote"


def test_an_adapter_is_trained_listed_and_asked(desk, small):
    trained = desk.run(
        "train", "rl", "--environment", "chain_sum", "--level", "easy", "--steps", "3", *small
    )
    assert (trained["state"], trained["steps"]) == ("finished", 3)
    assert (Path(trained["checkpoint"]) / "adapter_model.safetensors").is_file()
    ref = f"starter@{trained['run']}"
    listed = desk.run("models")["models"]
    assert ref in [row["ref"] for row in listed]
    answer = desk.run("chat", "--model", ref, "--prompt", "12 + 34 =", "--temperature", "0")
    assert answer["answer"]
    assert answer["efficiency"]["tokens_thinking"] > 0
    assert [row["run"] for row in desk.run("runs")["runs"]].count(trained["run"]) == 1


def test_fine_tuning_follows_solver_traces(desk):
    words = ["--environment", "gcd", "--level", "easy", "--steps", "3"]
    trained = desk.run("train", "sft", *words)
    assert (trained["state"], trained["steps"]) == ("finished", 3)


def test_ctrl_c_saves_and_the_run_goes_on_later(desk, small):
    words = ["train", "rl", "--environment", "gcd", "--level", "easy", "--steps", "16", *small]

    def has_checkpoint() -> bool:
        return any((desk.data / "runs").glob("*/checkpoints/step_000001"))

    stopped = desk.interrupt(*words, when=has_checkpoint)
    assert stopped.returncode == 3, stopped.stderr
    assert "o1desk train rl --resume" in stopped.stderr
    [run] = [row for row in desk.run("runs")["runs"] if row["role"] == "train"]
    assert run["state"] == "suspended"
    resumed = desk.run("train", "rl", "--resume", run["run"])
    assert (resumed["state"], resumed["steps"]) == ("finished", 16)


def test_a_stopped_evaluation_still_prints_its_json(desk):
    words = ["evaluate", "--environment", "gcd", "--level", "easy", "--count", "5000", "--json"]

    def has_begun() -> bool:
        return any("running" in path.read_text() for path in desk.data.glob("runs/*/events.jsonl"))

    stopped = desk.interrupt(*words, when=has_begun)
    assert stopped.returncode == 3, stopped.stderr
    value = json.loads(stopped.stdout.splitlines()[-1])
    assert value["state"] in ("suspended", "cancelled")
    assert f"o1desk evaluate --resume {value['run']}" in stopped.stderr


def test_a_backup_is_made_and_the_doctor_finds_the_store_sound(desk):
    assert desk.run("doctor")["store"] == "not made yet"
    desk.run("generate", "--environment", "gcd", "--count", "3")
    assert len(desk.run("backup")["backups"]) == 1
    report = desk.run("doctor")
    assert report["store"] == "ok"
    assert report["starter"]


def test_the_starter_becomes_a_gguf_file_that_answers(desk, tmp_path):
    pytest.importorskip("llama_cpp")
    out = tmp_path / "starter.gguf"
    written = desk.run("export", "model", "--format", "gguf", "--type", "f16", "--out", str(out))
    assert written["verified"]
    answer = desk.run("chat", "--model", str(out), "--prompt", "12 + 34 =", "--temperature", "0")
    assert answer["answer"]
    assert answer["efficiency"]["decode_tps"] > 0
