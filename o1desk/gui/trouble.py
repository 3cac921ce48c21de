"""What the window shows when the data folder cannot be opened: what happened, and the ways on."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from o1desk.gui.theme import Theme
from o1desk.gui.widgets.cards import Card
from o1desk.gui.widgets.labels import button, label

WIDTH_PX = 560


class TroublePage(QWidget):
    """One card with a sentence and buttons.

    Signals:
        retried: Try to open the folder again.
        read_only_chosen: Open it without the power to change it.
        restore_chosen: Put a backup in place (Path).
        empty_chosen: Start with an empty database; the damaged one stays aside.
        folder_chosen: Use another data folder (str).
    """

    retried = Signal()
    read_only_chosen = Signal()
    restore_chosen = Signal(object)
    empty_chosen = Signal()
    folder_chosen = Signal(str)

    def __init__(
        self, theme: Theme, sentence: str, *, is_damaged: bool, backup: Path | None
    ) -> None:
        """Offer the ways that make sense for this trouble.

        Args:
            theme: The look.
            sentence: What happened and what was kept.
            is_damaged: Whether the database itself is broken.
            backup: Newest good backup of a broken one.
        """
        super().__init__()
        self.setObjectName("page")
        self._backup = backup
        outer = QVBoxLayout(self)
        outer.addStretch(1)
        title = self.tr("The data folder could not be opened")
        card = Card(theme, title, kind="bad")
        card.setFixedWidth(theme.px(WIDTH_PX))
        words = label(sentence.replace("/", "/\u200b"), is_wrapped=True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        card.body.addWidget(words)
        if is_damaged:
            self._offer_recovery(card)
        else:
            card.body.addWidget(button(self.tr("Try again"), self.retried.emit, kind="primary"))
            card.body.addWidget(
                button(self.tr("Open read-only, to look and export"), self.read_only_chosen.emit)
            )
        card.body.addWidget(button(self.tr("Choose another data folder"), self._choose))
        middle = QHBoxLayout()  # an alignment would not ask the card how high it is
        middle.addStretch(1)
        middle.addWidget(card)
        middle.addStretch(1)
        outer.addLayout(middle)
        outer.addStretch(2)

    def _offer_recovery(self, card: Card) -> None:
        if self._backup is not None:
            text = self.tr("Restore the backup {name}").format(name=self._backup.name)
            card.body.addWidget(button(text, self._restore, kind="primary"))
        card.body.addWidget(
            button(
                self.tr("Start with an empty database"),
                self.empty_chosen.emit,
                tip=self.tr("The damaged files stay in the folder 'damaged'"),
            )
        )

    def _restore(self) -> None:
        self.restore_chosen.emit(self._backup)

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Data folder"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.folder_chosen)
        dialog.open()
