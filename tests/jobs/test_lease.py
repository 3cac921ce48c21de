import dataclasses

import pytest

from o1desk.jobs.lease import Advice, Footprint, LeaseTable, estimate

SMALL = Footprint(
    weights=5_000_000, weight_bytes=4, layers=6, kv_width=128, hidden=256, vocabulary=4096
)


@pytest.mark.parametrize(
    "more",
    [
        {"weights": 50_000_000},
        {"weight_bytes": 8},
        {"rows": 64},
        {"tokens": 8192},
        {"adapter_weights": 1_000_000},
        {"micro_tokens": 65_536},
    ],
)
def test_more_of_anything_never_needs_less(more):
    assert estimate(dataclasses.replace(SMALL, **more)) > estimate(SMALL)


def test_the_estimate_of_a_bare_model_is_weights_and_cache_with_headroom():
    cache = 2 * 6 * 128 * 2048 * 4
    assert estimate(SMALL) == int((5_000_000 * 4 + cache) * 1.1)


def test_sampling_and_learning_take_turns():
    learning = dataclasses.replace(SMALL, micro_tokens=65_536)

    assert estimate(dataclasses.replace(learning, rows=2)) == estimate(learning)


def test_what_fits_beside_the_holders_is_granted():
    table = LeaseTable()
    table.take("cuda:0", "chat", 4 << 30)

    assert table.ask("cuda:0", need=2 << 30, free=3 << 30).advice is Advice.BOTH


def test_a_holder_in_the_way_is_asked_to_park():
    table = LeaseTable()
    table.take("cuda:0", "chat", 4 << 30)
    table.take("cpu", "generate", 4 << 30)

    grant = table.ask("cuda:0", need=6 << 30, free=3 << 30)

    assert (grant.advice, grant.holders) == (Advice.PARK, ("chat",))
    assert grant.sentence == (
        "It needs about 6.0 GiB, cuda:0 has 3.0 GiB free: chat must make room first"
    )


def test_the_device_of_a_holder_is_known_until_it_gives_it_back():
    table = LeaseTable()
    table.take("cuda:0", "chat", 4 << 30)
    table.take("cpu", "train", 0)

    assert [table.device_of(name) for name in ("chat", "train", "nobody")] == ["cuda:0", "cpu", ""]
    table.give_back("chat")
    assert table.device_of("chat") == ""


def test_what_never_fits_is_refused_with_both_figures():
    table = LeaseTable()
    table.take("cuda:0", "chat", 4 << 30)
    table.give_back("chat")

    grant = table.ask("cuda:0", need=6 << 30, free=3 << 30)

    assert grant.advice is Advice.REFUSE
    assert "6.0 GiB" in grant.sentence
    assert table.holders("cuda:0") == {}
