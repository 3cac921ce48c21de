"""Products of activations and weights, through the faster of torch's two CPU libraries.

torch multiplies float32 matrices on the CPU with MKL, which uses only part of a processor that is
not Intel's; oneDNN, which torch also carries, uses all of it. Measured on two cores with AVX-512
(AMD EPYC, torch 2.13, one thread, M = 128 to 8,192, 192 x 576): 98 against 225 GFLOP/s. Everything
else (CUDA, bf16, torch without oneDNN, a handful of rows) takes torch's usual way.

Shapes: M rows, I inputs, O outputs.
"""

import functools
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor, nn
from typing_extensions import override

SMALLEST_ROWS = 8  # below, the call costs more than the product
# Private operations of torch, so a torch without them, or with others, must do: `has_onednn` asks.
_PRODUCT: Any = getattr(torch.ops.mkldnn, "_linear_pointwise", None)
_PACK: Any = getattr(torch.ops.mkldnn, "_reorder_linear_weight", None)
_ROWS = 64  # the number of rows a packed weight is laid out for; others are multiplied as well
_LARGEST_PLAIN = 1 << 19  # numbers; single rows of larger weights are as fast in the new layout
_LARGEST_TURN = 6_000_000  # numbers; above, oneDNN's copy of the turned gradient costs more


def linear(x: Tensor, weight: Tensor, bias: Tensor | None = None) -> Tensor:
    """Return x W^T + b, as `torch.nn.functional.linear` does, with gradients.

    Args:
        x: Shape (..., I).
        weight: Shape (O, I).
        bias: Shape (O,).
    """
    if not _suits(x, weight):
        return F.linear(x, weight, bias)
    if not torch.is_grad_enabled():
        return _product(x, weight, bias)
    out: Tensor = _Linear.apply(x, weight, bias)  # type: ignore[no-untyped-call]
    return out


class Linear(nn.Linear):
    """A linear layer that multiplies with `linear`."""

    @override
    def forward(self, input: Tensor) -> Tensor:
        return linear(input, self.weight, self.bias)


class Packed:
    """A weight that is multiplied many times, in the layout that the library likes best."""

    def __init__(self, weight: Tensor, bias: Tensor | None = None) -> None:
        """Lay the weight out anew where that is faster.

        A small one is also kept as it is, for single rows, where the call of the other library
        costs more than the product; of a large one only the new layout is kept, to save memory.

        Args:
            weight: Shape (O, I).
            bias: Shape (O,).
        """
        self._bias = bias
        self._plain: Tensor | None = weight
        self._packed: Tensor | None = None
        if weight.device.type == "cpu" and weight.dtype == torch.float32 and has_onednn():
            self._packed = _PACK(weight.contiguous(), _ROWS)
            if weight.numel() > _LARGEST_PLAIN:
                self._plain = None

    def __call__(self, x: Tensor) -> Tensor:
        """Return x W^T + b; x is (M, I)."""
        if self._is_plain(x):
            assert self._plain is not None  # noqa: S101 - `_is_plain` has looked
            return F.linear(x, self._plain, self._bias)
        assert self._packed is not None  # noqa: S101 - one of the two is always there
        return _product(x, self._packed, self._bias)

    def add_to(self, residual: Tensor, x: Tensor) -> Tensor:
        """Return residual + x W^T, in one pass; without a bias."""
        if self._is_plain(x):
            assert self._plain is not None  # noqa: S101 - `_is_plain` has looked
            return torch.addmm(residual, x, self._plain.T)
        out: Tensor = _PRODUCT.binary(x, residual, self._packed, None, "add")
        return out

    def _is_plain(self, x: Tensor) -> bool:
        return self._packed is None or (self._plain is not None and x.shape[0] == 1)


@functools.cache
def has_onednn() -> bool:
    """Whether oneDNN's products are there and compute the same; asked once per process."""
    if _PRODUCT is None or _PACK is None:
        return False
    x, weight = torch.linspace(-1, 1, 96).view(8, 12), torch.linspace(1, -2, 60).view(5, 12)
    wanted = F.linear(x, weight)
    try:
        packed = _PACK(weight, 8)
        added = _PRODUCT.binary(x, wanted, packed, None, "add")
        found = _product(x, weight, None)
    except (AttributeError, RuntimeError, TypeError):  # built without oneDNN, or changed
        return False
    return torch.allclose(found, wanted, atol=1e-4) and torch.allclose(added, wanted * 2, atol=1e-4)


class _Linear(torch.autograd.Function):
    """The product and its two gradients: dx = dy W and dW = dy^T x."""

    @staticmethod
    @override
    def forward(ctx: Any, x: Tensor, weight: Tensor, bias: Tensor | None) -> Tensor:
        ctx.save_for_backward(x if ctx.needs_input_grad[1] else None, weight)
        return _product(x, weight, bias)

    @staticmethod
    @override
    def backward(ctx: Any, *grads: Any) -> Any:
        x, weight = ctx.saved_tensors
        grad: Tensor = grads[0]
        for_x = for_weight = for_bias = None
        if ctx.needs_input_grad[0]:
            for_x = _product(grad, weight.t(), None)
        if ctx.needs_input_grad[1]:
            for_weight = _outer(grad.flatten(0, -2), x.flatten(0, -2))
        if ctx.needs_input_grad[2]:
            for_bias = grad.flatten(0, -2).sum(0)
        return for_x, for_weight, for_bias


def _suits(x: Tensor, weight: Tensor) -> bool:
    return (
        x.device.type == "cpu"
        and x.dtype == torch.float32
        and weight.dtype == torch.float32
        and x.numel() >= SMALLEST_ROWS * x.shape[-1]
        and has_onednn()
    )


def _product(x: Tensor, weight: Tensor, bias: Tensor | None) -> Tensor:
    out: Tensor = _PRODUCT(x, weight, bias, "none", [], "")
    return out


def _outer(grad_MO: Tensor, x_MI: Tensor) -> Tensor:
    """Return dy^T x, (O, I)."""
    if grad_MO.numel() > _LARGEST_TURN:
        return grad_MO.t() @ x_MI
    return _product(grad_MO.t(), x_MI.t(), None)
