"""Loads a model through transformers, from local files only."""

from pathlib import Path
from typing import Any

import torch

from o1desk.core.errors import DamagedModelError, InputError
from o1desk.models.lora_files import WEIGHTS
from o1desk.models.safety_memory import is_memory_error
from o1desk.models.safety_tensors import read_header
from o1desk.models.tokenizer import Tokenizer


def load_model(folder: Path, adapter: Path | None, *, device: str, precision: str) -> Any:
    """Load the weights, adapter merged.

    Args:
        folder: A folder that `safety.check_folder` has passed.
        adapter: LoRA adapter in PEFT's format, or None.
        device: "cpu" or "cuda:N".
        precision: "fp32", "bf16", or "auto": bf16 on a GPU, fp32 on the CPU.

    Raises:
        InputError: If transformers does not know the architecture.
        DamagedModelError: If the weights do not fit it.
    """
    import transformers

    transformers.utils.logging.disable_progress_bar()
    transformers.utils.logging.set_verbosity_error()
    half = precision == "bf16" or (precision == "auto" and device != "cpu")
    try:
        model = transformers.AutoModelForCausalLM.from_pretrained(
            folder,
            dtype=torch.bfloat16 if half else torch.float32,
            trust_remote_code=False,
            use_safetensors=True,
            local_files_only=True,
        )
    except (ValueError, KeyError, OSError, RuntimeError, ImportError, AttributeError) as error:
        if is_memory_error(error):
            raise  # the caller's guard tells the sizes
        raise _reason(folder, error) from error
    if adapter is not None:
        model = _merge(model, adapter)
    return model.to(device).eval()


def end_tokens(model: Any, tokenizer: Tokenizer) -> frozenset[int]:
    """Return every token that ends a turn: the tokenizer's and the generation settings'."""
    named = getattr(model.generation_config, "eos_token_id", None)
    ends = set(named if isinstance(named, (list, tuple)) else [named])
    return frozenset({int(token) for token in ends if token is not None} | {*tokenizer.eos_ids})


def _merge(model: Any, adapter: Path) -> Any:
    from peft import PeftModel

    read_header(adapter / WEIGHTS)  # without it PEFT would look for a pickle
    try:
        return PeftModel.from_pretrained(model, str(adapter)).merge_and_unload()
    except (ValueError, KeyError, RuntimeError) as error:
        reason = " ".join(str(error).split())[:200]
        raise DamagedModelError(f"The adapter {adapter} does not fit: {reason}") from error


def _reason(folder: Path, error: Exception) -> InputError:
    """Choose the error that tells a person what to do."""
    reason = " ".join(str(error).split())[:200]
    if "model type" in reason or "Unrecognized" in reason or isinstance(error, ImportError):
        return InputError(f"transformers cannot compute {folder}: {reason}")
    return DamagedModelError(f"The model in {folder} cannot be loaded: {reason}")
