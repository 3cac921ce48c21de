"""Muon: momentum whose matrix updates are orthogonalised, in float32 and in batches.

Source: arXiv:2502.16982 (the scale that matches AdamW's update size, and weight decay), after
Jordan et al. 2024, "Muon: an optimizer for hidden layers". PyTorch's own runs in bfloat16, which
processors without it emulate slowly; here matrices of one shape go through one batched product.
"""

from collections.abc import Iterable

import torch
from torch import Tensor

_QUINTIC = (3.4445, -4.7750, 2.0315)
_ITERATIONS = 5
_MATCH_ADAMW = 0.2


def orthogonalise(matrices_NRC: Tensor) -> Tensor:
    """Return matrices with the same singular vectors and singular values near 1.

    Args:
        matrices_NRC: N matrices of R rows and C columns, R <= C, float32.
    """
    a, b, c = _QUINTIC
    x: Tensor = matrices_NRC / (matrices_NRC.flatten(1).norm(dim=1)[:, None, None] + 1e-7)
    for _ in range(_ITERATIONS):
        gram = x @ x.mT
        x = a * x + torch.bmm(torch.baddbmm(gram, gram, gram, beta=b, alpha=c), x)
    return x


class Muon:
    """The optimizer of the hidden matrices; everything else belongs to AdamW.

    Attributes:
        rate: Learning rate of the next step, on AdamW's scale.
        momenta: Momentum of each parameter, same order and shape.
    """

    def __init__(
        self,
        parameters: Iterable[Tensor],
        *,
        rate: float,
        momentum: float = 0.95,
        weight_decay: float = 0.0,
    ) -> None:
        """Group the matrices by shape.

        Args:
            parameters: Two-dimensional parameters.
            rate: Learning rate.
            momentum: Share of the momentum that is kept.
            weight_decay: Decoupled weight decay.
        """
        self.parameters = list(parameters)
        self.rate = rate
        self.momentum = momentum
        self.weight_decay = weight_decay
        self.momenta = [torch.zeros_like(p) for p in self.parameters]
        self._groups: dict[tuple[int, int], list[int]] = {}
        for index, parameter in enumerate(self.parameters):
            rows, columns = sorted(parameter.shape)
            self._groups.setdefault((rows, columns), []).append(index)

    @torch.no_grad()
    def step(self) -> None:
        """Apply one update from the gradients; parameters without one are left alone."""
        for indices in self._groups.values():
            present = [i for i in indices if self.parameters[i].grad is not None]
            if not present:
                continue
            stacked = torch.stack([self._wide(self._push(i)) for i in present])
            for i, update in zip(present, orthogonalise(stacked), strict=True):
                self._apply(self.parameters[i], update)

    def _push(self, index: int) -> Tensor:
        """Add the gradient to the momentum; return the Nesterov look-ahead."""
        grad, kept = self.parameters[index].grad, self.momenta[index]
        assert grad is not None  # noqa: S101 - narrowed by the caller
        kept.lerp_(grad, 1 - self.momentum)
        return grad.lerp(kept, self.momentum)

    def _apply(self, parameter: Tensor, update: Tensor) -> None:
        if parameter.shape[0] > parameter.shape[1]:
            update = update.mT
        scale = _MATCH_ADAMW * max(parameter.shape) ** 0.5
        parameter.mul_(1 - self.rate * self.weight_decay)
        parameter.add_(update, alpha=-self.rate * scale)

    @staticmethod
    def _wide(matrix: Tensor) -> Tensor:
        return matrix.mT if matrix.shape[0] > matrix.shape[1] else matrix
