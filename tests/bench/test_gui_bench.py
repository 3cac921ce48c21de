"""The lateness of the window's event loop, with turns of half a second."""

import pytest

from o1desk.bench import gui
from o1desk.bench.lateness import CASES, missed, quantiles
from o1desk.core.errors import O1DeskError


def test_quantiles_are_of_the_ordered_values():
    values = [float(number) for number in range(101)]
    assert quantiles(values[::-1]) == {"p50": 50.0, "p99": 99.0, "max": 100.0}
    assert quantiles([3.0]) == {"p50": 3.0, "p99": 3.0, "max": 3.0}


def test_a_loop_that_stands_still_is_late_for_every_tick_of_that_time():
    assert missed(-2.0) == [0.0]
    assert missed(3.0) == [3.0]
    assert missed(12.0) == [12.0, 7.0, 2.0]
    assert len(missed(100.0)) == 21


@pytest.mark.parametrize("case", CASES)
def test_every_case_opens_its_window_and_ticks(case, tmp_path):
    gui._fill(tmp_path, 50)
    found = gui.late(case, 0.5, str(tmp_path))
    assert 0.0 <= found["p50"] <= found["p99"] <= found["max"]
    assert found["ticks"] > 10
    if case == "training":
        assert found["charts"] >= 6
        assert found["points"] >= 10_000
    if case == "table":
        assert found["rows"] == 50


def test_a_window_that_fails_is_told(tmp_path):
    with pytest.raises(O1DeskError, match="no such case"):
        gui.late("no such case", 0.1, str(tmp_path))


def test_rows_have_both_sides_and_say_what_was_to_be_seen(monkeypatch):
    def late(case, seconds, folder):
        ours = case in ("training", "table")
        return {
            "p50": 1.0,
            "p99": 9.0 if ours else 3.0,
            "max": 20.0,
            "charts": 6,
            "points": 10_123,
            "rows": gui.QUICK_SAMPLES,
        }

    monkeypatch.setattr(gui, "late", late)
    monkeypatch.setattr(gui, "_fill", lambda _, count: count)
    result = gui.measure(quick=True, data=None).to_json("gui")
    assert len(result["rows"]) == 6
    slow = result["rows"][1]
    assert (slow["ours"], slow["peer"], slow["ratio"], slow["unit"]) == (9.0, 3.0, 3.0, "ms")
    assert "6 visible charts of 10000 points" in slow["what"]
    assert "empty window" in slow["peer_name"]


def test_a_window_that_did_not_show_enough_gives_no_figures(monkeypatch):
    seen = {"p50": 1.0, "p99": 1.0, "max": 1.0, "charts": 5, "points": 10_000, "rows": 0}
    monkeypatch.setattr(gui, "late", lambda *_: seen)
    monkeypatch.setattr(gui, "_fill", lambda _, count: count)
    with pytest.raises(O1DeskError, match="only 5 charts"):
        gui.measure(quick=True, data=None)
