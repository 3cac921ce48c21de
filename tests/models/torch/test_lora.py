"""Adapters: start at the base, switch off, merge, train the factors alone, leave no trace."""

import pytest
import torch

from o1desk.core.configs import LoraConfig
from o1desk.core.errors import InputError
from o1desk.models import lora
from o1desk.models.lora import attach, merged_weight

TOKENS = torch.arange(5, 69).view(2, 32)


def dice(seed=0):
    return torch.Generator().manual_seed(seed)


def logits(decoder, tokens=TOKENS):
    return decoder.logits(decoder(tokens))


def attach_random(decoder, rank=4, **more):
    adapter = attach(decoder, LoraConfig(rank=rank, alpha=8.0, **more), dice())
    with torch.no_grad():
        for layer in adapter.layers.values():
            layer.low_rank.b.normal_(0, 0.1, generator=dice(1))
    return adapter


def test_a_fresh_adapter_changes_nothing(decoder):
    with torch.no_grad():
        before = logits(decoder)
        attach(decoder, LoraConfig(rank=4), dice())
        torch.testing.assert_close(logits(decoder), before, atol=1e-5, rtol=1e-5)


def test_factors_follow_the_usual_start(small):
    adapter = attach(small, LoraConfig(rank=4), dice())
    low = adapter.layers["model.layers.0.mlp.down_proj"].low_rank
    bound = small.config.intermediate_size**-0.5
    assert 0.9 * bound < low.a.abs().max() <= bound
    assert not low.b.any()
    assert low.scale == 32.0 / 4


def test_switched_off_the_adapter_leaves_the_base(decoder):
    with torch.no_grad():
        base = logits(decoder)
        adapter = attach_random(decoder)
        adapted = logits(decoder)
        with adapter.disabled():
            torch.testing.assert_close(logits(decoder), base, atol=1e-5, rtol=1e-5)
        assert torch.equal(logits(decoder), adapted)
    assert (adapted - base).abs().max() > 0.1


@pytest.mark.parametrize("length", [3, 32])
def test_values_and_gradients_equal_the_two_step_form(small, monkeypatch, length):
    tokens = TOKENS[:, :length]
    adapter = attach_random(small)
    pull = torch.randn(2, length, 320, generator=dice(2))
    results = []
    for pays in (True, False):
        monkeypatch.setattr(lora, "pays_to_merge", lambda *_, pays=pays: pays)
        out = logits(small, tokens)
        results.append(
            (out.detach(), torch.autograd.grad((out * pull).sum(), adapter.parameters()))
        )
    (merged, merged_grads), (plain, plain_grads) = results
    torch.testing.assert_close(merged, plain, atol=1e-4, rtol=1e-5)
    for own, other in zip(merged_grads, plain_grads, strict=True):
        size = other.abs().max()
        torch.testing.assert_close(own / size, other / size, atol=1e-4, rtol=1e-4)


def test_only_the_factors_are_trained(small):
    adapter = attach(small, LoraConfig(rank=2), dice())
    logits(small).sum().backward()
    assert not any(parameter.requires_grad for parameter in small.parameters())
    assert all(one.grad is not None for one in adapter.parameters())


def test_the_base_keeps_its_names_and_weights(small):
    before = {name: tensor.clone() for name, tensor in small.state_dict().items()}
    attach_random(small)
    after = small.state_dict()
    assert after.keys() == before.keys()
    assert all(torch.equal(after[name], before[name]) for name in before)


def test_detaching_gives_the_plain_model_back(small):
    with torch.no_grad():
        base = logits(small)
        adapter = attach_random(small)
        adapter.detach()
        assert torch.equal(logits(small), base)
    assert all(parameter.requires_grad for parameter in small.parameters())
    attach(small, LoraConfig(rank=2), dice())


def test_the_merged_weight_computes_what_the_layer_computes(small):
    adapter = attach_random(small)
    layer = adapter.layers["model.layers.1.self_attn.q_proj"]
    x = torch.randn(20, 32, generator=dice(3))
    with torch.no_grad():
        torch.testing.assert_close(x @ merged_weight(layer).T, layer(x), atol=1e-4, rtol=1e-4)


def test_only_the_named_layers_are_adapted(small):
    adapter = attach(small, LoraConfig(rank=2, targets=("q_proj", "v_proj")), dice())
    assert len(adapter.layers) == 4
    assert len(adapter.state_dict()) == 8


def test_an_unknown_layer_is_refused_by_name(small):
    with pytest.raises(InputError, match="w_proj"):
        attach(small, LoraConfig(targets=("q_proj", "w_proj")), dice())


def test_a_second_adapter_is_refused(small):
    attach(small, LoraConfig(rank=2), dice())
    with pytest.raises(InputError, match="already carries"):
        attach(small, LoraConfig(rank=2), dice())


def test_factors_of_another_shape_change_nothing(small):
    adapter = attach_random(small)
    state = {name: tensor.clone() for name, tensor in adapter.state_dict().items()}
    wrong = {**state, next(iter(state)): torch.zeros(1, 1)}
    with pytest.raises(InputError):
        adapter.load_state_dict(wrong)
    assert all(torch.equal(state[name], tensor) for name, tensor in adapter.state_dict().items())


def test_a_bfloat16_base_keeps_float32_factors(small):
    small = small.to(torch.bfloat16)
    adapter = attach_random(small)
    assert all(one.dtype == torch.float32 for one in adapter.parameters())
    assert logits(small).dtype == torch.bfloat16
    logits(small).float().sum().backward()
    assert all(torch.isfinite(one.grad).all() for one in adapter.parameters())
