"""The update of the adapter: warm-up, gradient clipping, AdamW."""

from collections.abc import Iterable, Mapping
from typing import Any

import torch
from torch import Tensor

BETAS = (0.9, 0.99)  # a run has tens of updates: 0.999 would average over all of them
EPSILON = 1e-8


class Optimizer:
    """AdamW (arXiv:1711.05101) with a linear warm-up, a live rate, and a factor the guard lowers.

    Attributes:
        parameters: What is trained.
        factor: The guard's share of the learning rate; halved at each rollback.
    """

    def __init__(self, parameters: Iterable[Tensor], *, weight_decay: float, warmup: int) -> None:
        """Start with no momentum.

        Args:
            parameters: What is trained.
            weight_decay: Decoupled decay.
            warmup: Updates over which the rate rises from rate / warmup to the full rate.
        """
        self.parameters = list(parameters)
        self.factor = 1.0
        self._warmup = warmup
        self._adam = torch.optim.AdamW(
            self.parameters, lr=0.0, betas=BETAS, eps=EPSILON, weight_decay=weight_decay
        )

    def rate(self, step: int, learning_rate: float) -> float:
        """Return the learning rate of an update; `step` counts from 1."""
        rise = min(1.0, step / self._warmup) if self._warmup > 0 else 1.0
        return learning_rate * rise * self.factor

    def zero(self) -> None:
        """Forget the gradients."""
        self._adam.zero_grad(set_to_none=True)

    def clip(self, max_norm: float) -> float:
        """Scale the gradient down to a norm and return the norm it had; 0 only measures."""
        bound = max_norm if max_norm > 0 else float("inf")
        norm = torch.nn.utils.clip_grad_norm_(self.parameters, bound)
        return float(norm)

    def update(self, rate: float) -> None:
        """Apply the gradient."""
        for group in self._adam.param_groups:
            group["lr"] = rate
        self._adam.step()

    def state(self) -> dict[str, Any]:
        """Return the momenta as tensors and plain numbers; shares memory with the optimizer."""
        return self._adam.state_dict()

    def load(self, state: Mapping[str, Any]) -> None:
        """Put back momenta; they are copied."""
        self._adam.load_state_dict(_copied(dict(state)))


def _copied(value: Any) -> Any:
    """Copy tensors, which `load_state_dict` would otherwise share with the saved state."""
    if isinstance(value, Tensor):
        return value.clone()
    if isinstance(value, dict):
        return {key: _copied(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_copied(each) for each in value]
    return value
