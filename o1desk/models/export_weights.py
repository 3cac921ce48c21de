"""Reads the tensors of a model folder one by one, with an adapter merged into them.

Merging is W + scale * B @ A in float32 (arXiv:2106.09685, section 4.1), scale = alpha / r, or
alpha / sqrt(r) for rank-stabilised adapters (arXiv:2312.03732). One tensor is in memory at a time,
so that a model larger than memory can be exported.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors import safe_open
from torch import Tensor

from o1desk.core.errors import DamagedModelError, InputError
from o1desk.models.lora import PEFT_PREFIX
from o1desk.models.lora_files import base_hash, read_adapter
from o1desk.models.safety import check_folder


@dataclass(frozen=True, slots=True, kw_only=True)
class Adapter:
    """A LoRA adapter in PEFT's folder format.

    Attributes:
        folder: Where it was read from.
        scale: Factor of B @ A.
        pairs: Matrices (A, B) by the name of the weight that they change.
        made_for: Hash of the base model it was trained on; empty when nobody wrote it down.
    """

    folder: Path
    scale: float
    pairs: dict[str, tuple[Tensor, Tensor]]
    made_for: str = ""


def read_pairs(folder: Path) -> Adapter:
    """Read an adapter.

    Raises:
        MissingModelError: If a file is missing.
        DamagedModelError: If a file is damaged.
        InputError: If it holds more than LoRA pairs.
    """
    header, tensors = read_adapter(folder)
    config = header.config
    if config.rank < 1:
        raise DamagedModelError(f"The adapter {folder} is damaged: its rank is {config.rank}")
    pairs: dict[str, tuple[Tensor, Tensor]] = {}
    for name, first in tensors.items():
        if not name.endswith(".lora_A.weight"):
            continue
        stem = name.removesuffix(".lora_A.weight")
        second = tensors.get(f"{stem}.lora_B.weight")
        if second is None:
            raise DamagedModelError(f"The adapter {folder} is damaged: {stem} lacks its B matrix")
        pairs[f"{stem.removeprefix(PEFT_PREFIX)}.weight"] = (first.float(), second.float())
    if 2 * len(pairs) != len(tensors) or not pairs:
        raise InputError(
            f"The adapter {folder} holds more than LoRA pairs; such an adapter cannot be merged"
        )
    scale = config.alpha / config.rank
    return Adapter(folder=folder, scale=scale, pairs=pairs, made_for=header.base_hash)


def merged_tensors(folder: Path, adapter: Path | None) -> Iterator[tuple[str, Tensor]]:
    """Yield every tensor of a model folder by name, adapter merged, dtype as stored.

    Raises:
        MissingModelError: If files are missing.
        DamagedModelError: If files are damaged, or the adapter belongs to another model.
        InputError: If the adapter says that it was trained on another base.
    """
    report = check_folder(folder, needs_tokenizer=False)
    change = None if adapter is None else read_pairs(adapter)
    if change is not None:
        _check_fit(folder, change, {name for file in report.files for name in file.names})
    for file in report.files:
        with safe_open(file.path, framework="pt") as opened:
            for name in file.names:
                tensor = opened.get_tensor(name)
                if change is not None and name in change.pairs:
                    tensor = _merge(name, tensor, change)
                yield name, tensor


def _merge(name: str, weight: Tensor, adapter: Adapter) -> Tensor:
    A, B = adapter.pairs[name]
    if weight.shape != (B.shape[0], A.shape[1]) or A.shape[0] != B.shape[1]:
        raise DamagedModelError(
            f"The adapter {adapter.folder} belongs to another model: {name} has the shape "
            f"{tuple(weight.shape)}, the adapter {(B.shape[0], A.shape[1])}"
        )
    merged: Tensor = (weight.float() + adapter.scale * (B @ A)).to(weight.dtype)
    if not torch.isfinite(merged.float()).all():
        raise DamagedModelError(f"The adapter {adapter.folder} makes {name} infinite")
    return merged


def _check_fit(folder: Path, adapter: Adapter, names: set[str]) -> None:
    if adapter.made_for and adapter.made_for != base_hash(folder):
        raise InputError(
            f"The adapter {adapter.folder} was trained on another base model than {folder}; "
            "nothing was written"
        )
    strangers = sorted(set(adapter.pairs) - names)
    if strangers:
        raise DamagedModelError(
            f"The adapter {adapter.folder} belongs to another model: there is no "
            f"{strangers[0]} to change"
        )
