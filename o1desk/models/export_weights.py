"""Reads the tensors of a model folder one by one, with an adapter merged into them.

Merging is W + scale * B @ A in float32 (arXiv:2106.09685, section 4.1), scale = alpha / r, or
alpha / sqrt(r) for rank-stabilised adapters (arXiv:2312.03732). One tensor is in memory at a time,
so that a model larger than memory can be exported.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from o1desk.core.errors import DamagedModelError, InputError
from o1desk.models.safety import check_folder, read_json
from o1desk.models.safety_tensors import read_header

ADAPTER_FILE = "adapter_model.safetensors"
ADAPTER_CONFIG = "adapter_config.json"
_PREFIX = "base_model.model."


@dataclass(frozen=True, slots=True, kw_only=True)
class Adapter:
    """A LoRA adapter in PEFT's folder format.

    Attributes:
        folder: Where it was read from.
        scale: Factor of B @ A.
        pairs: Matrices (A, B) by the name of the weight that they change.
    """

    folder: Path
    scale: float
    pairs: dict[str, tuple[Tensor, Tensor]]


def read_adapter(folder: Path) -> Adapter:
    """Read an adapter.

    Raises:
        MissingModelError: If a file is missing.
        DamagedModelError: If a file is damaged.
        InputError: If it is of a kind that cannot be merged (DoRA, whole modules, biases).
    """
    config = read_json(folder / ADAPTER_CONFIG, what="an adapter's configuration")
    _refuse_unmergeable(folder, config)
    read_header(folder / ADAPTER_FILE)
    from safetensors.torch import load_file

    tensors = load_file(folder / ADAPTER_FILE)
    pairs: dict[str, tuple[Tensor, Tensor]] = {}
    for name in tensors:
        if not name.endswith(".lora_A.weight"):
            continue
        stem = name.removesuffix(".lora_A.weight")
        other = tensors.get(f"{stem}.lora_B.weight")
        if other is None:
            raise DamagedModelError(f"The adapter {folder} is damaged: {stem} lacks its B matrix")
        pairs[f"{stem.removeprefix(_PREFIX)}.weight"] = (tensors[name].float(), other.float())
    if 2 * len(pairs) != len(tensors) or not pairs:
        raise InputError(
            f"The adapter {folder} holds more than LoRA pairs; such an adapter cannot be merged"
        )
    rank, alpha = float(config.get("r", 0)), float(config.get("lora_alpha", 0))
    if rank <= 0:
        raise DamagedModelError(f"The adapter {folder} is damaged: its rank is {rank:g}")
    scale = alpha / (rank**0.5 if config.get("use_rslora") else rank)
    return Adapter(folder=folder, scale=scale, pairs=pairs)


def merged_tensors(folder: Path, adapter: Path | None) -> Iterator[tuple[str, Tensor]]:
    """Yield every tensor of a model folder by name, adapter merged, dtype as stored.

    Raises:
        MissingModelError: If files are missing.
        DamagedModelError: If files are damaged, or the adapter belongs to another model.
    """
    from safetensors import safe_open

    report = check_folder(folder, needs_tokenizer=False)
    change = None if adapter is None else read_adapter(adapter)
    if change is not None:
        _check_fit(change, {name for file in report.files for name in file.names})
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


def _check_fit(adapter: Adapter, names: set[str]) -> None:
    strangers = sorted(set(adapter.pairs) - names)
    if strangers:
        raise DamagedModelError(
            f"The adapter {adapter.folder} belongs to another model: there is no "
            f"{strangers[0]} to change"
        )


def _refuse_unmergeable(folder: Path, config: Any) -> None:
    if not isinstance(config, dict):
        raise DamagedModelError(f"{folder / ADAPTER_CONFIG} is damaged: not a JSON object")
    kind = str(config.get("peft_type", "LORA")).upper()
    if kind != "LORA" or config.get("use_dora") or config.get("fan_in_fan_out"):
        raise InputError(
            f"The adapter {folder} is of a kind that cannot be merged; only plain LoRA can"
        )
