import pytest

from o1desk.jobs.loop_progress import PARTS, LoopProgress


class Clock:
    def __init__(self):
        self.now = 1000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


def test_the_shares_are_a_whole():
    assert sum(part.share for part in PARTS) == pytest.approx(1.0)


def test_before_the_first_part_nothing_is_known(clock):
    assert LoopProgress(300.0, clock).now() == ("", 0.0, None)


def test_a_loop_that_keeps_its_plan_counts_down_evenly(clock):
    progress = LoopProgress(100.0, clock)
    for part, spent in zip(PARTS, (5, 20, 55, 20), strict=True):
        progress.enter(part.name)
        before = progress.now()
        clock.now += spent * 0.5
        name, done, left = progress.now()

        assert name == part.name
        assert done > before[1]
        assert left == pytest.approx(100.0 - (clock.now - 1000.0))
        clock.now += spent * 0.5
    progress.finish()
    assert progress.now() == ("", 1.0, 0.0)


def test_the_second_measurement_takes_as_long_as_the_first(clock):
    progress = LoopProgress(100.0, clock)
    progress.enter("generate")
    progress.enter("measure before")
    clock.now += 60.0
    progress.enter("train", planned_s=30.0)

    assert progress.now() == ("train", pytest.approx(60 / 150), pytest.approx(90.0))


def test_a_part_that_is_late_stays_in_sight_and_the_share_never_falls(clock):
    progress = LoopProgress(100.0, clock)
    progress.enter("generate")
    shares = []
    for _ in range(50):
        clock.now += 1.0
        shares.append(progress.now()[1])
    progress.enter("measure before")
    clock.now += 500.0
    late = progress.now()
    progress.enter("train", planned_s=1000.0)
    after = progress.now()

    assert shares == sorted(shares)
    assert after[1] >= late[1]
    assert 0.0 < after[1] < 1.0
    assert progress.now()[2] > 0.0
