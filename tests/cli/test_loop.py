"""The whole loop, short, as a process: every part runs and the report is whole."""

from pathlib import Path


def test_a_short_loop_measures_trains_measures_again_and_reports(desk, tmp_path):
    out = tmp_path / "report"
    value = desk.run(
        "loop",
        *("--environment", "chain_sum,gcd", "--level", "easy"),
        *("--minutes", "0.1", "--count", "24", "--out", str(out)),
    )
    assert value["before"]["n"] == value["after"]["n"] == 24
    assert [k for k, _ in value["vote_curve"]] == [1, 2, 4, 8, 16]
    assert value["train_curve"][0][0] == 0
    assert Path(value["report"]).exists()
    names = {path.name for path in out.iterdir()}
    wanted = {"report.html", "train_curve.png", "train_curve.csv", "vote_curve.png"}
    assert wanted | {"vote_curve.csv"} <= names
    page = Path(value["report"]).read_text(encoding="utf-8")
    assert "Asked afterwards" in page
    assert page.count("<tr>") > 15
