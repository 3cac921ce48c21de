"""Low-rank adapters on a decoder (arXiv:2106.09685): attach, train, switch off, merge, save.

An adapted layer computes x W^T + s (x A^T) B^T with s = alpha / rank; W is frozen. The factors
live in the adapter, not in the module tree, so the decoder's state dict keeps the names and the
content of the base model's checkpoint.
"""

import contextlib
import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor, nn
from typing_extensions import override

from o1desk.core.configs import LoraConfig
from o1desk.core.errors import InputError
from o1desk.models.decoder import Decoder
from o1desk.models.lora_files import AdapterHeader, read_adapter, write_adapter
from o1desk.models.lora_product import merged_linear, pays_to_merge
from o1desk.models.products import Linear, linear

PEFT_PREFIX = "base_model.model."


@dataclass(slots=True)
class LowRank:
    """The two factors of one layer.

    Attributes:
        a: Shape (rank, in), float32.
        b: Shape (out, rank), float32; zero at the start, so that training begins at the base.
        scale: alpha / rank.
        is_on: Whether the layer uses them.
    """

    a: nn.Parameter
    b: nn.Parameter
    scale: float
    is_on: bool = True


class LoraLinear(Linear):
    """A linear layer that adds its low-rank update; shares the weight of the layer it stands for.

    Attributes:
        low_rank: The update.
    """

    low_rank: LowRank

    @classmethod
    def around(cls, base: nn.Linear, low_rank: LowRank) -> "LoraLinear":
        """Return a layer that uses the base's own weight and bias tensors."""
        with torch.device("meta"):
            layer = cls(base.in_features, base.out_features, bias=base.bias is not None)
        layer.weight, layer.bias = base.weight, base.bias
        layer.low_rank = low_rank
        layer.train(base.training)
        return layer

    @override
    def forward(self, input: Tensor) -> Tensor:
        low = self.low_rank
        if not low.is_on:
            return linear(input, self.weight, self.bias)
        if pays_to_merge(input, self.weight):
            return merged_linear(input, self.weight, low.a, low.b, low.scale, self.bias)
        a, b = low.a.to(input.dtype), low.b.to(input.dtype)
        return linear(input, self.weight, self.bias) + F.linear(F.linear(input, a), b) * low.scale


class LoraAdapter:
    """All factors of one decoder.

    Attributes:
        config: Rank, alpha, targets.
        layers: The adapted layers by module name, such as "model.layers.0.self_attn.q_proj".
        base_ref: Reference of the base model, written into saved adapters.
        base_hash: `lora_files.base_hash` of the base model's folder; empty when it is not known.
    """

    def __init__(self, decoder: Decoder, config: LoraConfig, layers: dict[str, LoraLinear]) -> None:
        """Keep what was attached."""
        self.config = config
        self.layers = layers
        self.base_ref = ""
        self.base_hash = ""
        self._decoder = decoder

    def parameters(self) -> list[nn.Parameter]:
        """Return every trainable tensor, A before B, in the order of the layers."""
        return [part for one in self.layers.values() for part in (one.low_rank.a, one.low_rank.b)]

    def set_enabled(self, *, is_on: bool) -> None:
        """Switch the whole adapter on or off."""
        for layer in self.layers.values():
            layer.low_rank.is_on = is_on

    @contextlib.contextmanager
    def disabled(self) -> Iterator[None]:
        """Compute as the bare base model within the block (the reference of a KL term)."""
        before = [layer.low_rank.is_on for layer in self.layers.values()]
        self.set_enabled(is_on=False)
        try:
            yield
        finally:
            for layer, was_on in zip(self.layers.values(), before, strict=True):
                layer.low_rank.is_on = was_on

    def state_dict(self) -> dict[str, Tensor]:
        """Return the factors under PEFT's names; the tensors are shared, not copied."""
        state: dict[str, Tensor] = {}
        for name, layer in self.layers.items():
            state[f"{PEFT_PREFIX}{name}.lora_A.weight"] = layer.low_rank.a.detach()
            state[f"{PEFT_PREFIX}{name}.lora_B.weight"] = layer.low_rank.b.detach()
        return state

    def load_state_dict(self, state: dict[str, Tensor]) -> None:
        """Copy factors in.

        Raises:
            InputError: If the names or shapes are not those of this adapter; nothing is changed.
        """
        own = self.state_dict()
        if own.keys() != state.keys() or any(own[k].shape != state[k].shape for k in own):
            raise InputError("The adapter's layers or its rank are not those of this model")
        with torch.no_grad():
            for name, tensor in own.items():
                tensor.copy_(state[name])

    def save_peft(self, folder: Path, base_ref: str = "", base_hash: str = "") -> None:
        """Write the adapter as a folder that PEFT loads.

        Args:
            folder: Made when missing.
            base_ref: Reference of the base model; empty means `self.base_ref`.
            base_hash: Hash of the base model; empty means `self.base_hash`.
        """
        header = AdapterHeader(
            config=self.config,
            base_ref=base_ref or self.base_ref,
            base_hash=base_hash or self.base_hash,
        )
        write_adapter(folder, self.state_dict(), header)

    def load_peft(self, folder: Path) -> None:
        """Replace the factors by those of a folder with the same rank and layers.

        Raises:
            MissingModelError: If a file is missing.
            DamagedModelError: If a file is damaged, or not a plain LoRA.
            InputError: If the adapter was made for another base, or has another shape.
        """
        header, tensors = read_adapter(folder)
        _check_base(folder, header, self.base_hash)
        self.load_state_dict(tensors)
        scale = header.config.alpha / header.config.rank
        for layer in self.layers.values():
            layer.low_rank.scale = scale
        self.config = header.config

    def detach(self) -> None:
        """Give the decoder its plain layers back; the factors stay usable here."""
        for name, layer in self.layers.items():
            plain = Linear(
                layer.in_features, layer.out_features, bias=layer.bias is not None, device="meta"
            )
            plain.weight, plain.bias = layer.weight, layer.bias
            plain.train(layer.training)
            _replace(self._decoder, name, plain)
        self._decoder.requires_grad_(requires_grad=True)


