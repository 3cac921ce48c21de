"""The parts of a layer that read memory rather than multiply, with gradients in few passes.

torch differentiates a norm or a rotation operation by operation, a pass over memory each; at the
width of a small model these passes cost as much as the products. Written out, norm and rotation
take about a third of the time, forward and backward (3,072 tokens, 192 wide, one core: 4.0 to
1.4 ms and 1.7 to 0.8 ms).

Shapes: ... any leading dimensions, D the last one.
"""

from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor
from typing_extensions import override


def rms_norm(x: Tensor, scale: Tensor, eps: float) -> Tensor:
    """Return x / sqrt(mean(x^2) + eps) x scale over the last dimension, computed in float32.

    Args:
        x: Shape (..., D).
        scale: Shape (D,).
        eps: Keeps the division finite.
    """
    if not torch.is_grad_enabled():
        return F.rms_norm(x.float(), scale.shape, None, eps).to(x.dtype) * scale
    out: Tensor = _RmsNorm.apply(x, scale, eps)  # type: ignore[no-untyped-call]
    return out


def rotate(x: Tensor, cos: Tensor, sin: Tensor) -> Tensor:
    """Apply rotary positions to (..., S, D); the tables broadcast over heads.

    The tables repeat themselves after D / 2, as `decoder.rotary_tables` makes them; they get no
    gradient.
    """
    if not torch.is_grad_enabled():
        return _turned(x, cos, sin, 1.0)
    out: Tensor = _Rotate.apply(x, cos, sin)  # type: ignore[no-untyped-call]
    return out


class _RmsNorm(torch.autograd.Function):
    """With r = 1 / rms and g = dy x scale: dx = r g - x r^3 mean(x g)."""

    @staticmethod
    @override
    def forward(ctx: Any, x: Tensor, scale: Tensor, eps: float) -> Tensor:
        full = x.float()
        length = torch.linalg.vector_norm(full, dim=-1, keepdim=True)
        r = length.square_().div_(x.shape[-1]).add_(eps).rsqrt_()
        ctx.save_for_backward(x, scale, r)
        out: Tensor = (full * r).to(x.dtype).mul_(scale)
        return out

    @staticmethod
    @override
    def backward(ctx: Any, *grads: Any) -> Any:
        x, scale, r = ctx.saved_tensors
        full, grad = x.float(), grads[0].float()
        for_x = for_scale = None
        if ctx.needs_input_grad[1]:
            for_scale = (full * r).mul_(grad).flatten(0, -2).sum(0).to(scale.dtype)
        if ctx.needs_input_grad[0]:
            g = grad * scale
            pull = (g * full).sum(-1, keepdim=True).mul_(r.pow(3)).div_(x.shape[-1])
            for_x = g.mul_(r).addcmul_(full, pull, value=-1.0).to(x.dtype)
        return for_x, for_scale, None


class _Rotate(torch.autograd.Function):
    """The gradient of a rotation is the rotation back."""

    @staticmethod
    @override
    def forward(ctx: Any, x: Tensor, cos: Tensor, sin: Tensor) -> Tensor:
        ctx.save_for_backward(cos, sin)
        return _turned(x, cos, sin, 1.0)

    @staticmethod
    @override
    def backward(ctx: Any, *grads: Any) -> Any:
        cos, sin = ctx.saved_tensors
        return _turned(grads[0], cos, sin, -1.0), None, None


def _turned(x: Tensor, cos: Tensor, sin: Tensor, sign: float) -> Tensor:
    half = x.shape[-1] // 2
    out = x * cos
    out[..., :half].addcmul_(x[..., half:], sin[..., :half], value=-sign)
    out[..., half:].addcmul_(x[..., :half], sin[..., half:], value=sign)
    return out
