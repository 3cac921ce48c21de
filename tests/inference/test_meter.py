"""The figures of an answer, from stamps written by hand."""

import sys

import pytest

from o1desk.inference.meter import Call, Meter, efficiency, memory_mib


def streamed(start: float, *stamps: float, thinking: int, prompt: int = 5) -> Call:
    return Call(
        started_s=start,
        ended_s=stamps[-1],
        stamps_s=list(stamps),
        tokens_prompt=prompt,
        tokens_thinking=thinking,
        tokens_answer=len(stamps) - thinking,
    )


def test_the_decode_rate_starts_at_the_first_token_and_counts_the_reasoning():
    cost = efficiency([streamed(10.0, 12.0, 12.5, 13.0, 13.5, 14.0, thinking=3)])
    assert cost.ttft_ms == pytest.approx(2000.0)
    assert cost.decode_tps == pytest.approx(4 / 2.0)
    assert cost.end_to_end_tps == pytest.approx(5 / 4.0)
    assert (cost.tokens_thinking, cost.tokens_answer, cost.tokens_prompt) == (3, 2, 5)


def test_gaps_are_taken_from_raw_stamps():
    cost = efficiency([streamed(0.0, 1.0, 1.1, 1.2, 1.3, 2.3, thinking=0)])
    assert cost.itl_p50_ms == pytest.approx(100.0)
    assert cost.itl_p95_ms == pytest.approx(100.0 + 0.85 * 900.0)


def test_several_calls_are_summed():
    first = streamed(0.0, 1.0, 2.0, thinking=1)
    batch = Call(started_s=2.0, ended_s=6.0, tokens_thinking=30, tokens_answer=10, chains=7)
    cost = efficiency([first, batch])
    assert (cost.tokens_thinking, cost.tokens_answer, cost.calls) == (31, 11, 8)
    assert cost.seconds == pytest.approx(6.0)
    assert cost.end_to_end_tps == pytest.approx(42 / 6.0)
    assert cost.decode_tps == pytest.approx((1 + 40) / (1.0 + 4.0))
    assert cost.ttft_ms == pytest.approx(1000.0)


def test_gaps_between_calls_do_not_count_as_latency():
    cost = efficiency([streamed(0.0, 1.0, 1.1, thinking=0), streamed(9.0, 10.0, 10.1, thinking=0)])
    assert cost.itl_p95_ms == pytest.approx(100.0)


def test_one_token_has_no_decode_rate_and_no_gap():
    cost = efficiency([streamed(0.0, 1.0, thinking=0)])
    assert cost.decode_tps is None
    assert cost.itl_p50_ms is None


def test_nothing_generated_has_no_rates():
    cost = efficiency([Call(started_s=0.0, ended_s=1.0)])
    assert (cost.ttft_ms, cost.decode_tps, cost.end_to_end_tps) == (None, None, None)
    assert efficiency([]).calls == 0


def test_the_meter_counts_as_it_is_told():
    clock = iter([1.0, 5.0])
    meter = Meter(clock=lambda: next(clock))
    meter.token(2.0, is_thinking=True)
    meter.token(3.0, is_thinking=False)
    call = meter.end()
    assert (call.started_s, call.ended_s, call.stamps_s) == (1.0, 5.0, [2.0, 3.0])
    assert (call.tokens_thinking, call.tokens_answer) == (1, 1)


def test_a_recast_answer_counts_as_reasoning():
    meter = Meter()
    meter.token(1.0, is_thinking=False)
    meter.recast()
    assert (meter.call.tokens_thinking, meter.call.tokens_answer) == (1, 0)


def test_the_end_is_never_before_the_last_token():
    clock = iter([1.0, 2.0])
    meter = Meter(clock=lambda: next(clock))
    meter.token(2.5, is_thinking=False)
    assert meter.end().ended_s == 2.5


def test_memory_is_told_in_mib_or_not_at_all(monkeypatch):
    known = memory_mib()
    assert known is not None
    assert 1.0 < known < 1e6
    monkeypatch.setitem(sys.modules, "psutil", None)
    assert memory_mib() is None