def attach(decoder: Decoder, config: LoraConfig, generator: torch.Generator) -> LoraAdapter:
    """Put a fresh adapter on a decoder and freeze the base.

    A is drawn uniformly in plus or minus 1 / sqrt(in), which is Kaiming's rule with a = sqrt(5);
    B is zero. Both are float32 on the decoder's device.

    Args:
        decoder: The base model; must not carry an adapter yet.
        config: Rank, alpha and the layers by their last name.
        generator: Draws A; the numbers do not depend on the device.

    Raises:
        InputError: If a target is no linear layer of the model, or an adapter is attached already.
    """
    found = {name: module for name, module in decoder.named_modules() if _is_target(name, config)}
    unknown = set(config.targets) - {name.rpartition(".")[2] for name in found}
    if unknown:
        raise InputError(f"The model has no linear layer called '{min(unknown)}'")
    if any(isinstance(module, LoraLinear) for module in found.values()):
        raise InputError("The model already carries an adapter; detach it first")
    decoder.requires_grad_(requires_grad=False)
    layers = {}
    for name, module in found.items():
        assert isinstance(module, nn.Linear)  # noqa: S101 - _is_target names linear layers only
        layers[name] = LoraLinear.around(module, _fresh(module, config, generator))
        _replace(decoder, name, layers[name])
    return LoraAdapter(decoder, config, layers)


def load_peft(decoder: Decoder, folder: Path, base_hash: str = "") -> LoraAdapter:
    """Attach the adapter of a folder to a decoder.

    Args:
        decoder: The base model, without an adapter.
        folder: Holds `adapter_config.json` and `adapter_model.safetensors`.
        base_hash: `lora_files.base_hash` of the decoder's folder; empty skips the comparison.

    Raises:
        MissingModelError: If a file is missing.
        DamagedModelError: If a file is damaged, or not a plain LoRA.
        InputError: If the adapter was made for another base model.
    """
    header, tensors = read_adapter(folder)
    _check_base(folder, header, base_hash)
    adapter = attach(decoder, header.config, torch.Generator())
    adapter.base_ref, adapter.base_hash = header.base_ref, base_hash or header.base_hash
    try:
        adapter.load_state_dict(tensors)
    except InputError as error:
        adapter.detach()
        raise InputError(
            f"The adapter in {folder} does not fit this model: its layers or sizes differ; open "
            "it with the model it was made for"
        ) from error
    return adapter


def merged_weight(linear: nn.Linear) -> Tensor:
    """Return W + s B A in the layer's precision, shape (out, in); W itself without an adapter."""
    weight = linear.weight.detach()
    if not isinstance(linear, LoraLinear) or not linear.low_rank.is_on:
        return weight
    low = linear.low_rank
    a, b = low.a.detach(), low.b.detach()
    return torch.addmm(weight.float(), b, a, alpha=low.scale).to(weight.dtype)


def _fresh(base: nn.Linear, config: LoraConfig, generator: torch.Generator) -> LowRank:
    bound = 1.0 / math.sqrt(base.in_features)
    a = torch.empty(config.rank, base.in_features, device=generator.device)
    a.uniform_(-bound, bound, generator=generator)
    b = torch.zeros(base.out_features, config.rank, device=base.weight.device)
    return LowRank(
        a=nn.Parameter(a.to(base.weight.device)),
        b=nn.Parameter(b),
        scale=config.alpha / config.rank,
    )


def _is_target(name: str, config: LoraConfig) -> bool:
    return name.startswith("model.layers.") and name.rpartition(".")[2] in config.targets


def _replace(decoder: Decoder, name: str, module: nn.Module) -> None:
    parent, _, last = name.rpartition(".")
    setattr(decoder.get_submodule(parent), last, module)


def _check_base(folder: Path, header: AdapterHeader, base_hash: str) -> None:
    if base_hash and header.base_hash and base_hash != header.base_hash:
        raise InputError(
            f"The adapter in {folder} was trained on another base model; open it with the model "
            "it was made for"
        )
