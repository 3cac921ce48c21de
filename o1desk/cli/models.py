"""Exports a model: GGUF, a merged safetensors folder, or the adapter as a PEFT folder."""

from argparse import Namespace
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from o1desk.core.errors import InputError, UnknownNameError
from o1desk.models.reference import ModelFiles, parse, resolve
from o1desk.paths import data_dir


def export_model(arguments: Namespace, out: Path) -> dict[str, Any]:
    """Write the model that --model names in the asked format.

    Returns:
        Where it is and how it was verified.

    Raises:
        UnknownNameError: For an unknown format.
        InputError: If the model is no folder of weights, or has no adapter to export.
    """
    if arguments.format not in FORMATS:
        raise UnknownNameError("model format", arguments.format, FORMATS)
    files = resolve(parse(arguments.model), data=data_dir(arguments.data))
    if files.base is None or not files.base.is_dir():
        raise InputError(f"{arguments.model} is no folder of weights; nothing was written")
    return FORMATS[arguments.format](arguments, files, out)


def _gguf(arguments: Namespace, files: ModelFiles, out: Path) -> dict[str, Any]:
    from o1desk.models.export_gguf import export_gguf
    from o1desk.models.export_verify import verify_gguf

    assert files.base is not None  # noqa: S101 - checked by the caller
    export_gguf(files.base, out, outtype=arguments.type, adapter=files.adapter)
    check = verify_gguf(files.base, out, adapter=files.adapter)
    return {
        "out": str(out),
        "verified": check.verified,
        "check": check.sentence,
        "type": arguments.type,
    }


def _merged(arguments: Namespace, files: ModelFiles, out: Path) -> dict[str, Any]:  # noqa: ARG001
    from o1desk.models.export_merged import export_merged

    assert files.base is not None  # noqa: S101 - checked by the caller
    if files.adapter is None:
        raise InputError("Merging needs an adapter: name the model as REF@RUN; nothing was written")
    export_merged(files.base, files.adapter, out)
    return {"out": str(out), "verified": True, "check": "logits equal"}


def _peft(arguments: Namespace, files: ModelFiles, out: Path) -> dict[str, Any]:  # noqa: ARG001
    from o1desk.models.export_merged import export_adapter

    assert files.base is not None  # noqa: S101 - checked by the caller
    if files.adapter is None:
        raise InputError("There is no adapter: name the model as REF@RUN; nothing was written")
    export_adapter(files.base, files.adapter, out)
    return {"out": str(out), "verified": True, "check": "copied with its card"}


FORMATS: Mapping[str, Callable[[Namespace, ModelFiles, Path], dict[str, Any]]] = {
    "gguf": _gguf,
    "merged": _merged,
    "peft": _peft,
}
