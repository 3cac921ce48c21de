"""Arguments: mistakes are one sentence with the nearest right word, and exit code 2."""

import os
import subprocess
import sys

import pytest

from o1desk.cli.main import main
from o1desk.cli.parser import build_parser
from o1desk.core.files import write_json

HEAVY = ("torch", "transformers", "numpy", "sqlite_utils", "reasoning_gym", "matplotlib", "psutil")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["evalute"], "did you mean evaluate?"),
        (["loop", "--minuets", "3"], "did you mean --minutes?"),
        (["train", "rll"], "did you mean rl?"),
        (["train", "rl", "--steps", "many"], "invalid int value"),
        (["chat", "--device", "gpu"], "'gpu'"),
        (["train", "rl", "--threads", "0"], "a whole number from 1 on, not '0'"),
        ([], "VERB"),
    ],
)
def test_a_mistyped_word_is_answered_with_the_nearest_one(words, sentence, capsys):
    with pytest.raises(SystemExit) as stop:
        main(words)
    said = capsys.readouterr().err
    assert stop.value.code == 2
    assert sentence in said
    assert said.count("\n") == 1


def test_help_imports_nothing_heavy():
    code = (
        "import sys\n"
        "from o1desk.__main__ import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit:\n    pass\n"
        f"print([m for m in {HEAVY!r} if m in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"
    assert "exit codes" in done.stdout


def test_no_verb_and_no_screen_point_to_the_loop():
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    blind = {name: value for name, value in os.environ.items() if name not in screens}
    done = subprocess.run(
        [sys.executable, "-m", "o1desk"], capture_output=True, text=True, check=False, env=blind
    )
    assert done.returncode == 5
    assert "o1desk loop" in done.stderr


VERBS = "loop generate import export train evaluate chat bench starter runs models backup doctor"


@pytest.mark.parametrize("verb", VERBS.split())
def test_every_verb_explains_itself(verb, capsys):
    with pytest.raises(SystemExit) as stop:
        build_parser().parse_arguments([verb, "--help"])
    assert stop.value.code == 0
    assert "--json" in capsys.readouterr().out


def test_the_help_of_export_names_everything_that_can_be_exported(capsys):
    with pytest.raises(SystemExit):
        build_parser().parse_arguments(["export", "--help"])
    said = " ".join(capsys.readouterr().out.split())
    assert "samples, problems, labels, or model" in said


UNKNOWN = [
    (["evaluate", "--environment", "chain_sun"], "did you mean 'chain_sum'?"),
    (["evaluate", "--level", "mediun"], "did you mean 'medium'?"),
    (["evaluate", "--model", "startr"], "did you mean 'starter'?"),
    (["evaluate", "--strategy", "vot"], "did you mean 'vote'?"),
    (["evaluate", "--count", "0"], "'count' must be from 1"),
    (["evaluate", "--chains", "4"], "--strategy vote"),
    (["evaluate", "--strategy", "vote", "--chains", "0"], "from 1 to 256 chains"),
    (["evaluate", "--environment", ","], "No environment was named"),
    (["generate", "--source", "solvr"], "did you mean 'solver'?"),
    (["generate", "--count", "0"], "'count' must be from 1"),
    (["import", "nosuch.jsonl"], "There is no file nosuch.jsonl"),
    (["export", "sampels", "--format", "jsonl", "--out", "x.jsonl"], "did you mean 'samples'?"),
    (["export", "samples", "--format", "jsonk", "--out", "x.jsonl"], "did you mean 'jsonl'?"),
    (["export", "model", "--format", "gguff", "--out", "x.gguf"], "did you mean 'gguf'?"),
    (["train", "rl", "--resume", "nosuchrun"], "nosuchrun"),
    (["train", "rl", "--steps", "0"], "'steps' must be from 1"),
    (["train", "sft", "--dataset", "nosuch.jsonl"], "There is no file nosuch.jsonl"),
    (["generate", "--resume", "nosuchrun"], "nosuchrun"),
    (["evaluate", "--resume", "nosuchrun"], "nosuchrun"),
    (["chat", "--model", "starter@nosuchrun", "--prompt", "1 + 1"], "nosuchrun"),
    (["chat", "--strategy", "vot", "--prompt", "1 + 1"], "did you mean 'vote'?"),
    (["chat", "--temperature", "-1", "--prompt", "1 + 1"], "'temperature' must be from 0"),
    (["chat", "--prompt", " "], "The prompt is empty"),
    (["bench", "rollot"], "did you mean 'rollout'?"),
    (["loop", "--minutes", "-1"], "--minutes"),
    (["loop", "--count", "0"], "'count' must be from 1"),
    (["runs", "nosuchrun"], "nosuchrun"),
    (
        ["starter", "build", "--minutes", "0", "--out", "a", "--work", "b"],
        "--minutes must be above 0",
    ),
]


@pytest.mark.parametrize(("words", "sentence"), UNKNOWN, ids=[words[0] for words, _ in UNKNOWN])
def test_what_does_not_fit_is_one_sentence_with_code_5_and_writes_nothing(
    words, sentence, capsys, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    code = main([*words, "--data", str(tmp_path / "data")])
    said = capsys.readouterr().err
    assert code == 5
    assert sentence in said
    assert said.count("\n") == 1
    assert [path.name for path in tmp_path.rglob("*") if not path.is_dir()] == []


CONFIGS = {
    'environments = [{environment = "chain_sun"}]': "did you mean 'chain_sum'?",
    'environments = [{environment = "gcd", level = "hrd"}]': "did you mean 'hard'?",
    'model = "startr"': "did you mean 'starter'?",
    "stepps = 3": "did you mean 'steps'?",
    "group_size = 1": "'group_size' must be from 2",
    "steps = ": "no TOML",
}


@pytest.mark.parametrize(("text", "sentence"), CONFIGS.items())
def test_a_config_file_is_checked_before_anything_is_written(text, sentence, capsys, tmp_path):
    file, data = tmp_path / "own.toml", tmp_path / "data"
    file.write_text(text, encoding="utf-8")
    assert main(["train", "rl", "--config", str(file), "--data", str(data)]) == 5
    assert sentence in capsys.readouterr().err
    assert list(data.iterdir()) == []


def test_a_report_never_takes_the_place_of_a_file(capsys, tmp_path):
    file, data = tmp_path / "mine.txt", tmp_path / "data"
    file.write_text("mine", encoding="utf-8")
    assert main(["loop", "--out", str(file), "--data", str(data)]) == 5
    assert "is a file" in capsys.readouterr().err
    assert list(data.iterdir()) == []


@pytest.mark.parametrize(
    ("config", "words", "verb"),
    [
        ({"role": "train", "method": "sft"}, ["generate"], "o1desk train sft --resume R1"),
        ({"role": "train", "method": "rl"}, ["evaluate"], "o1desk train rl --resume R1"),
        ({"role": "generate"}, ["train", "rl"], "o1desk generate --resume R1"),
    ],
)
def test_a_run_is_resumed_by_the_verb_that_made_it(config, words, verb, capsys, tmp_path):
    folder = tmp_path / "runs" / "R1"
    folder.mkdir(parents=True)
    write_json(folder / "config.json", config)
    assert main([*words, "--resume", "R1", "--data", str(tmp_path)]) == 5
    assert verb in capsys.readouterr().err
    assert [path.name for path in folder.iterdir()] == ["config.json"]


INTERRUPTED = """
import sys
from o1desk.cli import manage
from o1desk.cli.main import main
def models(arguments):
    exec("import os, signal; os.kill(os.getpid(), signal.SIGINT)")
manage.models = models
sys.exit(main(["models"]))
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT to send")
def test_ctrl_c_in_code_made_at_run_time_still_ends_with_3():
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED], capture_output=True, text=True, check=False
    )
    assert done.returncode == 3
    assert "Stopped" in done.stderr
