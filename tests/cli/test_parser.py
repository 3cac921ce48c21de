"""Arguments: mistakes are one sentence with the nearest right word, and exit code 2."""

import subprocess
import sys

import pytest

from o1desk.cli.main import main
from o1desk.cli.parser import build_parser

HEAVY = ("torch", "transformers", "numpy", "sqlite_utils", "reasoning_gym", "matplotlib", "psutil")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["evalute"], "did you mean evaluate?"),
        (["loop", "--minuets", "3"], "did you mean --minutes?"),
        (["train", "rll"], "did you mean rl?"),
        (["train", "rl", "--steps", "many"], "invalid int value"),
        (["chat", "--device", "gpu"], "'gpu'"),
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


def test_no_verb_points_to_the_loop():
    done = subprocess.run(
        [sys.executable, "-m", "o1desk"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "o1desk loop" in done.stderr


VERBS = "loop generate import export train evaluate chat bench starter runs models backup doctor"


@pytest.mark.parametrize("verb", VERBS.split())
def test_every_verb_explains_itself(verb, capsys):
    with pytest.raises(SystemExit) as stop:
        build_parser().parse_arguments([verb, "--help"])
    assert stop.value.code == 0
    assert "--json" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["evaluate", "--environment", "chain_sun"], "did you mean 'chain_sum'?"),
        (["evaluate", "--level", "mediun"], "did you mean 'medium'?"),
        (["evaluate", "--model", "startr"], "starter"),
        (["evaluate", "--strategy", "vot"], "did you mean 'vote'?"),
        (["generate", "--source", "solvr"], "did you mean 'solver'?"),
        (["evaluate", "--count", "0"], "'count' must be from 1"),
        (["evaluate", "--chains", "4"], "--strategy vote"),
        (["export", "sampels", "--format", "jsonl", "--out", "x.jsonl"], "samples"),
        (["train", "rl", "--resume", "nosuchrun"], "nosuchrun"),
        (["bench", "rollot"], "rollout"),
        (["loop", "--minutes", "-1"], "--minutes"),
    ],
)
def test_an_unknown_name_ends_with_5_and_writes_no_run(words, sentence, capsys, tmp_path):
    code = main([*words, "--data", str(tmp_path / "data")])
    said = capsys.readouterr().err
    assert code == 5
    assert sentence in said
    assert "Traceback" not in said
    runs = tmp_path / "data" / "runs"
    assert not runs.exists() or not list(runs.iterdir())
