"""A dialog whose text belongs to the person who typed it until the store has it."""

from typing import Any

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QWidget
from typing_extensions import override

from o1desk.gui.pages.annotate.dialog_parts import keep_button
from o1desk.gui.pages.annotate.draft import Draft, read_draft
from o1desk.gui.session import Session
from o1desk.gui.widgets.labels import label


class HandDialog(QDialog):
    """Stays open while its text is stored, and when the store refuses it.

    However it is left, what was not stored is there again the next time.

    Attributes:
        key: Where the draft is kept, in the store's state table.
        trouble: Why nothing was kept; hidden while all is well.
    """

    def __init__(self, session: Session, parent: QWidget, key: str) -> None:
        """Build the parts that every such dialog has.

        Args:
            session: The session.
            parent: Owner.
            key: Where the draft is kept.
        """
        super().__init__(parent)
        self.key, self._session = key, session
        self._draft = Draft(session, key, self)
        self._is_stored = False
        self._handed: Any = None  # what is on its way into the store
        self.trouble = label("", tone="bad", is_wrapped=True)
        self.trouble.hide()
        self._box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._keep = keep_button(self._box)
        self._box.accepted.connect(self._on_kept)
        self._box.rejected.connect(self.reject)

    def wait(self) -> None:
        """What was typed is on its way into the store."""
        self._keep.setEnabled(False)
        self._handed = self.fields()
        self._say("")

    def settle(self) -> None:
        """The store has it: the draft goes, unless somebody typed on meanwhile."""
        self._is_stored = self.fields() == self._handed
        self.accept()

    def refuse(self, sentence: str) -> None:
        """The store did not take it: say why, and keep every word.

        Args:
            sentence: Why not.
        """
        self._keep.setEnabled(True)
        self._say(sentence)

    def fields(self) -> Any:
        """Return what is typed as JSON values; None when there is nothing worth keeping."""
        raise NotImplementedError

    def _on_kept(self) -> None:
        """Hand over what was typed."""
        raise NotImplementedError

    def _on_draft(self, value: Any) -> None:
        """Take up what was typed before."""
        raise NotImplementedError

    def _look_up(self) -> None:
        read_draft(self._session, self.key, self._on_draft, self)

    def _on_edited(self) -> None:
        self._draft.touch(self.fields())

    def _add_reset(self, text: str) -> QPushButton:
        """Add a button that gives up what was typed."""
        made = self._box.addButton(text, QDialogButtonBox.ButtonRole.ResetRole)
        made.setProperty("kind", "quiet")
        return made

    def _say(self, sentence: str) -> None:
        kept = self.tr("What you typed is kept.")
        self.trouble.setText(f"{sentence}\n{kept}" if sentence else "")
        self.trouble.setVisible(bool(sentence))

    @override
    def done(self, result: int) -> None:
        self._draft.touch(None if self._is_stored else self.fields())
        self._draft.flush()  # what was typed and not stored is there again next time
        super().done(result)
