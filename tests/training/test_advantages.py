"""Properties of advantages and reductions."""

import math

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from o1desk.training.advantages import group_advantages
from o1desk.training.losses import clipped_loss, k3, ratios, row_weights

REWARDS = st.lists(
    st.lists(st.one_of(st.floats(-2, 2, width=32), st.just(math.nan)), min_size=4, max_size=4),
    min_size=1,
    max_size=5,
)


@settings(max_examples=100, deadline=None)
@given(rewards=REWARDS, scale=st.sampled_from(["group", "batch", "none"]))
def test_advantages_are_finite_and_sum_to_zero_in_each_group(rewards, scale):
    out = group_advantages(torch.tensor(rewards), scale=scale)
    assert torch.isfinite(out.values).all()
    assert out.values.sum(1).abs().max() < 1e-2
    assert (out.values[~out.is_scored] == 0).all()
    assert (out.values[out.is_flat] == 0).all()


def test_rounding_noise_in_equal_rewards_gives_exact_zeros():
    rewards = torch.tensor([[0.1 + 0.2, 0.3, 0.3, 0.1 + 0.2 + 1e-7], [0.0, 1.0, 0.0, 1.0]])
    out = group_advantages(rewards)
    assert (out.values[0] == 0).all()
    assert out.is_flat.tolist() == [True, False]
    assert out.flat_share == 0.5


def test_an_unscored_answer_does_not_move_the_baseline():
    with_gap = group_advantages(torch.tensor([[1.0, 0.0, math.nan, 1.0]]), scale="none")
    without = group_advantages(torch.tensor([[1.0, 0.0, 1.0]]), scale="none")
    assert torch.equal(with_gap.values[0, [0, 1, 3]], without.values[0])


@pytest.mark.parametrize("shape", [(4, 1), (4,)])
def test_a_group_of_one_is_refused(shape):
    with pytest.raises(ValueError, match="at least two answers"):
        group_advantages(torch.ones(shape))


@pytest.mark.parametrize("function", [
    lambda: group_advantages(torch.ones(2, 2), scale="typo"),
    lambda: row_weights(torch.ones(2), reduction="typo", max_length=4),
])  # fmt: skip
def test_an_unknown_option_is_refused(function):
    with pytest.raises(ValueError, match="typo"):
        function()


def test_the_upper_clip_stops_only_good_tokens_and_the_lower_only_bad_ones():
    ratio = torch.tensor([1.5, 1.5, 0.5, 0.5], requires_grad=True)
    clipped_loss(ratio, torch.tensor([1.0, -1.0, 1.0, -1.0]), 0.2, 0.28).sum().backward()
    assert ratio.grad.tolist() == [0.0, 1.0, -1.0, 0.0]


def test_a_runaway_log_ratio_stays_finite():
    assert torch.isfinite(ratios(torch.tensor([500.0]), torch.tensor([-500.0]))).all()
    assert torch.isfinite(k3(torch.tensor([-500.0]), torch.tensor([500.0]))).all()


@settings(max_examples=50, deadline=None)
@given(lengths=st.lists(st.integers(0, 9), min_size=1, max_size=8))
def test_weights_of_all_tokens_sum_to_at_most_one(lengths):
    sizes = torch.tensor(lengths)
    for reduction in ("dapo", "dr_grpo", "grpo", "bnpo"):
        weights = row_weights(sizes, reduction=reduction, max_length=9)
        assert float((weights * sizes).sum()) <= 1 + 1e-5
