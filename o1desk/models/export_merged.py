"""Takes a trained adapter out of O1 Desk: merged into its base, or as a PEFT folder of its own.

A folder appears whole or not at all. Merging is only called done after three prompts gave the
same logits merged and unmerged; a merge without effect is an error, not a success.
"""

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from o1desk.core.errors import DamagedModelError, InputError
from o1desk.core.files import sync_folder
from o1desk.models.decoder import Decoder, config_from_hf
from o1desk.models.export_card import CardFacts, write_card
from o1desk.models.export_verify import PROMPTS, load_reference
from o1desk.models.export_weights import merged_tensors, read_pairs
from o1desk.models.lora_files import SETTINGS, WEIGHTS
from o1desk.models.safety import INDEX, check_folder
from o1desk.models.tokenizer import Tokenizer

TOLERANCE = {torch.float32: 1e-3, torch.bfloat16: 5e-2, torch.float16: 1e-2}  # of the largest logit
_COPIED = ("config.json", "generation_config.json", "chat_template.jinja", INDEX)
_TOKENIZER = ("tokenizer*", "vocab.json", "merges.txt", "special_tokens_map.json")


@dataclass(frozen=True, slots=True, kw_only=True)
class MergedExport:
    """What was written.

    Attributes:
        path: The folder.
        bytes: Size of its weights.
        error: Largest difference of a logit between merged and unmerged, share of the largest.
        effect: Largest difference to the base model, same unit.
    """

    path: Path
    bytes: int
    error: float
    effect: float


def export_merged(
    folder: Path, adapter: Path, out: Path, *, facts: CardFacts | None = None
) -> MergedExport:
    """Write base + adapter as one ordinary model folder.

    Args:
        folder: The base model.
        adapter: Folder of the LoRA adapter.
        out: Folder to make; must not exist, or be empty.
        facts: Figures for the card.

    Raises:
        InputError: If `out` is in use, or the architecture is not Qwen3, Qwen2 or Llama.
        DamagedModelError: If files are damaged, the adapter is another model's, or the logits
            do not agree; nothing is left behind.
    """
    if config_from_hf(check_folder(folder).config) is None:
        raise InputError(f"{folder} is not a plain Qwen3, Qwen2 or Llama model; it was not merged")
    measured: list[tuple[float, float]] = []

    def fill(part: Path) -> None:
        _write_weights(folder, adapter, part)
        _copy(folder, part, (*_COPIED, *_TOKENIZER))
        write_card(
            part,
            title=f"{folder.name}, merged with {adapter.name}",
            folder=folder,
            facts=facts or CardFacts(),
            library="transformers",
        )
        measured.append(_check(folder, adapter, part))

    _make_folder(out, fill)
    size = sum(path.stat().st_size for path in out.glob("*.safetensors"))
    return MergedExport(path=out, bytes=size, error=measured[0][0], effect=measured[0][1])


def export_adapter(
    folder: Path, adapter: Path, out: Path, *, facts: CardFacts | None = None
) -> Path:
    """Copy an adapter as PEFT's folder format, with the base's tokenizer and a card.

    Raises:
        InputError: If `out` is in use.
        DamagedModelError: If the adapter is damaged or belongs to another model.
    """
    for _ in merged_tensors(folder, adapter):
        pass  # every pair is held against its weight

    def fill(part: Path) -> None:
        _copy(adapter, part, (SETTINGS, WEIGHTS))
        _copy(folder, part, (*_TOKENIZER, "chat_template.jinja"))
        title = f"Adapter for {folder.name}"
        write_card(part, title=title, folder=folder, facts=facts or CardFacts(), library="peft")

    _make_folder(out, fill)
    return out


def _write_weights(folder: Path, adapter: Path, part: Path) -> None:
    """Write the same files as the base has, one after the other."""
    from safetensors.torch import save_file

    files = check_folder(folder).files
    home = {name: file.path.name for file in files for name in file.names}
    left = {file.path.name: len(file.names) for file in files}
    held: dict[str, dict[str, Tensor]] = {name: {} for name in left}
    for name, tensor in merged_tensors(folder, adapter):
        held[home[name]][name] = tensor.contiguous()
        if len(held[home[name]]) == left[home[name]]:
            save_file(held.pop(home[name]), part / home[name], metadata={"format": "pt"})


def _check(folder: Path, adapter: Path, part: Path) -> tuple[float, float]:
    """Compare logits of merged, unmerged and bare model.

    Raises:
        DamagedModelError: If merged and unmerged differ, or the adapter has no effect.
    """
    change = read_pairs(adapter)
    prompts = _prompt_tokens(folder)
    bare = _logits(load_reference(folder, None), prompts)
    apart = _logits(load_reference(folder, adapter), prompts)
    merged = _logits(load_reference(part, None), prompts)
    scale = float(apart.abs().max()) or 1.0
    error = float((merged - apart).abs().max()) / scale
    effect = float((apart - bare).abs().max()) / scale
    dtype = min((t.dtype for _, t in merged_tensors(part, None)), key=lambda kind: kind.itemsize)
    limit = TOLERANCE.get(dtype, 5e-2)
    has_change = any(float(B.abs().max()) > 0.0 for _, B in change.pairs.values())
    if not error <= limit or (has_change and effect == 0.0):
        raise DamagedModelError(
            f"The merged model does not compute what the adapter computes (logits differ by "
            f"{error:.2%}, the adapter changes {effect:.2%}); nothing was kept"
        )
    return error, effect


@torch.inference_mode()
def _logits(decoder: Decoder, prompts: list[list[int]]) -> Tensor:
    """Return the logits at all positions of the prompts, shape (tokens, V)."""
    return torch.cat([decoder.logits(decoder(torch.tensor([ids]))[0]) for ids in prompts])


def _prompt_tokens(folder: Path) -> list[list[int]]:
    tokenizer = Tokenizer.from_folder(folder)
    return [tokenizer.encode(prompt) for prompt in PROMPTS]


def _copy(source: Path, target: Path, names: tuple[str, ...]) -> None:
    for pattern in names:
        for path in source.glob(pattern):
            shutil.copyfile(path, target / path.name)


def _make_folder(out: Path, fill: Callable[[Path], None]) -> None:
    """Fill a folder under another name and rename it; nothing is left behind on failure."""
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise InputError(f"{out} is already in use; name a folder that does not exist yet")
    if not out.parent.is_dir():
        raise InputError(f"The folder {out.parent} does not exist; nothing was written")
    part = out.with_name(f".{out.name}.{os.getpid()}.tmp")
    shutil.rmtree(part, ignore_errors=True)
    try:
        part.mkdir()
    except OSError as error:
        raise InputError(
            f"{out} cannot be written ({error.strerror or error}); nothing was written; name "
            "another folder"
        ) from error
    try:
        fill(part)
        if out.exists():
            out.rmdir()
        part.rename(out)
    finally:
        shutil.rmtree(part, ignore_errors=True)
    sync_folder(out.parent)
