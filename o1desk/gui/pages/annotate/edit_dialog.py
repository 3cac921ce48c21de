"""One step in a field; what is typed survives the dialog and the death of the program."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from o1desk.gui.pages.annotate.dialog_parts import typing_field
from o1desk.gui.pages.annotate.hand_dialog import HandDialog
from o1desk.gui.pages.annotate.item import Item
from o1desk.gui.session import Session
from o1desk.gui.shown import SOFT_LINE
from o1desk.gui.widgets.labels import label

DRAFT = "annotate.draft.edit"  # keys of the store's state table begin with it
SIZE_PX = (560, 280)


class EditDialog(HandDialog):
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
        super().__init__(session, parent, draft_key(item.id, step))
        theme = session.theme
        self.setWindowTitle(self.tr("Edit step {n}").format(n=step + 1))
        self.resize(theme.px(SIZE_PX[0]), theme.px(SIZE_PX[1]))
        self._hint = label("", "muted", is_wrapped=True)
        self.field = typing_field("", self.tr("Text of the step"))
        self._hint.setBuddy(self.field)
        text = item.sample.trace.steps[step].text
        longest = max((len(line) for line in text.split("\n")), default=0)
        if longest > SOFT_LINE:  # otherwise Qt takes seconds for one line
            self.field.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
        self.field.setPlainText(text)
        self._original = self.field.toPlainText()  # as the field gives it back
        self._reset = self._add_reset(self.tr("Original text"))
        self._reset.clicked.connect(self._on_reset)
        self._lay_out()
        self._show_hint(is_back=False)
        self.field.textChanged.connect(self._on_edited)
        self._look_up()

    @override
    def fields(self) -> Any:
        text = self.field.toPlainText()
        return None if text == self._original else {"text": text}

    @override
    def _on_draft(self, value: Any) -> None:
        """Take up what was typed the last time, unless something is typed already."""
        text = value.get("text") if isinstance(value, dict) else None
        if isinstance(text, str) and self.fields() is None:
            self._put(text)
            self._show_hint(is_back=True)

    @override
    def _on_kept(self) -> None:
        if self.fields() is None:
            self.settle()
        else:
            self.kept.emit(self.field.toPlainText().strip())

    def _on_reset(self) -> None:
        self._put(self._original)
        self._show_hint(is_back=False)
        self.field.setFocus()

    def _put(self, text: str) -> None:
        """Put another text into the field; its own undo brings the old one back."""
        self.field.selectAll()
        self.field.insertPlainText(text)

    def _show_hint(self, *, is_back: bool) -> None:
        back = self.tr("What you had typed here is back.")
        usual = self.tr(
            "The original stays in the store; an edited copy takes its place here. "
            "Each line is a step; no text takes the step away."
        )
        self._hint.setText(back if is_back else usual)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.addWidget(self._hint)
        layout.addWidget(self.field, 1)
        layout.addWidget(self.trouble)
        layout.addWidget(self._box)


def draft_key(sample: int, step: int) -> str:
    """Return where the draft of a step is kept: each has its own, so that none replaces another."""
    return f"{DRAFT}.{sample}.{step}"
