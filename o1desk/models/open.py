"""One door to every kind of model: a reference in, a `Backend` out.

Torch, transformers and llama.cpp are imported only behind this door, by the process that loads.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from o1desk.core.backend import Backend
from o1desk.core.errors import InputError
from o1desk.models.reference import ModelFiles, parse, resolve

DEVICES = ("auto", "cpu", "cuda")
PRECISIONS = ("auto", "fp32", "bf16")


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenOptions:
    """Where and how a model is loaded.

    Attributes:
        device: "cpu", "cuda", "cuda:1" and the like, or "auto".
        precision: "fp32", "bf16" or "auto".
        threads: CPU threads; None leaves the library's choice.
    """

    device: str = "auto"
    precision: str = "auto"
    threads: int | None = None

    def __post_init__(self) -> None:
        """Refuse what no backend knows.

        Raises:
            InputError: With the accepted values.
        """
        if self.device not in DEVICES and not self.device.removeprefix("cuda:").isdecimal():
            raise InputError(f"There is no device '{self.device}'; known: {', '.join(DEVICES)}")
        if self.precision not in PRECISIONS:
            raise InputError(
                f"There is no precision '{self.precision}'; known: {', '.join(PRECISIONS)}"
            )
        if self.threads is not None and self.threads < 1:
            raise InputError(f"{self.threads} threads cannot compute; name at least 1")


def open_backend(
    ref: str,
    *,
    data: Path | None = None,
    device: str = "auto",
    precision: str = "auto",
    threads: int | None = None,
) -> Backend:
    """Load the model that a reference names.

    Args:
        ref: Reference as typed, such as "starter@RUN:40" (see `models.reference`).
        data: The data folder, where runs and their adapters live.
        device: "auto", "cpu" or "cuda".
        precision: "auto", "fp32" or "bf16".
        threads: CPU threads; None for the library's choice.

    Raises:
        InputError: For a reference, device or precision that makes no sense.
        MissingModelError: If the model, the run or the checkpoint is not there.
        DamagedModelError: If a file is damaged, a pickle, or wants to run code.
        OutOfMemoryError: If it does not fit; tells both sizes.
    """
    options = OpenOptions(device=device, precision=precision, threads=threads)
    files = resolve(parse(ref), data=data)
    if files.ref.kind == "fake":
        from o1desk.models.fake import FakeBackend, parse_options

        return FakeBackend(files.ref.text, parse_options(files.ref.target))
    if files.ref.kind == "gguf":
        return _open_gguf(files, options)
    return _open_folder(files, options)


def _open_gguf(files: ModelFiles, options: OpenOptions) -> Backend:
    from o1desk.models.gguf_library import library

    library()  # says how to install llama.cpp where it is missing
    from o1desk.models.gguf_backend import GgufBackend

    assert files.base is not None  # noqa: S101 - resolve() gives every kind but "fake" a path
    return GgufBackend.open(files.ref.text, files.base, threads=options.threads)


def _open_folder(files: ModelFiles, options: OpenOptions) -> Backend:
    from o1desk.models.devices import choose_device
    from o1desk.models.safety import check_folder
    from o1desk.models.safety_memory import memory_guard

    assert files.base is not None  # noqa: S101 - resolve() gives every kind but "fake" a path
    report = check_folder(files.base)
    if choose_device(options.device)[0] != "cpu":
        size = 0  # the weights only pass through this memory
    else:
        size = 2 if options.precision == "bf16" else 4
    with memory_guard(report.needed_bytes(size), f"The model '{files.ref.text}'"):
        return _load_folder(files, options, report.config)


def _load_folder(files: ModelFiles, options: OpenOptions, config: dict[str, Any]) -> Backend:
    from o1desk.models.decoder import config_from_hf

    assert files.base is not None  # noqa: S101 - resolve() gives every kind but "fake" a path
    if config_from_hf(config) is None:
        from o1desk.models.fallback import TransformersBackend

        return TransformersBackend.open(
            files.ref.text,
            files.base,
            adapter=files.adapter,
            device=options.device,
            precision=options.precision,
            threads=options.threads,
        )
    from o1desk.models.torch_backend import TorchBackend

    return TorchBackend.open(
        files.ref.text,
        files.base,
        adapter=files.adapter,
        device=options.device,
        precision=options.precision,
        threads=options.threads,
    )
