"""Turns, medians and the printed shape."""

import json
import sys

import pytest

from o1desk import bench
from o1desk.bench.measure import Result, Row, middle, need, take_turns
from o1desk.core.errors import InputError, O1DeskError, UnknownNameError

ROW = Row(what="speed", ours=12.0, peer=4.0, peer_name="peer 1.0", unit="tokens/s")


def test_a_result_has_the_shape_of_the_command_line():
    value = json.loads(json.dumps(Result(rows=[ROW], device="a computer").to_json("rollout")))
    assert value == {
        "bench": "rollout",
        "device": "a computer",
        "rows": [
            {
                "what": "speed", "ours": 12.0, "peer": 4.0, "peer_name": "peer 1.0", "ratio": 3.0,
                "unit": "tokens/s", "better": "higher",
            }
        ],
    }  # fmt: skip


def test_nothing_is_divided_by_zero():
    assert Row(what="", ours=1.0, peer=0.0, peer_name="", unit="").ratio is None


def test_sides_take_turns_and_the_first_round_is_thrown_away():
    calls = []

    def side(name):
        return lambda number: calls.append(name + str(number)) or number

    assert take_turns(side("o"), side("p"), 3) == ([1, 2, 3], [1, 2, 3])
    assert calls == ["p0", "o0", "o1", "p1", "p2", "o2", "o3", "p3"]


def test_the_middle_is_the_median():
    assert middle([9.0, 1.0, 2.0]) == 2.0


def test_an_absent_peer_is_told_with_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "trl", None)
    with pytest.raises(InputError, match="TRL, which is not installed; run pip install"):
        need("trl", "TRL")


def test_an_unknown_bench_names_the_nearest():
    with pytest.raises(UnknownNameError, match="did you mean 'rollout'"):
        bench.run("rolout")


def test_the_start_is_measured_on_the_real_program():
    value = bench.run("start", quick=True)
    [row] = value["rows"]
    assert 0 < row["peer"] < row["ours"]
    assert row["better"] == "lower"


def test_a_program_that_fails_has_no_time():
    from o1desk.bench.start import wall_s

    with pytest.raises(O1DeskError, match="ended with 3"):
        wall_s(["-c", "import sys; sys.exit(3)"])
