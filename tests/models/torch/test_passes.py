"""Norm and rotation equal the plain formulas, values and gradients."""

import pytest
import torch
import torch.nn.functional as F

from o1desk.models.decoder import DecoderConfig, rotary_tables
from o1desk.models.passes import rms_norm, rotate

CONFIG = DecoderConfig(
    family="llama", vocab_size=8, hidden_size=8, intermediate_size=8, num_hidden_layers=1,
    num_attention_heads=1, num_key_value_heads=1, head_dim=12,
)  # fmt: skip


def plain_norm(x, scale):
    return F.rms_norm(x.float(), scale.shape, None, 1e-6).to(x.dtype) * scale


def plain_rotate(x, cos, sin):
    first, second = x.chunk(2, dim=-1)
    return x * cos + torch.cat([-second, first], dim=-1) * sin


@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16])
@pytest.mark.parametrize("shape", [(5, 12), (2, 7, 3, 12), (0, 12)])
def test_the_norm_equals_the_formula(shape, dtype):
    torch.manual_seed(0)
    x = torch.randn(shape).to(dtype).requires_grad_()
    scale = torch.rand(12).to(dtype).requires_grad_()
    ours, theirs = rms_norm(x, scale, 1e-6), plain_norm(x, scale)
    pull = torch.randn(shape).to(dtype)
    limit = 1e-5 if dtype == torch.float32 else 0.05
    torch.testing.assert_close(ours, theirs, atol=limit, rtol=limit)
    own = torch.autograd.grad(ours, (x, scale), pull)
    other = torch.autograd.grad(theirs, (x, scale), pull)
    for one, two in zip(own, other, strict=True):
        assert one.dtype == dtype
        torch.testing.assert_close(one, two, atol=2 * limit, rtol=2 * limit)
    with torch.no_grad():
        torch.testing.assert_close(rms_norm(x, scale, 1e-6), theirs, atol=limit, rtol=limit)


def test_rows_of_zeros_stay_zeros_with_a_finite_gradient():
    x = torch.zeros(3, 12, requires_grad=True)
    out = rms_norm(x, torch.ones(12), 1e-6)
    out.sum().backward()
    assert not out.any()
    assert torch.isfinite(x.grad).all()


def test_the_rotation_equals_the_formula():
    torch.manual_seed(1)
    x = torch.randn(2, 9, 4, 12, requires_grad=True)
    cos, sin = rotary_tables(CONFIG, torch.arange(9)[None])
    cos, sin = cos[:, None], sin[:, None]
    pull = torch.randn(2, 4, 9, 12)
    results = []
    for function in (rotate, plain_rotate):
        out = function(x.transpose(1, 2), cos, sin)
        results.append((out, torch.autograd.grad(out, x, pull)[0]))
    (ours, own), (theirs, other) = results
    torch.testing.assert_close(ours, theirs, atol=1e-5, rtol=1e-5)
    torch.testing.assert_close(own, other, atol=1e-5, rtol=1e-5)
    with torch.no_grad():
        torch.testing.assert_close(
            rotate(x.transpose(1, 2), cos, sin), theirs, atol=1e-5, rtol=1e-5
        )
