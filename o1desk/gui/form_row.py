"""One line of a form: label, editor, the way back to the default, help or trouble."""

from typing import Any, cast

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from o1desk.core.words import filled
from o1desk.gui.editors import CheckEdit, Editor, Manners
from o1desk.gui.form_fields import FieldInfo, editor_for
from o1desk.gui.icons import icon
from o1desk.gui.theme import Theme
from o1desk.gui.widgets.labels import label, set_tone

SMALL_ICON = 14


class RowIcons:
    """The icons that every line of a form shares.

    Attributes:
        info: Of the button that explains a value.
        reset: Of the way back to the default.
    """

    def __init__(self, theme: Theme) -> None:
        """Draw them once."""
        self.info = icon(theme, "info", color="faint", size=SMALL_ICON)
        self.reset = icon(theme, "undo", color="faint", size=SMALL_ICON)


class FormRow(QWidget):
    """One value of a config.

    Attributes:
        field: What it is.
        editor: Its widget.

    Signals:
        edited: The value, or whether it can be read, is another.
    """

    edited = Signal()

    def __init__(self, theme: Theme, field: FieldInfo, icons: RowIcons, parent: QWidget) -> None:
        """Build the line, showing the default."""
        super().__init__(parent)
        self.field = field
        self.editor: Editor = editor_for(theme, field)
        self._editor = cast("QWidget", self.editor)
        self._is_told = False
        self._label = label(field.title, is_wrapped=True)
        about = filled(self.tr("About: %1"), [field.title])
        self._info = small_button(theme, icons.info, about)
        self._info.setCheckable(True)
        self._info.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._info.toggled.connect(self._tell)
        back = filled(self.tr("Back to the default: %1"), [field.shown(field.default)])
        self._reset = small_button(theme, icons.reset, back)
        self._reset.clicked.connect(self.reset)
        self._note = label(role="small", is_wrapped=True)
        self._lead = self._lay_out(theme)
        if not field.help:
            self._info.hide()
        self._teach()
        self.reset()
        self._on_edited()
        self.editor.edited.connect(self._on_edited)

    def value(self) -> Any:
        """Return the value as JSON."""
        return self.editor.value()

    def reset(self) -> None:
        """Show the default again."""
        self.editor.set_value(self.field.default)

    @property
    def is_default(self) -> bool:
        """Whether the value is the default one."""
        return bool(self.editor.value() == self.field.default) and not self.editor.problem()

    def error(self) -> str:
        """Return a sentence about bad input, with the name of the value; empty when all is well."""
        problem = self.editor.problem()
        return f"{self.field.title}: {problem}" if problem else ""

    def label_width(self) -> int:
        """Return how wide the label wants to be, pixels; 0 when it stands in the editor."""
        return 0 if self._lead is None else self._lead.sizeHint().width()

    def set_label_width(self, width: int) -> None:
        """Line the editor up with those of the other rows; pixels."""
        if self._lead is not None:
            self._lead.setFixedWidth(width)

    def take_focus(self) -> None:
        """Put the keyboard here."""
        self._editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _lay_out(self, theme: Theme) -> QWidget | None:
        """Place the parts; a check box carries its label itself."""
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(8))
        grid.setVerticalSpacing(theme.px(2))
        grid.setColumnStretch(1, 1)
        lead: QWidget | None = None
        if isinstance(self.editor, CheckEdit):
            grid.addWidget(_side_by_side(theme, self, self._editor, self._info), 0, 0, 1, 2)
            self._label.hide()
            self._label.setParent(self)
        else:
            lead = _side_by_side(theme, self, self._label, self._info)
            grid.addWidget(lead, 0, 0)
            grid.addWidget(self._editor, 0, 1)
            self._label.setBuddy(self._editor)
        grid.addWidget(self._reset, 0, 2, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self._note, 1, 0, 1, 3)
        return lead

    def _teach(self) -> None:
        """Give the editor its name, its tip and its manners."""
        for widget in (self._editor, self._label, self._info):
            widget.setToolTip(self.field.help)
        self._editor.setAccessibleName(self.field.title)
        self._editor.setAccessibleDescription(self.field.help)
        Manners(self._editor).reached.connect(self._on_reached)

    def _on_edited(self) -> None:
        self._reset.setVisible(not self.is_default)
        self._tell()
        self.edited.emit()

    def _on_reached(self, by_keyboard: bool) -> None:
        self._is_told = by_keyboard
        self._tell()

    def _tell(self) -> None:
        """Show trouble, else the help of the value that the keyboard is at."""
        problem = self.editor.problem()
        is_helped = bool(self.field.help) and (self._is_told or self._info.isChecked())
        self._note.setText(problem or (self.field.help if is_helped else ""))
        set_tone(self._note, "bad" if problem else "")
        self._note.setVisible(bool(problem) or is_helped)


def small_button(theme: Theme, shown: QIcon, words: str) -> QToolButton:
    """Return a small button with an icon; the words are its tip and its accessible name."""
    made = QToolButton()
    made.setIcon(shown)
    made.setIconSize(QSize(theme.px(SMALL_ICON), theme.px(SMALL_ICON)))
    made.setProperty("small", "true")
    made.setToolTip(words)
    made.setAccessibleName(words)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    policy = made.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    made.setSizePolicy(policy)
    return made


def _side_by_side(theme: Theme, parent: QWidget, first: QWidget, second: QWidget) -> QWidget:
    holder = QWidget(parent)
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(theme.px(4))
    first.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    line.addWidget(first)
    line.addWidget(second)
    line.addStretch(1)
    return holder
