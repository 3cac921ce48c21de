import dataclasses

import pytest

from o1desk.core.configs import RlConfig, SftConfig
from o1desk.core.errors import O1DeskError, UnknownNameError
from o1desk.core.events import Metric, State
from o1desk.jobs.dry_run import _estimate, _Notes, dry_run, duration

STEP = {"seconds_sample": 1.6, "seconds_learn": 0.4, "memory_mib": 100_000.0}


def measured(config, *steps):
    notes = _Notes()
    notes.hear(State(state="running"))
    notes.load_s = 3.0
    notes.hear(Metric(step=0, values={}))
    for number, values in enumerate(steps, start=1):
        notes.hear(Metric(step=number, values=values))
    return _estimate(config, notes)


def test_the_first_step_warms_up_and_does_not_count():
    found = measured(RlConfig(steps=10, eval_every=0), STEP | {"seconds_learn": 9.0}, STEP)

    assert found.seconds_per_step == pytest.approx(2.0)
    assert (found.steps_measured, found.memory_mib) == (2, 100_000.0)
    assert found.total_seconds == pytest.approx(3.0 + 10 * 2.0)
    assert found.sentence == (
        "A step takes about 2.0 s and 100000 MiB of memory; the run takes about 23 s."
    )


def test_a_single_step_is_better_than_none():
    assert measured(RlConfig(), STEP).seconds_per_step == pytest.approx(2.0)
    with pytest.raises(O1DeskError, match="no step"):
        measured(RlConfig())


def test_held_out_measurements_are_foreseen_from_the_time_of_answers():
    config = RlConfig(prompts=4, group_size=4, steps=10, eval_every=5, eval_count=32)
    found = measured(config, STEP, STEP)

    assert found.evaluation_seconds == pytest.approx(3.2)
    assert found.total_seconds == pytest.approx(3.0 + 20.0 + 3 * 3.2)


def test_a_time_limit_bounds_the_run():
    config = RlConfig(steps=100_000, minutes=2.0)

    assert measured(config, STEP, STEP).total_seconds == 120.0


def test_fine_tuning_measures_no_answers():
    found = measured(SftConfig(steps=4), {"seconds_learn": 0.5, "memory_mib": 1.0})

    assert found.evaluation_seconds is None
    assert found.total_seconds == pytest.approx(5.0)


def test_on_a_cpu_the_formula_foresees_what_two_steps_do_not_show():
    config = dataclasses.replace(RlConfig(), device="cpu")

    assert measured(config, STEP | {"memory_mib": 1.0}).memory_mib > 500


def test_a_method_nobody_knows_is_refused_before_anything_starts():
    with pytest.raises(UnknownNameError, match="did you mean 'rl'"):
        dry_run(None, "rll", {})


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0.44, "0.4 s"), (42, "42 s"), (185, "3:05 min"), (3725, "1:02 h")],
)
def test_times_read_as_people_say_them(seconds, words):
    assert duration(seconds) == words
