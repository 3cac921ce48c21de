"""A loop whose parts are played: its report is there whatever comes of the questions."""

import json

import pytest

from o1desk.cli import loop as verb
from o1desk.cli.main import main
from o1desk.core.errors import Cancelled, OutOfMemoryError
from o1desk.core.files import write_lines
from o1desk.core.runs import RunState
from o1desk.jobs.loop import LoopResult
from o1desk.jobs.run import Outcome

ANSWER = {"steps": [], "answer": "306", "efficiency": {"decode_tps": 100.0}}


class PlayedDesk:
    """A data folder with nobody in it."""

    manager = None

    def __init__(self, arguments):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *error):
        pass


class PlayedLoop:
    """A loop that has found its result already.

    Attributes:
        before: Called when it runs.
    """

    trained_model = "starter@R1"
    result: LoopResult

    @staticmethod
    def before():
        pass

    def __init__(self, manager, settings, lines):
        pass

    def run(self):
        self.before()
        return self.result


class PlayedChat:
    """A chat that gives answers or raises errors in turn."""

    turns = ()

    def __init__(self, manager, config, *, show):
        self._left = list(self.turns)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        pass

    def fresh(self, question, how):
        turn = self._left.pop(0)
        if isinstance(turn, BaseException):
            raise turn
        return turn


def evaluation(rate):
    return {
        "pass_at_1": rate,
        "ci95": [rate, rate],
        "n": 1,
        "by_environment": {"gcd": {"pass_at_1": rate, "n": 1}},
        "tokens_thinking_mean": 9.0,
    }


def outcome(folder):
    problem = {"environment": "gcd", "prompt": "1 and 1", "answer": "1"}
    folder.mkdir()
    sample = {"problem": problem, "raw": "1", "verdict": {"judgement": "correct"}}
    write_lines(folder / "samples.jsonl", [sample])
    return Outcome(
        run=folder.name,
        state=RunState.FINISHED,
        exit_code=0,
        message="",
        summary={},
        folder=folder,
    )


@pytest.fixture
def played(tmp_path, monkeypatch, capsys):
    """Play a loop and its questions; returns the exit code and what was said."""
    PlayedLoop.result = LoopResult(
        before=evaluation(0.5),
        after=evaluation(1.0),
        adapter="R1",
        outcomes={
            f"measure {when}": outcome(tmp_path / f"{when}-run") for when in ("before", "after")
        },
    )

    def run(*turns, before=lambda: None, code=0):
        monkeypatch.setattr(PlayedLoop, "before", staticmethod(before))
        monkeypatch.setattr(PlayedChat, "turns", turns)
        for name, stand_in in (
            ("Desk", PlayedDesk),
            ("Loop", PlayedLoop),
            ("LiveChat", PlayedChat),
        ):
            monkeypatch.setattr(verb, name, stand_in)
        words = ["--out", str(tmp_path / "out"), "--data", str(tmp_path / "data"), "--json"]
        assert main(["loop", *words]) == code
        return capsys.readouterr()

    return run


def test_a_loop_that_goes_well_reports_its_answers(played, tmp_path):
    value = json.loads(played(*[ANSWER] * 4).out)
    page = (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    assert page.count("306") == 4
    assert json.loads((tmp_path / "out" / "loop.json").read_text(encoding="utf-8")) == value


@pytest.mark.parametrize(
    ("error", "code", "reason"),
    [
        (OutOfMemoryError("The device is full"), 4, "The device is full"),
        (KeyboardInterrupt(), 3, "the questions were stopped"),
    ],
    ids=["no memory", "Ctrl-C"],
)
def test_a_chat_that_fails_leaves_the_report_with_what_was_answered(
    played, tmp_path, error, code, reason
):
    said = played(ANSWER, error, code=code)
    assert json.loads(said.out)["after"]["pass_at_1"] == 1.0
    assert f"The report lacks answers of the trained model: {reason}" in said.err
    page = (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    assert page.count("306") == 1
    assert f"Asked afterwards: {reason}" in page
    assert (tmp_path / "out" / "loop.json").exists()


def test_a_chat_that_breaks_finds_the_report_written(played, tmp_path):
    with pytest.raises(ZeroDivisionError):
        played(ZeroDivisionError())
    assert {"report.html", "loop.json"} <= {path.name for path in (tmp_path / "out").iterdir()}


def test_a_report_that_cannot_be_written_any_more_names_the_runs(played, tmp_path):
    said = played(before=(tmp_path / "out" / "report.html").mkdir, code=5)
    assert "The report cannot be written" in said.err
    assert "before-run, after-run" in said.err


def test_a_stopped_loop_leaves_no_empty_report_behind(played, tmp_path):
    def stop():
        raise Cancelled("The loop was stopped in 'train'; every finished part is kept")

    played(before=stop, code=3)
    assert not (tmp_path / "out").exists()
