"""What a person writes about a run: a note, and tags; stored at every key."""

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from o1desk.gui.pages.train.run_actions import RunActions
from o1desk.gui.pages.train.run_entries import RunEntry
from o1desk.gui.theme import Theme
from o1desk.gui.widgets.labels import label


class RunNotes(QWidget):
    """Two fields for one run.

    Attributes:
        note: What the run was for.
        tags: Words it is filed under, with commas between them.
    """

    def __init__(self, theme: Theme, deeds: RunActions) -> None:
        """Stay hidden until a run is chosen."""
        super().__init__()
        self._deeds = deeds
        self._run = ""
        self.note, self.tags = QLineEdit(), QLineEdit()
        self.note.setPlaceholderText(self.tr("What this run was for"))
        self.tags.setPlaceholderText(self.tr("Tags, with commas between them"))
        self.note.textEdited.connect(self._on_note)
        self.tags.textEdited.connect(self._on_tags)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(8))
        for name, field, share in (
            (self.tr("Note"), self.note, 3),
            (self.tr("Tags"), self.tags, 2),
        ):
            words = label(name, "muted")
            words.setBuddy(field)
            field.setAccessibleName(name)
            line.addWidget(words)
            line.addWidget(field, share)
        self.hide()

    def show_entry(self, entry: RunEntry | None) -> None:
        """Show what was written about a run; None hides the fields."""
        self.setVisible(entry is not None)
        if entry is None:
            return
        is_new = entry.row.id != self._run
        self._run = entry.row.id
        for field, text in ((self.note, entry.row.note), (self.tags, ", ".join(entry.row.tags))):
            # Never under the fingers of somebody who writes.
            if is_new or not field.hasFocus():
                field.setText(text)

    def _on_note(self, text: str) -> None:
        if self._run:
            self._deeds.set_note(self._run, text)

    def _on_tags(self, text: str) -> None:
        if self._run:
            self._deeds.set_tags(self._run, text)
