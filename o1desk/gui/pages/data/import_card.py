"""An import at work: how much is read, and Cancel."""

from PySide6.QtWidgets import QHBoxLayout, QProgressBar

from o1desk.gui.pages.data.importing import Importing, Told
from o1desk.gui.theme import Theme
from o1desk.gui.widgets.cards import Card
from o1desk.gui.widgets.labels import button, label

PER_CENT = 100


class ImportCard(Card):
    """Follows one import; goes away when it is done."""

    def __init__(self, theme: Theme, name: str, importing: Importing) -> None:
        """Show the beginning."""
        super().__init__(theme, self.tr("Importing {name}").format(name=name))
        self._importing = importing
        self._bar = QProgressBar()
        self._bar.setRange(0, PER_CENT)
        self._bar.setAccessibleName(self.tr("Progress of the import"))
        self.body.addWidget(self._bar)
        self._words = label("", is_wrapped=True)
        self._words.hide()
        self.body.addWidget(self._words)
        line = QHBoxLayout()
        self._cancel = button(self.tr("Cancel"), self._on_cancel)
        line.addWidget(self._cancel)
        line.addStretch(1)
        self.body.addLayout(line)
        importing.progressed.connect(self._on_progress)
        importing.finished.connect(self._leave)
        importing.failed.connect(self._on_failed)

    def _on_progress(self, told: Told) -> None:
        self._bar.setValue(PER_CENT * told.done // max(told.total, 1))

    def _on_cancel(self) -> None:
        self._cancel.setText(self.tr("Cancelling\u2026"))
        self._cancel.setEnabled(False)
        self._importing.cancel()

    def _on_failed(self, sentence: str) -> None:
        self.set_kind("bad")
        self._bar.hide()
        self._words.setText(sentence)
        self._words.show()
        self._cancel.setText(self.tr("Dismiss"))
        self._cancel.setEnabled(True)
        self._cancel.clicked.disconnect()
        self._cancel.clicked.connect(self._leave)

    def _leave(self) -> None:
        self.hide()
        self.deleteLater()
