"""Draws follow the distribution that the settings describe."""

import pytest
import torch

from o1desk.core.backend import Sampling
from o1desk.models.drawing import make_draw

SCORES = torch.tensor([2.0, 1.0, 0.5, 0.0, -1.0, -3.0, 1.5, -torch.inf])
ROWS = 40_000


def wanted(sampling):
    """Return the probabilities by the book: temperature, best K, smallest nucleus."""
    scores = SCORES / sampling.temperature
    if sampling.top_k:
        scores[scores < scores.topk(min(sampling.top_k, 8)).values[-1]] = -torch.inf
    p, order = scores.softmax(-1).sort(descending=True)
    p = p * (p.cumsum(-1) - p < sampling.top_p)
    return torch.zeros(8).scatter(0, order, p / p.sum())


@pytest.mark.parametrize(
    "sampling",
    [
        Sampling(),
        Sampling(temperature=0.5),
        Sampling(temperature=2.0),
        Sampling(top_k=3),
        Sampling(top_k=100),
        Sampling(top_p=0.7),
        Sampling(top_p=1e-6),
        Sampling(temperature=1.5, top_k=5, top_p=0.8),
    ],
    ids=str,
)
def test_draws_follow_the_distribution_and_report_it(sampling):
    probabilities = wanted(sampling)
    uniform = torch.rand(ROWS, generator=torch.Generator().manual_seed(0))
    tokens, logprobs = make_draw(sampling)(SCORES.repeat(ROWS, 1), uniform)
    torch.testing.assert_close(logprobs, probabilities[tokens].log(), atol=1e-5, rtol=1e-5)
    counts = torch.bincount(tokens, minlength=8).double()
    possible = probabilities > 0
    assert not counts[~possible].any()
    expected = probabilities[possible].double() * ROWS
    chi_square = ((counts[possible] - expected) ** 2 / expected).sum()
    # 1 in 10,000 at 6 degrees of freedom is 27.9; fewer degrees stay below it more often.
    assert chi_square < 27.9


@pytest.mark.parametrize("u", [0.0, 1.0 - 2.0**-24])
@pytest.mark.parametrize("sampling", [Sampling(), Sampling(top_p=0.9), Sampling(top_k=2)], ids=str)
def test_the_ends_of_the_unit_interval_never_draw_the_impossible(sampling, u):
    scores = torch.full((3, 50), -torch.inf)
    scores[0, 20], scores[1, :2], scores[2, 7:9] = 0.0, torch.tensor([1.0, 0.3]), 1e30
    tokens, logprobs = make_draw(sampling)(scores.clone(), torch.full((3,), u))
    assert torch.isfinite(scores[torch.arange(3), tokens]).all()
    assert torch.isfinite(logprobs).all()


def test_greedy_takes_the_best_and_reports_the_models_own_logprob():
    tokens, logprobs = make_draw(Sampling(temperature=0.0))(SCORES[None], torch.zeros(1))
    assert tokens.tolist() == [0]
    torch.testing.assert_close(logprobs, SCORES.log_softmax(-1)[:1])


def test_scores_that_are_not_numbers_show_in_the_logprob():
    broken = torch.full((2, 8), torch.nan)
    for sampling in (Sampling(), Sampling(top_k=2)):
        tokens, logprobs = make_draw(sampling)(broken.clone(), torch.rand(2))
        assert ((tokens >= 0) & (tokens < 8)).all()
        assert torch.isnan(logprobs).all()
