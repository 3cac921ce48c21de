"""The decoder computes what transformers computes, and refuses what it would not."""

import pytest
import torch

from o1desk.models.decoder import config_from_hf


def test_logits_equal_those_of_transformers(peer, decoder):
    tokens = torch.randint(0, 320, (3, 40), generator=torch.Generator().manual_seed(1))
    with torch.no_grad():
        ours = decoder.logits(decoder(tokens))
        theirs = peer(tokens).logits
    torch.testing.assert_close(ours, theirs, atol=1e-4, rtol=1e-5)


def test_gradients_equal_those_of_transformers(peer, decoder):
    tokens = torch.randint(0, 320, (2, 24), generator=torch.Generator().manual_seed(2))
    pull = torch.randn(2, 24, 320, generator=torch.Generator().manual_seed(3))
    peer.zero_grad()
    (decoder.logits(decoder(tokens)) * pull).sum().backward()
    (peer(tokens).logits * pull).sum().backward()
    theirs = dict(peer.named_parameters())
    for name, parameter in decoder.named_parameters():
        size = theirs[name].grad.abs().max()
        torch.testing.assert_close(
            parameter.grad / size, theirs[name].grad / size, atol=2e-5, rtol=1e-4
        )


def test_an_untied_head_is_its_own_weight(make_peer, as_decoder):
    peer = make_peer("llama", tied=False)
    decoder = as_decoder(peer)
    tokens = torch.arange(12)[None]
    with torch.no_grad():
        torch.testing.assert_close(
            decoder.logits(decoder(tokens)), peer(tokens).logits, atol=1e-4, rtol=1e-5
        )


def test_a_row_is_the_same_alone_and_padded_on_the_right(small):
    tokens = torch.randint(5, 320, (1, 10), generator=torch.Generator().manual_seed(4))
    padded = torch.cat([tokens, torch.zeros(1, 20, dtype=torch.long)], dim=1)
    with torch.no_grad():
        torch.testing.assert_close(small(padded)[:, :10], small(tokens), atol=1e-5, rtol=1e-5)


@pytest.mark.parametrize(
    "change",
    [
        {"model_type": "gemma3"},
        {"rope_parameters": {"rope_type": "yarn", "rope_theta": 1e4, "factor": 4.0}},
        {"hidden_act": "gelu"},
        {"use_sliding_window": True},
        {"mlp_bias": True},
        {"attention_bias": True},
    ],
)
def test_what_the_decoder_would_compute_differently_is_left_to_others(qwen3, change):
    assert config_from_hf({**qwen3.config.to_dict(), **change}) is None
