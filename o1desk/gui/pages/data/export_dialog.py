"""Asks what is exported, in which format, and where to."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QVBoxLayout,
    QWidget,
)

from o1desk.gui.pages.data.exporting import (
    SUFFIX,
    WHAT,
    ExportOrder,
    count_of,
    format_about,
    format_title,
)
from o1desk.gui.session import Session
from o1desk.gui.widgets.labels import label
from o1desk.store.export import formats_of
from o1desk.store.filters import SampleFilter

WIDTH_PX = 480


class ExportDialog(QDialog):
    """What, format, and then the file.

    Signals:
        start_asked: Write a file (ExportOrder).
    """

    start_asked = Signal(object)

    def __init__(self, session: Session, parent: QWidget, chosen: SampleFilter, stem: str) -> None:
        """Offer what there is.

        Args:
            session: Whose data.
            parent: Owner.
            chosen: Which samples.
            stem: Suggested name of the file, without its suffix.
        """
        super().__init__(parent)
        self._session, self._chosen, self._stem = session, chosen, stem
        theme = session.theme
        self.setWindowTitle(self.tr("Export"))
        self.setMinimumWidth(theme.px(WIDTH_PX))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(16),) * 4)
        layout.setSpacing(theme.px(8))
        self._what, self._form = QComboBox(), QComboBox()
        for key, words in WHAT.items():
            self._what.addItem(QCoreApplication.translate("data", words), key)
        self._count, self._about = label("", "small"), label("", "muted", is_wrapped=True)
        self._about.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        for title, box, more in (
            (self.tr("What"), self._what, self._count),
            (self.tr("Format"), self._form, self._about),
        ):
            box.setAccessibleName(title)
            layout.addWidget(label(title))
            layout.addWidget(box)
            layout.addWidget(more)
            layout.addSpacing(theme.px(8))
        layout.addStretch(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._start = buttons.addButton(
            self.tr("Choose the file\u2026"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._start.setProperty("kind", "primary")
        self._start.setDefault(True)
        buttons.accepted.connect(self.ask_file)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self._what.currentIndexChanged.connect(self._on_what)
        self._form.currentIndexChanged.connect(self._on_form)
        self._on_what()

    @property
    def what(self) -> str:
        """What is exported: samples, problems or labels."""
        return str(self._what.currentData())

    def choose(self, what: str, form: str) -> None:
        """Choose what and in which format."""
        self._what.setCurrentIndex(self._what.findData(what))
        self._form.setCurrentIndex(self._form.findData(form))

    def ask_file(self) -> None:
        """Ask where to write."""
        dialog = QFileDialog(self, self.tr("Export"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX[1:])
        dialog.setNameFilter(f"JSON lines (*{SUFFIX})")
        dialog.selectFile(self._stem + SUFFIX)
        dialog.fileSelected.connect(self.write)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write(self, name: str) -> None:
        """Write to a file."""
        form = str(self._form.currentData())
        path = Path(name)
        order = ExportOrder(what=self.what, form=form, path=path, chosen=self._chosen)
        self.start_asked.emit(order)
        self.accept()

    def _on_what(self) -> None:
        self._form.clear()
        for form in formats_of(self.what):
            self._form.addItem(format_title(self.what, form), form)
        self._count.setText("\u2026")
        self._session.ops.read(_counted(self._session, self.what, self._chosen), self._on_counted)

    def _on_counted(self, found: tuple[str, int]) -> None:
        what, count = found
        if what == self.what:
            rows = self.tr("{n} rows").format(n=QLocale().toString(count))
            self._count.setText(rows if count else self.tr("There is nothing to export"))
            self._start.setEnabled(bool(count))

    def _on_form(self) -> None:
        form = self._form.currentData()
        self._about.setText(format_about(self.what, str(form)) if form else "")


def _counted(session: Session, what: str, chosen: SampleFilter) -> Callable[[], tuple[str, int]]:
    store = session.store
    return lambda: (what, count_of(store, what, chosen))
