"""Every model a person can pick: the starter, folders, GGUF files, and the adapters over them.

The list is read beside the window and read again when models or runs change. Titles are made when
they are asked for, so that they follow the language.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from o1desk.core.hub_cache import snapshot_of
from o1desk.core.references import split_ref
from o1desk.core.words import filled
from o1desk.gui.model_folders import models_in
from o1desk.gui.session import Session
from o1desk.gui.times import local_time
from o1desk.paths import resources
from o1desk.store import Store
from o1desk.store.refs import split_adapter

if TYPE_CHECKING:
    from o1desk.store.models import Adapter
    from o1desk.store.runs import RunRow

STARTER = "starter"
PART = "models"  # where the session keeps the list
MANIFEST = "MANIFEST.json"  # written last: with it, a checkpoint is whole
ACCURACY = "heldout_pass_at_1"
MOST_RUNS = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelEntry:
    """One model, or one adapter over a model.

    Attributes:
        ref: What jobs and people name it by.
        title: What people read.
        detail: More about it: its path, or its accuracy.
        kind: "starter", "folder", "gguf", "hub", "endpoint", "fake" or "adapter".
        exists: Whether its files are there.
        base: Reference of the model under an adapter; the model's own otherwise.
    """

    ref: str
    title: str
    detail: str
    kind: str
    exists: bool
    base: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Facts:
    """What was read of one model or adapter, before words are put to it.

    An adapter is pruned when its run has deleted the checkpoint to make room for later ones.
    """

    ref: str
    kind: str
    exists: bool
    base: str
    created: str = ""
    step: int | None = None
    accuracy: float | None = None
    is_best: bool = False
    is_pruned: bool = False


class ModelList(QObject):
    """The models of a session.

    Attributes:
        is_loaded: Whether the list was read at least once.

    Signals:
        changed: The list is another.
    """

    changed = Signal()

    def __init__(self, session: Session) -> None:
        """Know the starter; the rest follows in a moment."""
        super().__init__(session)
        self._session = session
        self._facts: list[_Facts] = [_Facts(ref=STARTER, kind="starter", exists=True, base=STARTER)]
        self.is_loaded = False
        self._is_reading = False
        self._is_stale = False
        session.models_changed.connect(self.refresh)
        session.tables_changed.connect(self._on_tables)
        self.refresh()

    def entries(self) -> list[ModelEntry]:
        """Return every model, each followed by its adapters, newest first.

        Adapters whose checkpoints were pruned are left out: nobody misses them.
        """
        return [self._entry(facts) for facts in self._facts if not facts.is_pruned]

    def find(self, ref: str) -> ModelEntry | None:
        """Return the model with a reference, pruned or not; None when it was never there."""
        return next((self._entry(facts) for facts in self._facts if facts.ref == ref), None)

    def resolved(self, ref: str) -> str:
        """Return a reference with a step; a run without one means its newest adapter."""
        base, adapter = split_ref(ref)
        if not adapter or ":" in adapter:
            return ref
        beginning = f"{base}@{adapter}:"
        newest = (
            each.ref for each in self._facts if each.exists and each.ref.startswith(beginning)
        )
        return next(newest, ref)

    def title(self, ref: str) -> str:
        """Return what people read of a reference, whether the list has it or not."""
        found = self.find(ref)
        if found is not None:
            return found.title
        base, run = split_ref(ref)
        if not run:
            return self._base_title(base)
        name, step = split_adapter(run)
        beginning = f"{base}@{name}:"
        known = (each.created for each in self._facts if each.ref.startswith(beginning))
        created = next(known, "")
        return self._adapter_title(base, local_time(created) if created else name, step)

    def add(self, path: Path) -> str:
        """Remember a folder or a GGUF file that a person chose; return its reference."""
        ref = str(path)
        kind = "gguf" if kind_of(ref) == "gguf" else "torch"
        store = self._session.store
        self._session.ops.write(
            lambda: store.models.put(ref, kind=kind, path=ref),
            self._on_added,
            changed=("model",),
        )
        return ref

    def add_hub(self, name: str) -> str:
        """Remember a model of the hub by its name; return its reference."""
        ref, store = f"hub:{name}", self._session.store
        self._session.ops.write(
            lambda: store.models.put(ref, kind="torch"), self._on_added, changed=("model",)
        )
        return ref

    def refresh(self) -> None:
        """Read the list again, beside the window."""
        if self._is_reading:
            self._is_stale = True
            return
        self._is_reading, self._is_stale = True, False
        store = self._session.store
        self._session.ops.read(lambda: read_facts(store), self._on_read, fail=self._on_failed)

    def _on_read(self, facts: list[_Facts]) -> None:
        self._is_reading = False
        is_first, self.is_loaded = not self.is_loaded, True
        if facts != self._facts or is_first:
            self._facts = facts
            self.changed.emit()
        if self._is_stale:
            self.refresh()

    def _on_failed(self, error: Exception) -> None:
        del error  # the list as it is will do; the next change reads it again
        self._is_reading = False

    def _on_added(self, row: int) -> None:
        del row
        self._session.models_changed.emit()

    def _on_tables(self, tables: frozenset[str]) -> None:
        if tables & {"run", "model", "adapter"}:
            self.refresh()

    # --- words ---

    def _entry(self, facts: _Facts) -> ModelEntry:
        if facts.kind == "adapter":
            title = self._adapter_title(facts.base, local_time(facts.created), facts.step)
        else:
            title = self._base_title(facts.base)
        return ModelEntry(
            ref=facts.ref,
            title=title,
            detail=self._detail(facts),
            kind=facts.kind,
            exists=facts.exists,
            base=facts.base,
        )

    def _base_title(self, ref: str) -> str:
        kind = kind_of(ref)
        if kind == "starter":
            return self.tr("Starter")
        if kind == "fake":
            return self.tr("Pretend model")
        if kind == "folder":
            return Path(ref).name or ref
        if kind == "gguf":
            return Path(ref).stem
        return ref.partition(":")[2]

    def _adapter_title(self, base: str, run: str, step: int | None) -> str:
        words = [self._base_title(base), run, "" if step is None else str(step)]
        if step is None:
            return filled(self.tr("%1 + training %2"), words)
        return filled(self.tr("%1 + training %2, step %3"), words)

    def _detail(self, facts: _Facts) -> str:
        if facts.accuracy is not None:
            share = f"{facts.accuracy:.0%}".removesuffix("%")
            held_out, best = self.tr("held-out %1 %"), self.tr("held-out %1 %, best")
            return filled(best if facts.is_best else held_out, [share])
        details = {
            "starter": self.tr("built in"),
            "folder": facts.ref,
            "gguf": facts.ref,
            "hub": self.tr("from the hub"),
            "endpoint": self.tr("endpoint"),
            "fake": self.tr("for trying things out"),
        }
        return details.get(facts.kind, "")


def model_list(session: Session) -> ModelList:
    """Return the list of a session, made on the first call."""
    if PART not in session.parts:
        session.parts[PART] = ModelList(session)
    found = session.parts[PART]
    assert isinstance(found, ModelList)  # noqa: S101 - nobody else uses the name
    return found


def kind_of(ref: str) -> str:
    """Return the kind of a model reference without an adapter."""
    head, colon, _ = ref.partition(":")
    if ref in (STARTER, "fake"):
        return ref
    if colon and head in ("hub", "endpoint", "fake"):
        return head
    return "gguf" if ref.lower().endswith(".gguf") else "folder"


def read_facts(store: Store) -> list[_Facts]:
    """Return what is known of every model and adapter; reads the database and looks at files.

    What lies in the model folders of the data folder is there without having been added. A removed
    model takes its adapters along.
    """
    adapters, removed = _adapters(store), store.models.removed()
    refs = dict.fromkeys([STARTER, *(model.ref for model in store.models.all())])
    refs |= dict.fromkeys(models_in(store.data))
    refs |= dict.fromkeys(facts.base for facts in adapters)
    found: list[_Facts] = []
    for ref in (each for each in refs if each not in removed):
        kind = kind_of(ref)
        found.append(_Facts(ref=ref, kind=kind, exists=_is_there(ref, kind), base=ref))
        found += [facts for facts in adapters if facts.base == ref]
    return found


def _adapters(store: Store) -> list[_Facts]:
    """Return the adapters, newest run first and last step first."""
    runs = {run.id: run for run in store.runs.newest(role="train", limit=MOST_RUNS)}
    by_run: dict[str, list[Adapter]] = {}
    for adapter in store.adapters.all():
        if adapter.run in runs and adapter.model and adapter.step is not None:
            by_run.setdefault(adapter.run or "", []).append(adapter)
    found: list[_Facts] = []
    for run in sorted(by_run, reverse=True):
        told = store.metrics.series(run, ACCURACY)
        accuracy = {step: value for step, value in told if math.isfinite(value)}
        newest_first = sorted(by_run[run], key=lambda each: each.step or 0, reverse=True)
        facts = [_adapter(adapter, runs[run], accuracy) for adapter in newest_first]
        found += _with_best(facts)
    return found


def _adapter(adapter: "Adapter", run: "RunRow", accuracy: Mapping[int, float]) -> _Facts:
    place = run.folder / adapter.path
    return _Facts(
        ref=f"{adapter.model}@{adapter.ref}",
        kind="adapter",
        exists=bool(adapter.path) and (place / MANIFEST).is_file(),
        base=adapter.model,
        created=run.created,
        step=adapter.step,
        accuracy=accuracy.get(adapter.step or 0),
        # A run folder that is away as a whole was not pruned: its adapters are missed.
        is_pruned=run.folder.is_dir() and not (adapter.path and place.is_dir()),
    )


def _with_best(facts: Sequence[_Facts]) -> list[_Facts]:
    """Mark the most accurate of a run's adapters that are there; the later one among equals."""
    measured = [each for each in facts if each.exists and each.accuracy is not None]
    if len(measured) < 2:
        return list(facts)
    best = max(measured, key=lambda each: each.accuracy or 0.0)
    return [replace(each, is_best=each is best) for each in facts]


def _is_there(ref: str, kind: str) -> bool:
    try:
        if kind == "starter":
            return (resources() / STARTER / "config.json").is_file()
        if kind == "folder":
            return Path(ref).expanduser().is_dir()
        if kind == "gguf":
            return Path(ref).expanduser().is_file()
        if kind == "hub":
            return snapshot_of(ref.partition(":")[2]) is not None
    except (OSError, ValueError):  # too long, or a NUL inside
        return False
    return True
