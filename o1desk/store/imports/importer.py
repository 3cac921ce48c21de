"""Import a file: read and check every row first, then store all of them in one transaction.

Reading and checking may take long; it happens outside the transaction, into a nameless file that
the system removes by itself. What is stored is all of the good rows or, if wanted, none.
"""

import dataclasses
import json
import re
import sqlite3
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from o1desk.core.errors import InputError
from o1desk.core.files import line_of
from o1desk.core.types import Judgement, Problem, Sample, Verdict
from o1desk.store import native, problem_rows, sample_rows
from o1desk.store.connect import explained
from o1desk.store.dataset_rows import add_members, put_dataset, set_aside
from o1desk.store.facade import Store
from o1desk.store.files import part_of, publish
from o1desk.store.imports import environment_file
from o1desk.store.imports.label_rows import put_label
from o1desk.store.imports.lines import Line, RowError, read_rows
from o1desk.store.imports.result import Imported
from o1desk.store.imports.shapes import Context, shape
from o1desk.store.removal import show_samples

Check = Callable[[Problem, str], Verdict]


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportOptions:
    """How a file is imported.

    Attributes:
        name: Name of the dataset; empty takes the file's.
        strict: Whether one bad row refuses the whole file.
        check: Judges an answer to a problem; None checks nothing.
        progress: Told the bytes read and their total at every row, from any thread; may raise
            `Cancelled`; must not use the store.
    """

    name: str = ""
    strict: bool = False
    check: Check | None = None
    progress: Callable[[int, int], None] | None = None


def import_file(store: Store, path: Path, options: ImportOptions | None = None) -> Imported:
    """Import JSONL or JSON: our own dump, questions and answers, or conversations.

    Args:
        store: The store, open for writing.
        path: The file.
        options: Name, strictness, checker, progress.

    Raises:
        InputError: If the file cannot be read or is empty, or a row is bad and `strict` is set;
            nothing was stored.
        NoSpaceError: If the disk is full; nothing was stored.
        Cancelled: If `progress` raised it; nothing was stored.
    """
    options = options or ImportOptions()
    name = dataset_name(options.name or path.stem)
    imported = Imported(dataset=name)
    with (
        explained(store.data, f"import {path.name}"),
        tempfile.TemporaryFile("w+", dir=store.data, encoding="ascii", newline="\n") as staged,
    ):
        _stage(path, options, imported, staged)
        _check_strict(path, options, imported)
        if imported.parsed:
            _store(store, path, options, imported, staged)
    return imported


def dataset_name(text: str) -> str:
    """Return a text as the name of a dataset: letters, digits, dots, dashes and underscores.

    Raises:
        InputError: If nothing of it is left.
    """
    name = re.sub(r"[^\w.-]+", "-", text.encode("utf-8", "replace").decode("utf-8")).strip("-.")
    if not name:
        raise InputError(f"'{text}' is no name for a dataset; nothing was imported; give another")
    return name[:100]


def _stage(path: Path, options: ImportOptions, imported: Imported, staged: IO[str]) -> None:
    """Read, shape and check every row into the nameless file."""
    context = Context(
        environment=environment_file.PREFIX + imported.dataset,
        source=path.name.encode("utf-8", "replace").decode("utf-8"),
    )
    imported.bytes = path.stat().st_size if path.exists() else 0
    for line in read_rows(path):
        imported.generated += 1
        _tell(options, imported, line.end)
        try:
            found = _meaning(line, context)
            checked, is_right = _checked(found, options.check)
            staged.write(line_of([line.number, _out(checked)]) + "\n")
        except RowError as error:
            imported.reject(line.number, error)
            continue
        imported.parsed += 1
        imported.verified += is_right


def _tell(options: ImportOptions, imported: Imported, done: int) -> None:
    if options.progress is not None:
        options.progress(done, imported.bytes)


def _meaning(line: Line, context: Context) -> Problem | Sample | native.LabelOf:
    if line.error is not None:
        raise line.error
    try:
        if native.is_native(line.value):
            return native.read(line.value)
        return shape(line.value, context)
    except RowError:
        raise
    except RecursionError as error:
        raise RowError("nested too deeply") from error
    except ValueError as error:
        raise RowError("a damaged row of O1 Desk", str(error)) from error


