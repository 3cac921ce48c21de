"""One step in a field; what is typed survives the death of the program."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget
from typing_extensions import override

from o1desk.gui.pages.annotate.dialog_parts import keep_button, typing_field
from o1desk.gui.pages.annotate.draft import Draft
from o1desk.gui.pages.annotate.item import Item
from o1desk.gui.session import Session
from o1desk.gui.shown import SOFT_LINE
from o1desk.gui.widgets.labels import label

DRAFT = "annotate.draft.edit"  # key of the store's state table
SIZE_PX = (560, 280)


class EditDialog(QDialog):
    """The text of a step.

    Attributes:
        field: The text.

    Signals:
        kept: The new text; nothing comes when it was not changed.
    """

    kept = Signal(str)

    def __init__(self, session: Session, parent: QWidget, item: Item, step: int) -> None:
        """Show the text of a step.

        Args:
            session: The session.
            parent: Owner.
            item: The sample.
            step: Index of the step.
        """
        super().__init__(parent)
        self._item, self._step = item, step
        theme = session.theme
        self.setWindowTitle(self.tr("Edit step {n}").format(n=step + 1))
        self.resize(theme.px(SIZE_PX[0]), theme.px(SIZE_PX[1]))
        layout = QVBoxLayout(self)
        words = self.tr(
            "The original stays in the store; an edited copy takes its place here. "
            "Each line is a step; no text takes the step away."
        )
        self._hint = label(words, "muted", is_wrapped=True)
        layout.addWidget(self._hint)
        self.field = typing_field("", self.tr("Text of the step"))
        self._hint.setBuddy(self.field)
        text = item.sample.trace.steps[step].text
        longest = max((len(line) for line in text.split("\n")), default=0)
        if longest > SOFT_LINE:  # otherwise Qt takes seconds for one line
            self.field.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
        self.field.setPlainText(text)
        self.field.textChanged.connect(self._on_edited)
        layout.addWidget(self.field, 1)
        layout.addWidget(self._buttons())
        self._draft = Draft(session, DRAFT, self)
        state = session.store.state
        session.ops.read(lambda: state.get(DRAFT), self._on_draft, owner=self)

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        keep_button(buttons)
        buttons.accepted.connect(self._on_kept)
        buttons.rejected.connect(self.reject)
        return buttons

    def _on_edited(self) -> None:
        text = self.field.toPlainText()
        self._draft.touch({"sample": self._item.id, "step": self._step, "text": text})

    def _on_draft(self, value: Any) -> None:
        """Take up what was typed when the program ended, if it is about this step."""
        known = value if isinstance(value, dict) else {}
        place = (known.get("sample"), known.get("step"))
        text = known.get("text")
        if place == (self._item.id, self._step) and isinstance(text, str):
            if self.field.document().isModified():
                return
            self.field.selectAll()
            self.field.insertPlainText(text)
            self._hint.setText(self.tr("What you had typed here is back."))

    def _on_kept(self) -> None:
        if self.field.document().isModified():
            self.kept.emit(self.field.toPlainText().strip())
        self.accept()

    @override
    def done(self, result: int) -> None:
        self._draft.forget()  # the text was kept, or a person gave it up
        super().done(result)
