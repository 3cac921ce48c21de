"""Takes a model out of O1 Desk in a format that other programs read, verified before it is done."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from o1desk.core.errors import InputError, UnknownNameError
from o1desk.models.reference import ModelFiles, parse, resolve

TYPES = ("f32", "f16", "q8_0")  # of GGUF


def export_model(ref: str, form: str, out: Path, *, kind: str, data: Path) -> dict[str, Any]:
    """Write a model as GGUF, as a merged safetensors folder, or its adapter as a PEFT folder.

    Args:
        ref: Reference of the model.
        form: "gguf", "merged" or "peft".
        out: File or folder to make.
        kind: Number format of GGUF, one of `TYPES`; the others keep their own.
        data: The data folder, where adapters are.

    Returns:
        Where it is and how it was verified.

    Raises:
        UnknownNameError: For an unknown format or type.
        InputError: If the model is no folder of weights, or has no adapter to export.
        NoSpaceError: If the disk is full; nothing stays behind.
    """
    if form not in FORMATS:
        raise UnknownNameError("model format", form, FORMATS)
    if kind not in TYPES:
        raise UnknownNameError("type of GGUF", kind, TYPES)
    files = resolve(parse(ref), data=data)
    if files.base is None or not files.base.is_dir():
        raise InputError(f"{ref} is no folder of weights; nothing was written")
    return FORMATS[form](files, out, kind)


def _gguf(files: ModelFiles, out: Path, kind: str) -> dict[str, Any]:
    from o1desk.models.export_gguf import export_gguf
    from o1desk.models.export_verify import verify_gguf

    base = _base(files)
    export_gguf(base, out, outtype=kind, adapter=files.adapter)
    check = verify_gguf(base, out, adapter=files.adapter)
    return {"out": str(out), "verified": check.verified, "check": check.sentence, "type": kind}


def _merged(files: ModelFiles, out: Path, kind: str) -> dict[str, Any]:
    from o1desk.models.export_merged import export_merged

    del kind
    export_merged(_base(files), _adapter(files, "Merging needs an adapter"), out)
    return {"out": str(out), "verified": True, "check": "logits equal"}


def _peft(files: ModelFiles, out: Path, kind: str) -> dict[str, Any]:
    from o1desk.models.export_merged import export_adapter

    del kind
    export_adapter(_base(files), _adapter(files, "There is no adapter"), out)
    return {"out": str(out), "verified": True, "check": "copied with its card"}


def _base(files: ModelFiles) -> Path:
    assert files.base is not None  # noqa: S101 - checked by the caller
    return files.base


def _adapter(files: ModelFiles, what: str) -> Path:
    if files.adapter is None:
        raise InputError(f"{what}: name the model as REF@RUN; nothing was written")
    return files.adapter


FORMATS: Mapping[str, Callable[[ModelFiles, Path, str], dict[str, Any]]] = {
    "gguf": _gguf,
    "merged": _merged,
    "peft": _peft,
}
