"""What a generation tells while it works."""

import pytest

from o1desk.core.control import NullControl
from o1desk.core.errors import Cancelled
from o1desk.core.events import Metric
from o1desk.core.types import Problem, Sample, Trace
from o1desk.generation.funnel import Funnel
from o1desk.worker.roles.generate import STAGES, FunnelControl


def sample(answer):
    problem = Problem(environment="e", level="easy", prompt="p", answer="1")
    return Sample(problem=problem, origin="model", trace=Trace(steps=(), answer=answer), raw=answer)


def test_the_counts_are_told_beside_the_progress():
    inner, funnel = NullControl(), Funnel(keep="all")
    control = FunnelControl(inner, funnel)
    funnel.admit(sample("1"))
    funnel.admit(sample("1"))

    control.tick("generate", 1, 5)

    (told,) = inner.events
    assert isinstance(told, Metric)
    assert told.step == 2
    assert dict(told.values) == {
        "generated": 2.0, "parsed": 2.0, "verified": 0.0, "new": 1.0, "kept": 1.0,
    }  # fmt: skip


def test_ticks_in_quick_succession_tell_the_counts_once():
    inner = NullControl()
    control = FunnelControl(inner, Funnel())

    for done in range(50):
        control.tick("generate", done, 50)

    assert len(inner.events) == 1


def test_a_stop_passes_through():
    def stop(phase, done, total):
        raise Cancelled("enough")

    with pytest.raises(Cancelled):
        FunnelControl(NullControl(stop), Funnel()).tick("generate", 0, 1)


def test_the_counts_are_those_of_the_summary():
    assert set(STAGES) < set(Funnel().to_json())
