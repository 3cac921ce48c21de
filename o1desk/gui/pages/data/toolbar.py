"""The buttons over the table: more samples, files, and datasets."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from o1desk.gui.icons import icon
from o1desk.gui.session import Session
from o1desk.gui.widgets.flow import FlowLayout
from o1desk.gui.widgets.labels import button, close_to_writing

ICON_PX = 16


class Toolbar(QWidget):
    """Buttons.

    Signals:
        generate_asked: Make more samples.
        write_asked: Write one by hand.
        import_asked: Import a file.
        export_asked: Export what is listed.
        keep_asked: Keep what is listed as a dataset.
    """

    generate_asked = Signal()
    write_asked = Signal()
    import_asked = Signal()
    export_asked = Signal()
    keep_asked = Signal()

    def __init__(self, session: Session) -> None:
        """Build the buttons."""
        super().__init__()
        self._theme = session.theme
        self._is_read_only = bool(session.refusal)
        flow = FlowLayout(self, gap=session.theme.px(8))
        made = [
            self._button(self.tr("Generate"), "Ctrl+G", self.generate_asked.emit, kind="primary"),
            self._button(self.tr("Import"), "Ctrl+O", self.import_asked.emit, sign="import"),
            self._button(self.tr("Write"), "", self.write_asked.emit, sign="edit"),
        ]
        made[-1].setToolTip(self.tr("Write a chain of thought by hand, on the Annotate page"))
        self._export = self._button(
            self.tr("Export"), "Ctrl+E", self.export_asked.emit, sign="export"
        )
        self._keep = self._button(
            self.tr("Keep as dataset"), "Ctrl+D", self.keep_asked.emit, sign="pin"
        )
        close_to_writing(session.refusal, *made, self._keep)
        for widget in (*made, self._export, self._keep):
            flow.addWidget(widget)

    def show_counts(self, listed: int, total: int) -> None:
        """Offer what makes sense for so many samples."""
        self._export.setEnabled(bool(total))
        self._keep.setEnabled(bool(listed) and not self._is_read_only)

    def _button(
        self, text: str, key: str, run: Callable[[], None], *, kind: str = "", sign: str = ""
    ) -> QPushButton:
        made = button(text, run, kind=kind, tip=f"{text} ({key})" if key else text)
        if sign:
            made.setIcon(icon(self._theme, sign, size=ICON_PX))
            made.setIconSize(QSize(self._theme.px(ICON_PX), self._theme.px(ICON_PX)))
        return made
