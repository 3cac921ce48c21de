"""Models and adapters that samples, runs and messages refer to."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from o1desk.store import refs, removal
from o1desk.store.access import Access
from o1desk.store.gate import name_text, pack_json, unpack_json


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """One model.

    Attributes:
        id: Its row.
        ref: What people type: "starter", a folder, a file.
        kind: "torch", "gguf", "endpoint"; empty when only its name is known.
        path: Where its files lie.
        sha256: Hash of its weights; an adapter belongs to exactly these.
        details: What else is known, JSON values.
    """

    id: int
    ref: str
    kind: str
    path: str
    sha256: str
    details: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Adapter:
    """One adapter.

    Attributes:
        id: Its row.
        ref: "RUN:STEP".
        run: Run that made it; None when that run is not known here.
        step: Step it was saved at.
        model: Reference of its base model; empty when not known.
        path: Its folder, relative to the run folder.
    """

    id: int
    ref: str
    run: str | None
    step: int | None
    model: str
    path: str


class Models:
    """Models by reference."""

    def __init__(self, access: Access) -> None:
        """Keep the way to the database."""
        self._access = access

    def put(
        self,
        ref: str,
        *,
        kind: str = "",
        path: str = "",
        sha256: str = "",
        details: Mapping[str, Any] | None = None,
    ) -> int:
        """Store what is known of a model; return its id. Empty values change nothing.

        One that was removed is there again.
        """

        def work(connection: sqlite3.Connection) -> int:
            row_id = refs.model_id(connection, ref)
            connection.execute(
                "UPDATE model SET kind = coalesce(nullif(?, ''), kind), "
                "path = coalesce(nullif(?, ''), path), "
                "sha256 = coalesce(nullif(?, ''), sha256), "
                "details = coalesce(?, details), removed = NULL WHERE id = ?",
                (
                    name_text(kind),
                    name_text(path),
                    sha256,
                    None if details is None else pack_json(details),
                    row_id,
                ),
            )
            return row_id or 0

        return self._access.write(work, doing="store the model")

    def all(self) -> list[Model]:
        """Return every model by reference."""
        rows = self._access.rows(
            "SELECT id, ref, kind, path, sha256, details FROM model WHERE removed IS NULL "
            "ORDER BY ref"
        )
        names = Model.__dataclass_fields__
        return [
            Model(**dict(zip(names, (*row[:5], unpack_json(row[5])), strict=True))) for row in rows
        ]

    def removed(self) -> set[str]:
        """Return the references of removed models."""
        rows = self._access.rows("SELECT ref FROM model WHERE removed IS NOT NULL")
        return {row[0] for row in rows}

    def find(self, ref: str) -> Model | None:
        """Return the model with a reference; None if there is none, or it was removed."""
        return next((model for model in self.all() if model.ref == ref), None)

    def remove(self, ref: str) -> None:
        """Hide a model; its files, and what was written with it, stay.

        Raises:
            UnknownNameError: If there is no such model.
        """
        _hide(self._access, "model", ref)

    def restore(self, ref: str) -> None:
        """Take a removed model back.

        Raises:
            UnknownNameError: If there is no such model.
        """
        _show(self._access, "model", ref)


class Adapters:
    """Adapters by run and step."""

    def __init__(self, access: Access) -> None:
        """Keep the way to the database."""
        self._access = access

    def all(self, *, run: str = "") -> list[Adapter]:
        """Return the adapters of one run, or of all, newest run first."""
        where, values = ("AND a.run_id = ?", (run,)) if run else ("", ())
        rows = self._access.rows(
            "SELECT a.id, a.ref, a.run_id, a.step, coalesce(m.ref, ''), a.path FROM adapter a "  # noqa: S608
            f"LEFT JOIN model m ON m.id = a.model_id WHERE a.removed IS NULL {where} "
            "ORDER BY a.run_id DESC, a.step",
            values,
        )
        names = Adapter.__dataclass_fields__
        return [Adapter(**dict(zip(names, row, strict=True))) for row in rows]

    def remove(self, ref: str) -> None:
        """Hide an adapter; its files, and what was written with it, stay.

        Raises:
            UnknownNameError: If there is no such adapter.
        """
        _hide(self._access, "adapter", ref)

    def restore(self, ref: str) -> None:
        """Take a removed adapter back.

        Raises:
            UnknownNameError: If there is no such adapter.
        """
        _show(self._access, "adapter", ref)


def _hide(access: Access, table: str, ref: str) -> None:
    access.write(
        lambda connection: removal.hide(connection, table, ref),
        doing=f"remove the {table}",
        durable=True,
    )


def _show(access: Access, table: str, ref: str) -> None:
    access.write(
        lambda connection: removal.show(connection, table, ref),
        doing=f"restore the {table}",
        durable=True,
    )
