import pytest
import torch
import torch.nn.functional as F

from o1desk.models.norms import RmsNorm

EPS = 1e-6


@pytest.mark.parametrize("size", [1e-4, 1.0, 300.0])
def test_it_is_the_rms_norm_of_torch(size):
    x, scale = torch.randn(7, 48) * size, torch.rand(48) + 0.5
    torch.testing.assert_close(RmsNorm(scale, EPS)(x), F.rms_norm(x, (48,), scale, EPS))


def test_every_head_may_have_its_own_scale():
    x, scale = torch.randn(5, 9, 16)[:, :6], torch.rand(6, 16) + 0.5
    normed = RmsNorm(scale, EPS)(x)
    torch.testing.assert_close(normed, F.rms_norm(x, (16,), None, EPS) * scale)
    assert normed.is_contiguous()


def test_zeros_stay_zeros():
    assert RmsNorm(torch.ones(8), EPS)(torch.zeros(2, 8)).eq(0).all()


@pytest.mark.parametrize("heads", [(), (3,)])
def test_other_precisions_take_torchs_own_way(heads):
    x, scale = torch.randn(4, *heads, 8).bfloat16(), torch.rand(*heads, 8).bfloat16()
    wanted = F.rms_norm(x.float(), (8,), None, EPS) * scale.float()
    normed = RmsNorm(scale, EPS)(x)
    assert normed.dtype == torch.bfloat16
    torch.testing.assert_close(normed.float(), wanted, atol=0.02, rtol=0.02)


def test_the_input_is_left_as_it_is():
    x = torch.randn(3, 8)
    before = x.clone()
    RmsNorm(torch.rand(8), EPS)(x)
    assert torch.equal(x, before)
