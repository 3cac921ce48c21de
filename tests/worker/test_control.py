import threading
import time

import pytest

from o1desk.core.errors import Cancelled, InputError, Suspended
from o1desk.core.events import Log, Metric, Progress, Result, State, TokenText
from o1desk.worker import control as module


def test_the_first_tick_ends_the_loading(bench):
    bench.control.enter("loading")
    assert bench.control.is_loading

    bench.control.tick("rollout", 0, 4)

    assert not bench.control.is_loading
    assert [event.state for event in bench.of(State)] == ["loading", "running"]


def test_the_first_result_ends_the_loading_and_a_remark_does_not(bench):
    bench.control.enter("loading")
    bench.control.emit(Log(level="info", text="this model has no chat template"))
    assert bench.control.is_loading

    bench.control.emit(Metric(step=0, values={}))

    assert not bench.control.is_loading


def test_progress_is_told_at_most_five_times_a_second(bench, monkeypatch):
    clock = iter(number / 100 for number in range(100, 1000))
    monkeypatch.setattr(module.time, "monotonic", lambda: next(clock))
    for done in range(300):  # three seconds by this clock
        bench.control.tick("rollout", done, 1000)

    assert 14 <= len(bench.of(Progress)) <= 16


def test_a_new_phase_and_the_end_of_one_are_told_soon(bench, monkeypatch):
    clock = iter(number / 40 for number in range(40, 1000))
    monkeypatch.setattr(module.time, "monotonic", lambda: next(clock))
    for phase, done in (("a", 0), ("a", 1), ("b", 0), ("b", 1), ("b", 2), ("b", 2)):
        bench.control.tick(phase, done, 2)

    told = [(event.phase, event.done) for event in bench.of(Progress)]
    assert told == [("a", 0), ("b", 0), ("b", 2)]


@pytest.mark.parametrize(("command", "how"), [("cancel", Cancelled), ("suspend", Suspended)])
def test_a_tick_stops_the_loop_when_the_user_asked(bench, command, how):
    bench.tell(cmd=command)

    with pytest.raises(how) as caught:
        bench.control.tick("rollout", 0, 1)
    assert type(caught.value) is how


def test_a_pause_lasts_until_it_is_lifted(bench):
    bench.control.enter("running")
    bench.tell(cmd="pause")
    threading.Timer(0.1, bench.tell, kwargs={"cmd": "resume"}).start()
    started = time.monotonic()

    bench.control.tick("rollout", 0, 1)

    assert time.monotonic() - started > 0.09
    assert [event.state for event in bench.of(State)] == ["running", "paused", "running"]


def test_a_pause_ends_with_a_stop(bench):
    bench.tell(cmd="pause")
    threading.Timer(0.05, bench.tell, kwargs={"cmd": "cancel"}).start()

    with pytest.raises(Cancelled):
        bench.control.tick("rollout", 0, 1)


def test_probes_are_answered_between_steps_and_never_inside_one(bench):
    def answer(request):
        bench.tell(cmd="probe", id=9, prompt="inside")
        bench.control.tick("probe", 0, 1)  # a probe's own generation ticks too
        return {"text": request["prompt"]}

    bench.control.probe = lambda request: {"text": request["prompt"]}
    bench.tell(cmd="probe", id=7, prompt="hello")
    bench.control.tick("rollout", 0, 1)
    bench.control.probe = answer
    bench.tell(cmd="probe", id=8, prompt="again")
    bench.tell(cmd="pause")
    threading.Timer(0.05, bench.tell, kwargs={"cmd": "cancel"}).start()
    bench.control.probe = lambda request: answer(request) if request["id"] == 8 else {"text": "-"}
    with pytest.raises(Cancelled):
        bench.control.tick("rollout", 0, 1)

    told = [(event.id, event.value["text"]) for event in bench.of(Result)]
    assert told == [(7, "hello"), (8, "again"), (9, "-")]


def test_a_probe_that_fails_is_answered_with_the_reason(bench):
    def refuse(request):
        raise InputError("The prompt is empty")

    bench.control.probe = refuse
    bench.tell(cmd="probe", id=7)
    bench.control.tick("rollout", 0, 1)

    assert bench.of(Result) == [Result(id=7, value={"error": "The prompt is empty"})]


def test_a_stop_while_a_probe_is_answered_ends_the_loop(bench):
    def slow(request):
        bench.tell(cmd="cancel")
        bench.control.tick("probe", 0, 1)

    bench.control.probe = slow
    bench.tell(cmd="probe", id=7)

    with pytest.raises(Cancelled):
        bench.control.tick("rollout", 0, 1)


def test_streamed_text_is_gathered_in_order_and_lost_nowhere(bench, monkeypatch):
    clock = iter(number / 200 for number in range(100, 1000))
    monkeypatch.setattr(module.time, "monotonic", lambda: next(clock))
    letters = "the answer is seven because three and four make seven"
    for n, letter in enumerate(letters, start=1):
        bench.control.emit(TokenText(id=1, text=letter, n=n, part="thinking"))
    bench.control.emit(TokenText(id=1, text="7", n=60, part="answer"))
    bench.control.emit(Log(level="info", text="end"))

    tokens = bench.of(TokenText)
    assert "".join(event.text for event in tokens) == letters + "7"
    assert len(tokens) < len(letters) / 3
    assert (tokens[-1].text, tokens[-1].part) == ("7", "answer")
    assert isinstance(bench.events()[-1], Log)


def test_metrics_go_out_at_once(bench):
    bench.control.emit(Metric(step=1, values={"loss": 1.0}))

    assert bench.events() == [Metric(step=1, values={"loss": 1.0})]


def test_live_settings_reach_the_loop(bench):
    bench.inbox.allow(["temperature"])
    assert bench.control.setting("temperature", 1.0) == 1.0
    bench.tell(cmd="set", key="temperature", value=0.5)

    assert bench.control.setting("temperature", 1.0) == 0.5
