"""Importing files: a look at what is in one, then the import with progress and Cancel."""

import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from o1desk.core.errors import Cancelled
from o1desk.core.types import Problem, Verdict
from o1desk.gui.session import Session
from o1desk.gui.widgets.labels import label
from o1desk.gui.widgets.plain import PlainText
from o1desk.store.imports.importer import ImportOptions, dataset_name, import_file
from o1desk.store.imports.result import Imported

HEAD_BYTES = 4000
SUFFIXES = (".jsonl", ".json", ".ndjson")
SIZE_PX = (560, 420)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Progress of an import: bytes read and their total."""

    done: int
    total: int


class Importing(QObject):
    """One file on its way into the store.

    Signals:
        progressed: Bytes read and their total (Told).
        finished: What became of it (Imported).
        failed: Why nothing was stored (str).
    """

    progressed = Signal(object)
    finished = Signal(object)
    failed = Signal(str)

    def __init__(self, session: Session, path: Path, name: str) -> None:
        """Begin to import; earlier writes are finished first."""
        super().__init__(session)
        self._stop = threading.Event()
        options = ImportOptions(name=name, check=_judge, progress=self._tell)
        store = session.store
        session.ops.write(
            lambda: import_file(store, path, options),
            self.finished.emit,
            changed=("sample", "problem", "dataset"),
            fail=self._on_failed,
            owner=self,
        )

    def cancel(self) -> None:
        """Stop; nothing is stored."""
        self._stop.set()

    def _tell(self, done: int, total: int) -> None:
        if self._stop.is_set():
            raise Cancelled("The import was cancelled; nothing was stored")
        self.progressed.emit(Told(done=done, total=total))

    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(str(error))


class ImportDialog(QDialog):
    """Shows the beginning of a file and asks for the name of its dataset.

    Signals:
        start_asked: Import the file (Path, str).
    """

    start_asked = Signal(object, str)

    def __init__(self, session: Session, parent: QWidget, path: Path) -> None:
        """Show a file."""
        super().__init__(parent)
        theme = session.theme
        self._path = path
        self.setWindowTitle(self.tr("Import {name}").format(name=path.name))
        self.resize(theme.px(SIZE_PX[0]), theme.px(SIZE_PX[1]))
        layout = QVBoxLayout(self)
        layout.addWidget(
            label(
                self.tr(
                    "One JSON object on each line: questions and answers, chats, or samples that "
                    "O1 Desk exported. Bad lines are counted with their numbers; the rest is kept."
                ),
                "muted",
                is_wrapped=True,
            )
        )
        self._head = PlainText(theme)
        self._head.set_mono(True)
        self._head.setAccessibleName(self.tr("Beginning of the file"))
        layout.addWidget(self._head, 1)
        layout.addWidget(label(self.tr("Name of the dataset")))
        self._name = QLineEdit(_suggested(path))
        self._name.setAccessibleName(self.tr("Name of the dataset"))
        layout.addWidget(self._name)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        start = buttons.addButton(self.tr("Import"), QDialogButtonBox.ButtonRole.AcceptRole)
        start.setProperty("kind", "primary")
        buttons.accepted.connect(self._on_start)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        session.ops.read(_head_of(path), self._head.set_text, owner=self)

    def _on_start(self) -> None:
        self.start_asked.emit(self._path, self._name.text().strip())
        self.accept()


def rejected_text(found: Imported) -> str:
    """Return the rows that could not be used, by reason with line numbers; empty for none."""
    counts = Counter({reason: each.count for reason, each in found.rejects.items()})
    return "; ".join(
        f"{count} \u00d7 {reason} ({', '.join(map(str, found.rejects[reason].lines[:5]))})"
        for reason, count in counts.most_common(5)
    )


def _head_of(path: Path) -> Callable[[], str]:
    def look() -> str:
        with path.open("rb") as file:
            return file.read(HEAD_BYTES).decode("utf-8", "replace")

    return look


def _suggested(path: Path) -> str:
    try:
        return dataset_name(path.stem)
    except ValueError:
        return "imported"


def _judge(problem: Problem, answer: str) -> Verdict:
    from o1desk.rewards.judge import judge

    return judge(problem.answer, answer, problem.answer_kind)