def _checked(
    found: Problem | Sample | native.LabelOf, check: Check | None
) -> tuple[Problem | Sample | native.LabelOf, bool]:
    """Let the checker judge; a sample gets its verdict, a problem must pass with its own answer."""
    if check is None or isinstance(found, native.LabelOf):
        return found, False
    if isinstance(found, Sample):
        verdict = found.verdict or check(found.problem, found.trace.answer)
        return dataclasses.replace(found, verdict=verdict), verdict.is_correct
    verdict = check(found, found.answer)
    if verdict.judgement in (Judgement.INCORRECT, Judgement.GOLD_BAD):
        raise RowError("the reference answer fails its own check", verdict.detail)
    return found, verdict.is_correct


def _out(found: Problem | Sample | native.LabelOf) -> dict[str, Any]:
    try:
        if isinstance(found, Problem):
            return native.problem_out(found)
        return native.sample_out(found) if isinstance(found, Sample) else native.label_out(found)
    except RecursionError as error:
        raise RowError("nested too deeply") from error


def _check_strict(path: Path, options: ImportOptions, imported: Imported) -> None:
    if not imported.generated:
        raise InputError(f"{path.name} holds no rows; nothing was imported")
    if options.strict and imported.rejects:
        first = min(imported.rejects.values(), key=lambda found: found.lines[0])
        count = sum(found.count for found in imported.rejects.values())
        raise InputError(
            f"{path.name}, line {first.lines[0]}: {first.detail}; {count} of "
            f"{imported.generated} rows are bad; nothing was imported"
        )


def _store(
    store: Store, path: Path, options: ImportOptions, imported: Imported, staged: IO[str]
) -> None:
    target = environment_file.file_of(store.data, imported.dataset)
    has_file = False

    def work(connection: sqlite3.Connection) -> Imported:
        nonlocal has_file
        result = dataclasses.replace(imported, rejects=dict(imported.rejects))
        members = _put_rows(connection, store, result, staged, options)
        _put_members(connection, path, imported.dataset, members)
        has_file = bool(
            environment_file.prepare(connection, store.access.blobs, store.data, imported.dataset)
        )
        return result

    try:
        result = store.access.write(work, doing=f"import {path.name}")
        if has_file:
            publish(target)
    except sqlite3.IntegrityError as error:
        raise InputError(
            f"The dataset '{imported.dataset}' was used by a run and can no longer change; nothing "
            "was imported; give the import another name"
        ) from error
    finally:
        part_of(target).unlink(missing_ok=True)
    for name in ("parsed", "new", "kept", "rejects"):
        setattr(imported, name, getattr(result, name))


def _put_rows(
    connection: sqlite3.Connection,
    store: Store,
    imported: Imported,
    staged: IO[str],
    options: ImportOptions,
) -> tuple[list[int], list[int]]:
    """Store the staged rows; return the samples and problems among them, in order."""
    samples: list[int] = []
    problems: list[int] = []
    blobs = store.access.blobs
    staged.seek(0)
    for line in staged:
        number, row = json.loads(line)
        found = native.read(row)
        _tell(options, imported, imported.bytes)  # all was read; it may still be cancelled
        try:
            if isinstance(found, Sample):
                put = sample_rows.put_sample(connection, blobs, found)
                samples.append(put.id)
                is_new = put.is_new
            elif isinstance(found, Problem):
                row_id, is_new = problem_rows.put_problem(connection, blobs, found)
                problems.append(row_id)
            else:
                is_new = put_label(connection, found)
        except RowError as error:
            imported.reject(number, error)
            imported.parsed -= 1
            continue
        imported.new += is_new
        imported.kept += is_new
    show_samples(connection, samples)
    return samples, problems


def _put_members(
    connection: sqlite3.Connection, path: Path, name: str, members: tuple[list[int], list[int]]
) -> None:
    samples, problems = members
    if not samples and not problems:
        return
    file = f"{environment_file.FOLDER}/{name}.jsonl"
    set_aside(connection, name)
    dataset = put_dataset(connection, name, source=path.name, file=file)
    add_members(connection, dataset, samples=samples, problems=problems)
