"""A line for a folder, with a way to look for it."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from o1desk.core.words import filled
from o1desk.gui.theme import Theme
from o1desk.gui.widgets.labels import icon_button


class FolderEdit(QWidget):
    """The path of a folder; empty for the usual place.

    Signals:
        committed: A person finished giving a path (str).
    """

    committed = Signal(str)

    def __init__(self, theme: Theme) -> None:
        """Start empty."""
        super().__init__()
        self.line = QLineEdit()
        self.line.editingFinished.connect(self._commit)
        self.line.setPlaceholderText(self.tr("The usual place"))
        self._browse = icon_button(theme, "folder", self.tr("Choose a folder"), self._ask)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(4))
        layout.addWidget(self.line, 1)
        layout.addWidget(self._browse)
        self.setFocusProxy(self.line)

    def set_text(self, text: str) -> None:
        """Show a path."""
        self.line.setText(text)

    def _commit(self) -> None:
        self.committed.emit(self.line.text().strip())

    def _ask(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose a folder"), self.line.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take(self, name: str) -> None:
        self.set_text(name)
        self._commit()


def folder_trouble(text: str) -> str:
    """Return why a path cannot be a folder of data; empty when it can."""
    translate = QCoreApplication.translate
    if not text:
        return ""
    if "\0" in text:
        return translate("settings", "The path holds a character that no folder may have")
    path, template = Path(text).expanduser(), ""
    if not path.is_absolute():
        template = translate("settings", "%1 is no whole path; begin it at the root")
    elif path.exists() and not path.is_dir():
        template = translate("settings", "%1 is a file, not a folder")
    elif not path.parent.is_dir():
        template = translate("settings", "There is no folder to make %1 in")
    return filled(template, [text])
