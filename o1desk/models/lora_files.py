"""Adapters as folders in the format of PEFT, bound to the base model they were trained on."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from safetensors import SafetensorError, safe_open
from safetensors.torch import save
from torch import Tensor

from o1desk.core.configs import LoraConfig
from o1desk.core.errors import DamagedModelError, MissingModelError
from o1desk.models.safety import PICKLES, read_json, weight_files

WEIGHTS = "adapter_model.safetensors"
SETTINGS = "adapter_config.json"
_HASH_KEY = "base_hash"
_ODD = (
    "use_dora", "rank_pattern", "alpha_pattern", "modules_to_save", "layers_to_transform",
    "fan_in_fan_out", "lora_bias", "target_parameters", "trainable_token_indices",
)  # fmt: skip
_BLOCK = 1 << 20
_WHOLE_BYTES = 256 << 20  # files up to this size are read whole, larger ones at regular places


@dataclass(frozen=True, slots=True, kw_only=True)
class AdapterHeader:
    """What belongs to an adapter besides its factors.

    Attributes:
        config: Rank, alpha and targets.
        base_ref: Reference of the base model, for people and for PEFT.
        base_hash: `base_hash` of the base model's folder; empty when it is not known.
    """

    config: LoraConfig
    base_ref: str = ""
    base_hash: str = ""


def base_hash(folder: Path) -> str:
    """Return what tells one base model's weights from another's, 32 hexadecimal digits.

    Files up to 256 MiB are read whole; of larger ones the header and 255 evenly spread MiB, so
    that binding an adapter to a large model takes a second, not minutes.

    Raises:
        MissingModelError: If the folder has no weights.
        DamagedModelError: If its weights are pickles.
    """
    digest = hashlib.sha256()
    for path in weight_files(folder):
        size = path.stat().st_size
        digest.update(f"{size}\n".encode())
        step = _BLOCK if size <= _WHOLE_BYTES else size // 256
        with path.open("rb") as file:
            for start in range(0, size, step):
                file.seek(start)
                digest.update(file.read(_BLOCK))
    return digest.hexdigest()[:32]


def write_adapter(folder: Path, tensors: Mapping[str, Tensor], header: AdapterHeader) -> None:
    """Write an adapter so that PEFT loads it; each file is replaced whole.

    Args:
        folder: Made when missing.
        tensors: The factors under PEFT's names.
        header: Everything else.

    Raises:
        OSError: If the disk refuses; safetensors' own writer would not say that it is full.
    """
    folder.mkdir(parents=True, exist_ok=True)
    copies = {name: one.detach().cpu().clone().contiguous() for name, one in tensors.items()}
    part = folder / f"{WEIGHTS}.part"
    part.write_bytes(save(copies, metadata={"format": "pt", _HASH_KEY: header.base_hash}))
    part.replace(folder / WEIGHTS)
    part = folder / f"{SETTINGS}.part"
    text = json.dumps(_settings(header), indent=2)
    part.write_text(text + "\n", encoding="utf-8")
    part.replace(folder / SETTINGS)


def read_adapter(folder: Path) -> tuple[AdapterHeader, dict[str, Tensor]]:
    """Read an adapter's header and factors; the factors come on the CPU.

    Raises:
        MissingModelError: If a file is missing.
        DamagedModelError: If a file is damaged, or not a plain LoRA.
    """
    base_ref, config = _read_settings(folder)
    path = folder / WEIGHTS
    if not path.is_file():
        pickled = any(one.suffix in PICKLES for one in folder.iterdir())
        why = "; a pickled adapter is never opened" if pickled else ""
        raise MissingModelError(f"{folder} has no {WEIGHTS}{why}")
    try:
        with safe_open(path, framework="pt") as file:
            made_for = str((file.metadata() or {}).get(_HASH_KEY, ""))
            tensors = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118 - no mapping
    except (SafetensorError, OSError) as error:
        raise DamagedModelError(f"{path} is damaged: {error}; nothing was changed") from error
    return AdapterHeader(config=config, base_ref=base_ref, base_hash=made_for), tensors


def _read_settings(folder: Path) -> tuple[str, LoraConfig]:
    data: Any = read_json(folder / SETTINGS, what="an adapter's configuration")
    try:
        special = [name for name in _ODD if data.get(name)]
        special += ["bias"] if data.get("bias", "none") != "none" else []
        special += ["peft_type"] if data["peft_type"] != "LORA" else []
        if special:
            raise DamagedModelError(
                f"The adapter in {folder} uses '{special[0]}', which the built-in decoder does "
                "not compute; only plain LoRA adapters can be opened"
            )
        rank, alpha = int(data["r"]), float(data["lora_alpha"])
        if data.get("use_rslora"):  # arXiv:2312.03732 divides by the root of the rank
            alpha *= rank**0.5
        config = LoraConfig(rank=rank, alpha=alpha, targets=tuple(data["target_modules"]))
        return str(data.get("base_model_name_or_path") or ""), config
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise DamagedModelError(f"{folder / SETTINGS} is damaged: {error}") from error


def _settings(header: AdapterHeader) -> dict[str, Any]:
    return {
        "peft_type": "LORA",
        "task_type": "CAUSAL_LM",
        "base_model_name_or_path": header.base_ref,
        "r": header.config.rank,
        "lora_alpha": header.config.alpha,
        "lora_dropout": 0.0,
        "target_modules": list(header.config.targets),
        "bias": "none",
        "fan_in_fan_out": False,
        "inference_mode": True,
        "init_lora_weights": True,
    }
