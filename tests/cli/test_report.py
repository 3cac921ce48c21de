"""The report: every figure asked for, every foreign text escaped, files that open."""

import csv

import pytest

from o1desk.cli.report import Answered, LoopReport, write_report

HOSTILE = '<script>alert(1)</script><img src="file:///etc/passwd"> a<b and c>d \ud800'


def evaluation(rate: float) -> dict:
    return {
        "pass_at_1": rate,
        "ci95": [rate - 0.05, rate + 0.05],
        "n": 300,
        "by_environment": {"gcd": {"pass_at_1": rate, "n": 300}},
    }


@pytest.fixture
def report() -> LoopReport:
    answer = Answered(
        environment="gcd",
        prompt=HOSTILE,
        reference="12",
        before=HOSTILE,
        before_right=False,
        after="84=2*36+12",
        after_right=True,
    )
    return LoopReport(
        before=evaluation(0.4),
        after=evaluation(0.6),
        train_curve=[(0, 0.4, 0.3, 0.5, 96), (10, 0.6, 0.5, 0.7, 96)],
        vote_before=[(1, 0.4, 0.3, 0.5), (16, 0.5, 0.4, 0.6)],
        vote_after=[(1, 0.6, 0.5, 0.7), (2, 0.6, 0.5, 0.7), (16, 0.8, 0.7, 0.9)],
        answers=[answer],
        chats=[{"prompt": "hi", "steps": [{"text": HOSTILE}], "answer": "Hello"}],
        speed={"tokens per s": 1234.5},
        ran={"model": "starter"},
        notes=["step 3: nonfinite_loss, skipped"],
        seconds=299.0,
    )


def test_the_page_shows_both_rates_with_their_intervals(report, tmp_path):
    page = write_report(tmp_path / "out", report).read_text(encoding="utf-8")
    for shown in ("0.400", "0.600", "[0.350, 0.450]", "n = 300", "+0.200", "nonfinite_loss"):
        assert shown in page


def test_foreign_text_is_shown_and_never_interpreted(report, tmp_path):
    page = write_report(tmp_path / "out", report).read_text(encoding="utf-8")
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert 'src="file' not in page


def test_the_curves_are_written_as_pictures_and_numbers(report, tmp_path):
    folder = write_report(tmp_path / "out", report).parent
    for name in ("train_curve.png", "vote_curve.png"):
        assert (folder / name).read_bytes().startswith(b"\x89PNG")
    with (folder / "vote_curve.csv").open(encoding="utf-8") as file:
        rows = list(csv.reader(file))
    assert rows[0] == ["k", "accuracy", "low", "high"]
    assert [int(float(row[0])) for row in rows[1:]] == [1, 2, 16]


def test_a_loop_without_checks_while_training_still_has_a_report(report, tmp_path):
    empty = LoopReport(
        before=report.before, after=report.after, train_curve=[], vote_before=[], vote_after=[]
    )
    assert write_report(tmp_path / "out", empty).exists()
