"""Forms made from config classes: what `core.fields.ui` says of a value is what a person sees."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from o1desk.gui.form_fields import FieldInfo, fields_of, flat, nested
from o1desk.gui.form_row import FormRow, RowIcons
from o1desk.gui.icons import icon
from o1desk.gui.theme import Theme

WIDEST_LABEL = 168  # pixels at 100 %; longer labels take two lines


@dataclass(frozen=True, slots=True)
class Section:
    """Some values under one heading.

    Attributes:
        title: Heading; empty for none, and then it cannot be folded.
        fields: Paths of the values, such as "steps" and "lora.rank".
        is_open: Whether it starts unfolded.
    """

    title: str
    fields: Sequence[str]
    is_open: bool = True


class ConfigForm(QWidget):
    """The editors of a config.

    Values that no section shows travel with the form: `set_values` keeps them and `values` gives
    them back. Hidden ones do not; other parts of the page edit them.

    Signals:
        changed: A value, or whether it can be read, is another.
    """

    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        cls: type[Any],
        sections: Sequence[Section],
        *,
        hidden: Sequence[str] = (),
        context: str = "configs",
    ) -> None:
        """Build the form, showing the defaults.

        Args:
            theme: The look.
            cls: A config whose fields were made by `core.fields.ui`.
            sections: What is shown, in order.
            hidden: Paths that are neither shown nor given back, though a section may name them.
            context: Group of the words in the translation.

        Raises:
            KeyError: If a section names a value that the config does not have.
        """
        super().__init__()
        self._theme, self._hidden = theme, frozenset(hidden)
        self._rows: dict[str, FormRow] = {}
        self._parts: list[FormPart] = []
        self._carried: dict[str, Any] = {}
        self._is_filling = False
        known = fields_of(cls, context=context)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(12))
        icons = RowIcons(theme)
        for section in sections:
            shown = [known[path] for path in section.fields if path not in self._hidden]
            layout.addWidget(self._part(section, shown, icons))
        self._line_up()

    def values(self) -> dict[str, Any]:
        """Return the values as JSON for a job, nested; what cannot be read keeps its last value."""
        shown = {path: row.value() for path, row in self._rows.items()}
        return nested({**self._carried, **shown})

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Show values, nested or by path; those that are not named stay as they are."""
        self._is_filling = True
        for path, value in flat(values).items():
            if path in self._rows:
                self._rows[path].editor.set_value(value)
            elif path not in self._hidden:
                self._carried[path] = value
        self._is_filling = False
        self._on_edited()

    def reset(self) -> None:
        """Show the defaults and forget what travelled along."""
        self._carried.clear()
        self.set_values({path: row.field.default for path, row in self._rows.items()})

    def errors(self) -> list[str]:
        """Return a sentence for each value that cannot be read."""
        return [error for row in self._rows.values() if (error := row.error())]

    def show_first_error(self) -> None:
        """Put the keyboard at the first value that cannot be read."""
        for part in self._parts:
            for row in part.rows:
                if row.error():
                    part.set_open(True)
                    row.take_focus()
                    return

    def editor(self, path: str) -> QWidget:
        """Return the widget of a value.

        Raises:
            KeyError: If the form does not show it.
        """
        editor = self._rows[path].editor
        assert isinstance(editor, QWidget)  # noqa: S101 - every editor is one
        return editor

    def show_field(self, path: str, *, is_shown: bool) -> None:
        """Show or hide a line; its value is given back either way.

        Raises:
            KeyError: If the form does not have it.
        """
        self._rows[path].setVisible(is_shown)

    def _part(self, section: Section, fields: Sequence[FieldInfo], icons: RowIcons) -> "FormPart":
        part = FormPart(self._theme, section, self)
        part.fill(fields, icons)
        for row in part.rows:
            self._rows[row.field.path] = row
            row.edited.connect(self._on_edited)
        if not part.rows:
            part.hide()
        self._parts.append(part)
        return part

    def _line_up(self) -> None:
        widths = [row.label_width() for row in self._rows.values()]
        width = min(max(widths, default=0), self._theme.px(WIDEST_LABEL))
        for row in self._rows.values():
            row.set_label_width(width)

    def _on_edited(self) -> None:
        if not self._is_filling:
            self.changed.emit()


class FormPart(QWidget):
    """A section of a form: a heading that folds, and its lines.

    Attributes:
        rows: The lines.
    """

    def __init__(self, theme: Theme, section: Section, parent: QWidget) -> None:
        """Build the section without lines."""
        super().__init__(parent)
        self.rows: list[FormRow] = []
        self._theme, self._title = theme, section.title
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(8))
        self._head = self._heading()
        self._content = QWidget(self)
        self._lines = QVBoxLayout(self._content)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(theme.px(8))
        layout.addWidget(self._head)
        layout.addWidget(self._content)
        if not section.title:
            self._head.hide()
        self.set_open(section.is_open or not section.title)

    def fill(self, fields: Sequence[FieldInfo], icons: RowIcons) -> None:
        """Add a line for each value."""
        for field in fields:
            row = FormRow(self._theme, field, icons, self._content)
            row.edited.connect(self._on_edited)
            self._lines.addWidget(row)
            self.rows.append(row)

    def set_open(self, is_open: bool) -> None:
        """Unfold or fold the lines."""
        self._head.setChecked(is_open)
        self._content.setVisible(is_open)
        name = "chevron-down" if is_open else "chevron-right"
        self._head.setIcon(icon(self._theme, name, size=14))
        self._on_edited()

    def _heading(self) -> QToolButton:
        head = QToolButton(self)
        head.setProperty("fold", "true")
        head.setCheckable(True)
        head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        head.setIconSize(QSize(self._theme.px(14), self._theme.px(14)))
        head.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        head.setCursor(Qt.CursorShape.PointingHandCursor)
        head.toggled.connect(self.set_open)
        return head

    def _on_edited(self) -> None:
        """Say in a folded heading that something under it is not the default."""
        changed = sum(not row.is_default for row in self.rows)
        text = self._title
        if changed and not self._head.isChecked():
            counted = self.tr("%Ln changed", "", changed)
            text = f"{text} · {counted}"
        self._head.setText(text)
        self._head.setAccessibleName(text)
