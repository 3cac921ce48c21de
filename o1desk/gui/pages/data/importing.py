"""Importing a file: rows are read and checked, and stored all at once."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale
from typing_extensions import override

from o1desk.core.types import Problem, Verdict
from o1desk.gui.error_words import phrase_in_words
from o1desk.gui.pages.data.file_work import FileWork, Report
from o1desk.gui.session import Session
from o1desk.gui.shown import one_line
from o1desk.store.datasets import Dataset
from o1desk.store.imports.importer import ImportOptions, import_file
from o1desk.store.imports.result import Imported, Rejects

SUFFIXES = (".jsonl", ".json", ".ndjson")
TABLES = frozenset({"sample", "problem", "dataset", "label"})
LINES_NAMED = 8
DETAIL_CHARACTERS = 200
translate = QCoreApplication.translate


class Importing(FileWork):
    """One file on its way into the store.

    Attributes:
        dataset: The dataset it became; None when no row could be used.
    """

    def __init__(self, session: Session, path: Path, name: str) -> None:
        """Prepare an import; an empty name takes that of the file."""
        title = translate("data", "Importing {name}").replace("{name}", path.name)
        super().__init__(session, title)
        self.path, self.name = path, name
        self.dataset: Dataset | None = None

    @override
    def stopped_text(self) -> str:
        return translate("data", "The import was cancelled; nothing was stored")

    @override
    def outcome_text(self) -> str:
        return imported_text(self.result, self.dataset)

    @override
    def reasons(self) -> list[str]:
        return reject_texts(self.result)

    @override
    def way_on(self) -> tuple[str, Callable[[], None]] | None:
        return None if self.dataset is None else (translate("data", "Show"), self._show)

    def _show(self) -> None:
        if self.dataset is not None:
            self.session.open("data", dataset=self.dataset.name)

    @override
    def work(self, report: Report) -> Imported:
        store = self.session.store
        options = ImportOptions(name=self.name, check=_judge, progress=report)
        found = import_file(store, self.path, options)
        if found.parsed:
            self.dataset = store.datasets.get(found.dataset)
        return found

    @override
    def _on_done(self, result: Imported) -> None:
        self.session.tables_changed.emit(TABLES)
        super()._on_done(result)


def imported_text(found: Imported, dataset: Dataset | None) -> str:
    """Return what became of a file, in one or two sentences."""
    number = QLocale().toString
    if dataset is None:
        return translate("data", "No row could be used; nothing was stored")
    rows = translate(
        "data", "{parsed} of {rows} rows are in the dataset {name}, {new} of them new."
    )
    for name, value in (
        ("parsed", number(found.parsed)),
        ("rows", number(found.generated)),
        ("new", number(found.new)),
        ("name", one_line(dataset.name)),
    ):
        rows = rows.replace("{" + name + "}", value)
    if dataset.samples:
        return rows
    hint = translate(
        "data", "They are problems to solve: generate samples for them, or train on them."
    )
    return f"{rows} {hint}"


def reject_texts(found: Imported) -> list[str]:
    """Return a line for each reason why rows could not be used, with their numbers."""
    ordered = sorted(found.rejects.items(), key=lambda pair: -pair[1].count)
    return [_reject_text(reason, rejects) for reason, rejects in ordered]


def _reject_text(reason: str, rejects: Rejects) -> str:
    named = ", ".join(map(str, rejects.lines[:LINES_NAMED]))
    if rejects.count > LINES_NAMED:
        named += ", \u2026"
    one, many = translate("data", "line {lines}"), translate("data", "lines {lines}")
    where = (one if rejects.count == 1 else many).replace("{lines}", named)
    told = phrase_in_words(rejects.detail if rejects.count == 1 else reason)
    count = QLocale().toString(rejects.count)
    return f"{count} \u00d7 {one_line(told, DETAIL_CHARACTERS)} ({where})"


def _judge(problem: Problem, answer: str) -> Verdict:
    from o1desk.rewards.judge import judge

    return judge(problem.answer, answer, problem.answer_kind)
