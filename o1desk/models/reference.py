"""Model references as people type them, and the files they lead to; nothing is loaded here.

    starter   FOLDER   FILE.gguf   hub:NAME   fake[:OPTIONS]     each + @RUN[:STEP]

endpoint:NAME is understood and refused: no backend speaks to one yet, so it is never advised.
"@RUN:STEP" puts an adapter over the base: checkpoint STEP of that run, or its newest whole one.
"""

import difflib
from dataclasses import dataclass
from pathlib import Path

from o1desk.core.errors import InputError, MissingModelError
from o1desk.core.references import exists, expanded, split_ref
from o1desk.models.reference_checkpoints import checkpoint_of
from o1desk.models.reference_hub import hub_folder
from o1desk.models.safety import refuse_pickle

KINDS = ("starter", "folder", "gguf", "hub", "endpoint", "fake")
GRAMMAR = (
    "a model is 'starter', a folder, a .gguf file or 'hub:NAME', "
    "each with an optional '@RUN' or '@RUN:STEP'"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelRef:
    """A reference taken apart.

    Attributes:
        kind: One of `KINDS`.
        target: Path, hub name, endpoint name or options; empty for the bare starter.
        run: Run whose adapter is put over the base; empty for the bare model.
        step: Training step of the adapter; None for the newest.
    """

    kind: str
    target: str = ""
    run: str = ""
    step: int | None = None

    @property
    def text(self) -> str:
        """The reference as it would be typed."""
        if self.kind in ("folder", "gguf"):
            base = self.target
        else:
            base = f"{self.kind}:{self.target}" if self.target else self.kind
        step = "" if self.step is None else f":{self.step}"
        return f"{base}@{self.run}{step}" if self.run else base


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelFiles:
    """Where a reference leads.

    Attributes:
        ref: The reference.
        base: Folder or file of the base model; None for the fake one.
        adapter: Folder of the adapter; None for the bare model.
    """

    ref: ModelRef
    base: Path | None
    adapter: Path | None


def parse(text: str) -> ModelRef:
    """Take a reference apart without looking at what it leads to, existing paths apart.

    A path that exists and contains an "@" is that path, not an adapter.

    Raises:
        InputError: If the reference is empty.
        MissingModelError: If it is neither a known word nor a path; names the nearest.
    """
    text = text.strip()
    if not text:
        raise InputError(f"The model reference is empty; {GRAMMAR}")
    base, adapter = split_ref(text)
    run, _, step = adapter.partition(":")
    kind, target = _base(base)
    return ModelRef(kind=kind, target=target, run=run, step=int(step) if step else None)


def resolve(ref: ModelRef, *, data: Path | None) -> ModelFiles:
    """Find the files of a reference.

    Args:
        ref: A parsed reference.
        data: The data folder, where runs live; None when there is none.

    Raises:
        MissingModelError: If the base, the run or the checkpoint is not there.
        InputError: For an endpoint, which no backend speaks yet, and for an adapter over a model
            that cannot carry one.
    """
    base = _base_path(ref)
    if not ref.run:
        return ModelFiles(ref=ref, base=base, adapter=None)
    if ref.kind in ("gguf", "fake"):
        raise InputError(
            f"An adapter cannot be put over '{ref.target or ref.kind}'; use the model's "
            "safetensors folder, or merge the adapter first (o1desk export model)"
        )
    return ModelFiles(ref=ref, base=base, adapter=checkpoint_of(data, ref.run, ref.step))


def _base(text: str) -> tuple[str, str]:
    head, colon, tail = text.partition(":")
    if text in ("starter", "fake"):
        return text, ""
    if colon and head in ("hub", "endpoint", "fake"):
        if not tail:
            raise InputError(f"'{text}' lacks a name after the colon; {GRAMMAR}")
        return head, tail
    if text.lower().endswith(".gguf"):
        return "gguf", text
    if exists(text):
        return "folder", text
    raise _unknown(text)


def _unknown(text: str) -> MissingModelError:
    """Name the nearest of the known words and of what lies beside the missing path."""
    path = expanded(text)
    known = ["starter", "fake", "hub:"]
    if "/" in text or "\\" in text:
        known = [str(path.parent / name) for name in _neighbours(path.parent)]
    near = difflib.get_close_matches(text, known, n=1, cutoff=0.5)
    hint = f"did you mean '{near[0]}'?" if near else GRAMMAR
    return MissingModelError(f"There is no model called '{text}'; {hint}")


def _neighbours(folder: Path) -> list[str]:
    try:
        return sorted(
            entry.name for entry in folder.iterdir() if entry.is_dir() or entry.suffix == ".gguf"
        )
    except OSError:
        return []


def _base_path(ref: ModelRef) -> Path | None:
    if ref.kind == "fake":
        return None
    if ref.kind == "endpoint":
        raise InputError(
            f"'{ref.text}' names an endpoint; this version of O1 Desk cannot talk to endpoints "
            "yet, use 'starter', a folder or a .gguf file"
        )
    if ref.kind == "starter":
        return starter_folder()
    if ref.kind == "hub":
        return hub_folder(ref.target)
    path = expanded(ref.target)
    if not path.exists():
        raise _unknown(ref.target)
    if ref.kind == "gguf" and not path.is_file():
        raise MissingModelError(f"'{ref.target}' is not a file; a .gguf reference names one file")
    if ref.kind == "folder" and not path.is_dir():
        refuse_pickle(path)
        raise MissingModelError(
            f"'{ref.target}' is a file; a model is a folder with config.json and safetensors, "
            "or a .gguf file"
        )
    return path


def has_starter() -> bool:
    """Return whether this installation has the starter model, weights included."""
    from o1desk.paths import resources

    folder = resources() / "starter"
    return all((folder / name).is_file() for name in ("config.json", "model.safetensors"))


def starter_folder() -> Path:
    """Return the folder of the starter model.

    Raises:
        MissingModelError: If this installation has none.
    """
    from o1desk.paths import resources

    folder = resources() / "starter"
    if not (folder / "config.json").is_file():
        raise MissingModelError(
            "The starter model is not part of this installation; build it with "
            "'o1desk starter build', or name another model"
        )
    return folder
