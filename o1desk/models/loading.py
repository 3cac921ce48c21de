"""From a model folder on disk to a decoder in memory: safetensors only, nothing is executed."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import torch
from safetensors import safe_open
from torch import Tensor

from o1desk.core.errors import DamagedModelError, InputError
from o1desk.models.decoder import Decoder, DecoderConfig, config_from_hf
from o1desk.models.devices import choose_device
from o1desk.models.safety import read_json, weight_files

PRECISIONS = {"fp32": torch.float32, "bf16": torch.bfloat16}
_IGNORED = ("rotary_emb.inv_freq",)  # old checkpoints store what is computed from the config


class UnsupportedArchitectureError(InputError):
    """A model that the decoder would not compute exactly; transformers can take over."""

    reason = "missing_model"


def load_decoder(folder: Path, device: torch.device, dtype: torch.dtype) -> Decoder:
    """Load a Qwen2, Qwen3 or Llama folder.

    Args:
        folder: Holds `config.json` and one or several safetensors files.
        device: Where the weights go.
        dtype: Precision of the weights in memory, whatever the file holds.

    Raises:
        UnsupportedArchitectureError: If the decoder would compute something else.
        MissingModelError: If configuration or weights are not there.
        DamagedModelError: If a tensor is missing, of another shape, or a pickle.
    """
    config = read_decoder_config(folder)
    with torch.device("meta"):
        decoder = Decoder(config)
    wanted = {name: tensor.shape for name, tensor in decoder.state_dict().items()}
    found: dict[str, Tensor] = {}
    for name, tensor in read_tensors(folder):
        if name.endswith(_IGNORED) or (name == "lm_head.weight" and config.tie_word_embeddings):
            continue
        if wanted.get(name) != tensor.shape:
            raise DamagedModelError(_mismatch(folder, name, tensor, wanted))
        found[name] = tensor.to(device=device, dtype=dtype)
    if config.tie_word_embeddings and "model.embed_tokens.weight" in found:
        found["lm_head.weight"] = found["model.embed_tokens.weight"]
    missing = sorted(wanted.keys() - found.keys())
    if missing:
        raise DamagedModelError(
            f"{folder} lacks {len(missing)} tensors that its configuration asks for "
            f"({missing[0]}, ...); copy the model again"
        )
    decoder.load_state_dict(found, assign=True)
    if config.tie_word_embeddings:
        decoder.lm_head.weight = decoder.model.embed_tokens.weight
    return decoder.requires_grad_(requires_grad=True).eval()


def read_decoder_config(folder: Path) -> DecoderConfig:
    """Return the decoder's configuration of a folder.

    Raises:
        UnsupportedArchitectureError: If the decoder would compute something else.
        MissingModelError: If `config.json` is not there.
        DamagedModelError: If it is not a configuration.
    """
    data: Any = read_json(folder / "config.json", what="a model's configuration")
    if not isinstance(data, dict):
        raise DamagedModelError(f"{folder / 'config.json'} is damaged: not a JSON object")
    try:
        config = config_from_hf(data)
    except (KeyError, TypeError, ValueError) as error:
        raise DamagedModelError(f"{folder / 'config.json'} is damaged: {error}") from error
    if config is None:
        kind = data.get("model_type", "unknown")
        raise UnsupportedArchitectureError(
            f"{folder} is a model of the kind '{kind}', which the built-in decoder does not compute"
        )
    return config


def read_tensors(folder: Path) -> Iterator[tuple[str, Tensor]]:
    """Yield every tensor of a folder's safetensors files, one at a time, on the CPU.

    Raises:
        MissingModelError: If there are no weights.
        DamagedModelError: If a file is damaged or a pickle.
    """
    for path in weight_files(folder):
        try:
            with safe_open(path, framework="pt") as file:
                for name in file.keys():  # noqa: SIM118 - not a mapping, it only has keys()
                    yield name, file.get_tensor(name)
        except DamagedModelError:
            raise
        except Exception as error:
            raise DamagedModelError(f"{path} is damaged: {error}; copy it again") from error


def pick_device(device: str, precision: str) -> tuple[torch.device, torch.dtype]:
    """Turn "auto" and the like into what torch needs.

    Args:
        device: "auto", "cpu", "cuda" or "cuda:N"; what cannot be used becomes the CPU.
        precision: "auto", "fp32" or "bf16"; "auto" is bf16 on CUDA and fp32 on the CPU.

    Raises:
        InputError: If the precision has no meaning.
    """
    chosen = torch.device(choose_device(device)[0])
    if precision != "auto":
        if precision not in PRECISIONS:
            raise InputError(f"There is no precision '{precision}'; known: auto, fp32, bf16")
        return chosen, PRECISIONS[precision]
    half = chosen.type == "cuda" and torch.cuda.is_bf16_supported()
    return chosen, torch.bfloat16 if half else torch.float32


def _mismatch(folder: Path, name: str, tensor: Tensor, wanted: dict[str, torch.Size]) -> str:
    if name not in wanted:
        return f"{folder} holds the tensor {name}, which its configuration has no place for"
    return (
        f"{folder} is damaged: {name} has the shape {tuple(tensor.shape)} but its configuration "
        f"asks for {tuple(wanted[name])}"
    )
