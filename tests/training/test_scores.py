"""The chunked log-probabilities equal the plain ones, gradient included."""

import pytest
import torch

from o1desk.training import scores
from o1desk.training.scores import token_scores


def _plain(hidden, weight, targets, temperature):
    logp = (hidden @ weight.T / temperature).log_softmax(-1)
    return logp.gather(1, targets[:, None]).squeeze(1), -(logp.exp() * logp).sum(-1)


@pytest.mark.parametrize("rows_at_once", [1, 4, 1000])
@pytest.mark.parametrize("temperature", [0.5, 1.0, 2.0])
def test_values_and_gradient_equal_the_plain_formula(monkeypatch, temperature, rows_at_once):
    monkeypatch.setattr(scores, "CHUNK_NUMBERS", 7 * rows_at_once)
    draw = torch.Generator().manual_seed(0)
    hidden = torch.randn(11, 5, generator=draw, requires_grad=True)
    weight = torch.randn(7, 5, generator=draw)
    targets = torch.randint(7, (11,), generator=draw)
    pull = torch.randn(2, 11, generator=draw)
    given = []
    for compute in (
        lambda: token_scores(
            hidden, weight, targets, temperature=temperature, has_entropy_grad=True
        ),
        lambda: _plain(hidden, weight, targets, temperature),
    ):
        logprobs, entropy = compute()
        hidden.grad = None
        (logprobs * pull[0] + entropy * pull[1]).sum().backward()
        given.append((logprobs.detach(), entropy.detach(), hidden.grad))
    for ours, plain in zip(*given, strict=True):
        torch.testing.assert_close(ours, plain, atol=1e-5, rtol=1e-5)


def test_an_entropy_that_is_only_watched_carries_no_gradient():
    hidden = torch.randn(3, 5, requires_grad=True)
    logprobs, entropy = token_scores(hidden, torch.randn(7, 5), torch.tensor([0, 1, 2]))
    assert logprobs.requires_grad
    assert not entropy.requires_grad


def test_no_tokens_give_no_scores():
    hidden = torch.zeros(0, 5, requires_grad=True)
    logprobs, entropy = token_scores(hidden, torch.randn(7, 5), torch.zeros(0, dtype=torch.long))
    assert logprobs.shape == entropy.shape == (0,)
