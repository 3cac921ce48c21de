"""A look at the beginning of a file, and the name of the dataset that it becomes."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from o1desk.core.errors import InputError
from o1desk.gui.error_words import phrase_in_words
from o1desk.gui.session import Session
from o1desk.gui.shown import one_line
from o1desk.gui.widgets.dialogs import size_dialog
from o1desk.gui.widgets.labels import label
from o1desk.gui.widgets.plain import PlainText
from o1desk.store.imports.importer import dataset_name

HEAD_BYTES = 4000
SIZE_PX = (600, 460)
TITLE_CHARACTERS = 60


class ImportDialog(QDialog):
    """Shows the beginning of a file and asks for the name of its dataset.

    Signals:
        start_asked: Import the file under a name (Path, str).
    """

    start_asked = Signal(object, str)

    def __init__(self, session: Session, parent: QWidget, path: Path) -> None:
        """Show a file."""
        super().__init__(parent)
        theme = session.theme
        self._path = path
        short = one_line(path.name, TITLE_CHARACTERS)
        self.setWindowTitle(self.tr("Import {name}").format(name=short))
        size_dialog(self, theme, *SIZE_PX)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(16),) * 4)
        layout.setSpacing(theme.px(8))
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
        self._about = label("", "small")
        layout.addWidget(self._about)
        self._head = PlainText(theme, max_lines=None, is_mono=True, is_framed=True)
        self._head.setAccessibleName(self.tr("Beginning of the file"))
        layout.addWidget(self._head, 1)
        layout.addWidget(label(self.tr("Name of the dataset")))
        self._name = QLineEdit(_suggested(path))
        self._name.setAccessibleName(self.tr("Name of the dataset"))
        layout.addWidget(self._name)
        self._trouble = label("", tone="bad", is_wrapped=True)
        self._trouble.hide()
        layout.addWidget(self._trouble)
        layout.addWidget(self._buttons())
        session.ops.read(_head_of(path), self._show_head, fail=self._on_failed, owner=self)

    def start(self) -> None:
        """Import the file, if its name will do."""
        name = self._name.text().strip()
        try:
            dataset_name(name)
        except InputError:
            self._say(self.tr("Give the dataset a name of letters or digits"))
            return
        self.start_asked.emit(self._path, name)
        self.accept()

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._start = buttons.addButton(self.tr("Import"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._start.setProperty("kind", "primary")
        self._start.setDefault(True)
        buttons.accepted.connect(self.start)
        buttons.rejected.connect(self.reject)
        return buttons

    def _show_head(self, found: tuple[int, str]) -> None:
        size, text = found
        self._head.set_text(text)
        shown = self.tr("{size}; it begins with:")
        self._about.setText(shown.format(size=QLocale().formattedDataSize(size)))

    def _on_failed(self, error: Exception) -> None:
        told = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        reason = phrase_in_words(told)
        self._say(self.tr("The file cannot be read: {reason}").format(reason=reason))
        self._start.setEnabled(False)

    def _say(self, sentence: str) -> None:
        self._trouble.setText(sentence)
        self._trouble.show()


def _head_of(path: Path) -> Callable[[], tuple[int, str]]:
    def look() -> tuple[int, str]:
        with path.open("rb") as file:
            return path.stat().st_size, file.read(HEAD_BYTES).decode("utf-8", "replace")

    return look


def _suggested(path: Path) -> str:
    try:
        return dataset_name(path.stem)
    except InputError:
        return "imported"
