"""Writing what is listed to a file, in the formats that other tools read."""

from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from o1desk.gui.session import Session
from o1desk.store.export import FORMATS, Exported, export
from o1desk.store.filters import SampleFilter

SUFFIX = ".jsonl"


class Exporting(QObject):
    """Asks for a file and a format, and writes the samples of a filter."""

    def __init__(self, session: Session, parent: QWidget, chosen: SampleFilter, stem: str) -> None:
        """Ask where to; a click on Save writes."""
        super().__init__(parent)
        self._session, self._chosen = session, chosen
        self._dialog = QFileDialog(parent, self.tr("Export samples"))
        self._dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self._dialog.setDefaultSuffix(SUFFIX[1:])
        self._forms = {
            f"{form.title} (*{SUFFIX})": name
            for (what, name), form in FORMATS.items()
            if what == "samples"
        }
        self._dialog.setNameFilters(list(self._forms))
        self._dialog.selectFile(stem + SUFFIX)
        self._dialog.fileSelected.connect(self._on_file)
        self._dialog.finished.connect(self._dialog.deleteLater)
        self._dialog.open()

    def write(self, path: Path, form: str) -> None:
        """Write the samples to a file in a format."""
        store, chosen = self._session.store, self._chosen
        self._session.ops.read(
            lambda: export(store, "samples", form, path, chosen), self._on_written, owner=self
        )

    def _on_file(self, name: str) -> None:
        self.write(Path(name), self._forms[self._dialog.selectedNameFilter()])

    def _on_written(self, done: Exported) -> None:
        left = self.tr(", %n left out", "", done.left_out) if done.left_out else ""
        text = self.tr("%n row(s) written to {name}", "", done.rows).format(name=done.path.name)

        def show() -> None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(done.path.parent)))

        self._session.toast(text + left, tone="good", action=self.tr("Open folder"), run=show)
