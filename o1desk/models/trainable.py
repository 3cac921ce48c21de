"""Which models can be trained, told before anything starts: plain folders of safetensors."""

from pathlib import Path

from o1desk.core.errors import InputError
from o1desk.models.reference import ModelFiles, parse, resolve


def check_trainable(ref: str, *, data: Path | None) -> None:
    """Check that a reference leads to a model that the trainer can load; no weight is read.

    Args:
        ref: Reference as typed.
        data: The data folder, where runs live.

    Raises:
        MissingModelError: If it leads nowhere.
        DamagedModelError: If its configuration is damaged.
        InputError: If nothing here can train it.
    """
    files = resolve(parse(ref), data=data)
    folder = folder_to_train(files)
    if files.ref.kind == "starter":
        return  # known to fit, and torch takes seconds to import
    from o1desk.models.loading import UnsupportedArchitectureError, read_decoder_config

    try:
        read_decoder_config(folder)
    except UnsupportedArchitectureError as error:
        raise InputError(
            f"'{files.ref.text}' cannot be trained: {error}; training needs a plain Qwen2, Qwen3 "
            "or Llama folder, such as 'starter'"
        ) from error


def folder_to_train(files: ModelFiles) -> Path:
    """Return the folder of weights that training starts from.

    Raises:
        InputError: If the model is none, such as a GGUF file.
    """
    if files.base is None or not files.base.is_dir():
        raise InputError(
            f"'{files.ref.text}' cannot be trained: training needs a safetensors folder, such as "
            "'starter'"
        )
    return files.base
