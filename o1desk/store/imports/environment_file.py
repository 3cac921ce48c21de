"""`datasets/<name>.jsonl`: imported questions and answers, for the environment that asks them.

The file is a copy of what the database knows of "imported/<name>". Workers read it, because they
never open the database; a lost database gets the problems back from it.
"""

import json
import sqlite3
from pathlib import Path

from o1desk.core.errors import InputError
from o1desk.core.files import line_of, read_lines
from o1desk.core.types import Level, Problem
from o1desk.store import problem_rows
from o1desk.store.blobs import BlobFolder
from o1desk.store.dataset_rows import add_members, put_dataset
from o1desk.store.facade import Store
from o1desk.store.files import prepared

FOLDER = "datasets"
PREFIX = "imported/"


def file_of(data: Path, name: str) -> Path:
    """Return where the problems of a dataset lie."""
    return data / FOLDER / f"{name}.jsonl"


def prepare(connection: sqlite3.Connection, blobs: BlobFolder, data: Path, name: str) -> int:
    """Write the file of a dataset beside its place, from the database; return its lines.

    Called inside the transaction that imports, so that file and database tell the same; the caller
    puts it in place once that is committed.
    """
    target = file_of(data, name)
    target.parent.mkdir(exist_ok=True)
    sql = f"SELECT {problem_rows.COLUMNS} FROM problem WHERE environment = ? ORDER BY id"  # noqa: S608
    count = 0
    with prepared(target) as file:
        for row in connection.execute(sql, (PREFIX + name,)):
            problem = problem_rows.problem_of(connection, blobs, row)
            file.write(line_of(_line(problem)) + "\n")
            count += 1
    return count


def _line(problem: Problem) -> dict[str, str]:
    return {
        "prompt": problem.prompt,
        "answer": problem.answer,
        "answer_kind": problem.answer_kind,
        "identity": problem.identity,
        "level": problem.level,
    }


def read_back(store: Store) -> int:
    """Store the problems of every dataset file that the database lacks; return how many.

    Raises:
        InputError: If a file is not what this program wrote.
    """
    return sum(_read_file(store, path) for path in sorted((store.data / FOLDER).glob("*.jsonl")))


def _read_file(store: Store, path: Path) -> int:
    name, blobs = path.stem, store.access.blobs

    def work(connection: sqlite3.Connection) -> int:
        rows = [
            problem_rows.put_problem(connection, blobs, _problem(name, line))
            for line in read_lines(path)
        ]
        dataset = put_dataset(connection, name, file=f"{FOLDER}/{path.name}")
        add_members(connection, dataset, problems=[row for row, is_new in rows if is_new])
        return sum(is_new for _, is_new in rows)

    try:
        return store.access.write(work, doing="store imported problems")
    except (json.JSONDecodeError, KeyError, TypeError, AttributeError) as error:
        raise InputError(
            f"{path} cannot be read ({error}); nothing of it was stored; import its source again"
        ) from error


def _problem(name: str, line: dict[str, str]) -> Problem:
    return Problem(
        environment=PREFIX + name,
        level=line.get("level", Level.MEDIUM.value),
        prompt=line["prompt"],
        answer=line["answer"],
        answer_kind=line.get("answer_kind", "text"),
        source=f"{name}.jsonl",
        identity=line.get("identity", ""),
    )
