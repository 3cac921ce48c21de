"""An adapted layer as one product: x (W + s B A)^T, with gradients for A and B alone.

Merging costs O I r multiplications once, where the usual form x W^T + s (x A^T) B^T costs
(I + O) r for every row, forward and again backward, and several passes over the output. It pays
as soon as there are more rows than about O I / (I + O).

Shapes: M rows, I inputs, O outputs, r rank.
"""

from typing import Any

import torch
from torch import Tensor
from typing_extensions import override

from o1desk.models.products import linear


def pays_to_merge(x: Tensor, weight: Tensor) -> bool:
    """Whether `merged_linear` is right for an input: float32, and rows enough.

    In bfloat16 a small update would be rounded away by the addition to the weight.
    """
    outputs, inputs = weight.shape
    rows = x.numel() // inputs
    is_full = x.dtype == torch.float32 and weight.dtype == torch.float32
    return is_full and rows * (inputs + outputs) >= outputs * inputs


def merged_linear(
    x: Tensor, weight: Tensor, a: Tensor, b: Tensor, scale: float, bias: Tensor | None
) -> Tensor:
    """Return x (W + s B A)^T + bias; W and the bias get no gradient.

    Args:
        x: Shape (..., I).
        weight: W, shape (O, I), frozen.
        a: A, shape (r, I).
        b: B, shape (O, r).
        scale: s.
        bias: Shape (O,), frozen.
    """
    out: Tensor = _Merged.apply(x, weight, a, b, scale, bias)  # type: ignore[no-untyped-call]
    return out


class _Merged(torch.autograd.Function):
    """The merged weight is formed again in the backward pass rather than kept."""

    @staticmethod
    @override
    def forward(
        ctx: Any, x: Tensor, weight: Tensor, a: Tensor, b: Tensor, scale: float, bias: Tensor | None
    ) -> Tensor:
        ctx.save_for_backward(x, weight, a, b)
        ctx.scale = scale
        return linear(x, torch.addmm(weight, b, a, alpha=scale), bias)

    @staticmethod
    @override
    def backward(ctx: Any, *grads: Any) -> Any:
        x, weight, a, b = ctx.saved_tensors
        grad_MO, x_MI = grads[0].flatten(0, -2), x.flatten(0, -2)
        for_x = for_a = for_b = None
        if ctx.needs_input_grad[0]:
            merged = torch.addmm(weight, b, a, alpha=ctx.scale)
            for_x = linear(grads[0], merged.t())
        if ctx.needs_input_grad[2]:
            for_a = (linear(grad_MO, b.t()).t() @ x_MI).mul_(ctx.scale)
        if ctx.needs_input_grad[3]:
            for_b = (grad_MO.t() @ linear(x_MI, a)).mul_(ctx.scale)
        return for_x, None, for_a, for_b, None, None
