"""The guideline beside the sample, and the dialog that edits it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from o1desk.gui.pages.annotate.dialog_parts import keep_button, typing_field
from o1desk.gui.pages.annotate.guideline import Guideline, usual_text
from o1desk.gui.session import Session
from o1desk.gui.theme import Theme
from o1desk.gui.times import local_time
from o1desk.gui.widgets.cards import Card
from o1desk.gui.widgets.labels import button, label
from o1desk.gui.widgets.plain import PlainText

LINES = 10
SIZE_PX = (520, 420)


class GuidelineCard(Card):
    """What annotators keep to."""

    def __init__(self, session: Session, guideline: Guideline) -> None:
        """Show the text.

        Args:
            session: The session.
            guideline: What holds.
        """
        super().__init__(session.theme, self.tr("Guidelines"), kind="sunken")
        self._theme, self._guideline = session.theme, guideline
        self._version = label("", "small")
        self.head.addWidget(self._version)
        self._edit = button(self.tr("Edit"), self.open_dialog, kind="quiet")
        self._edit.setEnabled(not session.store.is_read_only)
        self.head.addWidget(self._edit)
        self._text = PlainText(self._theme, max_lines=LINES)
        self._text.setAccessibleName(self.tr("Guidelines"))
        self.body.addWidget(self._text)
        guideline.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the text that holds now."""
        self._text.set_text(self._guideline.text)
        words = self.tr("Version {n}").format(n=self._guideline.version)
        self._version.setText(words)
        self._version.setVisible(bool(self._guideline.earlier))

    def open_dialog(self) -> None:
        """Edit the text."""
        dialog = GuidelineDialog(self._theme, self._guideline, self.window())
        dialog.kept.connect(self._guideline.edit)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


class GuidelineDialog(QDialog):
    """The text in a field, and earlier versions to go back to.

    Attributes:
        field: The text.
        versions: Earlier versions.

    Signals:
        kept: The new text.
    """

    kept = Signal(str)

    def __init__(self, theme: Theme, guideline: Guideline, parent: QWidget) -> None:
        """Show the text that holds.

        Args:
            theme: The look.
            guideline: What holds.
            parent: Owner.
        """
        super().__init__(parent)
        self.setWindowTitle(self.tr("Edit the guidelines"))
        self.resize(theme.px(SIZE_PX[0]), theme.px(SIZE_PX[1]))
        self._guideline = guideline
        layout = QVBoxLayout(self)
        words = self.tr("Every version is kept, and each label says which one it followed.")
        hint = label(words, "muted", is_wrapped=True)
        layout.addWidget(hint)
        self.field = typing_field(guideline.typed or guideline.text, self.tr("Guidelines"))
        hint.setBuddy(self.field)
        layout.addWidget(self.field, 1)
        self.versions = QComboBox()
        self.versions.setAccessibleName(self.tr("Earlier versions"))
        self._fill(guideline)
        self.versions.activated.connect(self._on_version)
        layout.addWidget(self.versions)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        keep_button(buttons)
        buttons.accepted.connect(self._on_kept)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)

    def _fill(self, guideline: Guideline) -> None:
        now = self.tr("Version {n}, in force").format(n=guideline.version)
        self.versions.addItem(now, guideline.text)
        for each in reversed(guideline.earlier):
            words = self.tr("Version {n}, until {time}").format(
                n=each["version"], time=local_time(each.get("until", ""))
            )
            self.versions.addItem(words, each["text"])
        self.versions.addItem(self.tr("The usual text"), usual_text())

    def _on_version(self) -> None:
        self.field.setPlainText(str(self.versions.currentData()))

    def _on_kept(self) -> None:
        text = self.field.toPlainText().strip()
        self._guideline.typed = ""
        if text:
            self.kept.emit(text)
        self.accept()

    @override
    def reject(self) -> None:
        """Leave; what was typed is there the next time."""
        text = self.field.toPlainText()
        self._guideline.typed = "" if text == self._guideline.text else text
        super().reject()
