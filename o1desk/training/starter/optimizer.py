"""The two optimizers side by side, with one state that a file can hold."""

from collections.abc import Mapping

import torch
from torch import Tensor

from o1desk.models.decoder import Decoder
from o1desk.training.starter.muon import Muon
from o1desk.training.starter.recipe import Recipe

_BETAS = (0.9, 0.95)


class Optimizer:
    """Muon for the hidden matrices and AdamW for embedding and norms, or AdamW for all.

    Attributes:
        peak: Peak learning rate, shared by both.
    """

    def __init__(self, decoder: Decoder, recipe: Recipe) -> None:
        """Split the parameters by kind."""
        named = list(decoder.named_parameters())
        hidden = [p for n, p in named if p.ndim == 2 and ".layers." in n]
        table = [p for n, p in named if p.ndim == 2 and ".layers." not in n]
        norms = [p for _, p in named if p.ndim < 2]
        self.peak = recipe.rate
        decay = recipe.weight_decay
        uses_muon = recipe.optimizer == "muon"
        self._muon = Muon(hidden if uses_muon else [], rate=self.peak, weight_decay=decay)
        groups = [
            {"params": table + norms, "weight_decay": 0.0},
            {"params": [] if uses_muon else hidden, "weight_decay": decay},
        ]
        self._adamw = torch.optim.AdamW(
            [g for g in groups if g["params"]], lr=self.peak, betas=_BETAS, fused=True
        )

    def step(self, factor: float) -> None:
        """Apply one update at `factor` times the peak rate and forget the gradients."""
        self._muon.rate = self.peak * factor
        for group in self._adamw.param_groups:
            group["lr"] = self.peak * factor
        self._muon.step()
        self._adamw.step()
        self._adamw.zero_grad(set_to_none=True)
        for parameter in self._muon.parameters:
            parameter.grad = None

    def state(self) -> dict[str, Tensor]:
        """Return every number the next step depends on, by name."""
        state = {f"muon.{i}": kept for i, kept in enumerate(self._muon.momenta)}
        for number, values in self._adamw.state_dict()["state"].items():
            state |= {f"adamw.{number}.{name}": value for name, value in values.items()}
        return state

    def load(self, state: Mapping[str, Tensor]) -> None:
        """Take over what `state` returned earlier."""
        for index, kept in enumerate(self._muon.momenta):
            kept.copy_(state[f"muon.{index}"])
        moments: dict[int, dict[str, Tensor]] = {}
        for key, value in state.items():
            kind, place, *name = key.split(".")
            if kind == "adamw":
                moments.setdefault(int(place), {})[name[0]] = value
        current = self._adamw.state_dict()
        self._adamw.load_state_dict({"state": moments, "param_groups": current["param_groups"]})
