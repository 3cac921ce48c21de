"""The settings that a run was started with; those that are not the default stand out."""

from PySide6.QtWidgets import QFormLayout, QVBoxLayout, QWidget

from o1desk.gui.pages.train.record import RunRecord
from o1desk.gui.pages.train.settings_words import config_class, said, title_of, whole
from o1desk.gui.theme import Theme
from o1desk.gui.widgets.cards import column, scrolled
from o1desk.gui.widgets.labels import label
from o1desk.gui.widgets.plain import PlainText

LONG = 160  # characters; longer values get a box that wraps


class SettingsList(QWidget):
    """Title and value of each setting."""

    def __init__(self, theme: Theme) -> None:
        """Show nothing yet."""
        super().__init__()
        self._theme = theme
        self._shown: object = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        content, self._list = column(theme)
        self._form: QWidget | None = None
        layout.addWidget(scrolled(content))

    def show_record(self, record: RunRecord) -> None:
        """Show the settings of a run; they do not change while it is at work."""
        shown = (record.role, record.method, dict(record.settings))
        if shown == self._shown:
            return
        self._shown = shown
        if self._form is not None:
            self._form.deleteLater()
        self._form = QWidget()
        form = QFormLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(self._theme.px(16))
        form.setVerticalSpacing(self._theme.px(6))
        cls = config_class(record.role, record.method)
        usual = whole(record.role, record.method, {})
        for name, value in whole(record.role, record.method, record.settings).items():
            text = said(cls, name, value)
            form.addRow(
                label(title_of(cls, name), "muted"), self._value(text, value != usual.get(name))
            )
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget is not self._form:
                widget.deleteLater()
        self._list.addWidget(self._form)
        self._list.addStretch(1)

    def _value(self, text: str, is_own: bool) -> QWidget:
        if len(text) > LONG:
            box = PlainText(self._theme, max_lines=8)
            box.set_text(text)
            return box
        shown = label(text, is_wrapped=True)
        shown.setFont(self._theme.font(bold=is_own))
        if is_own:
            shown.setToolTip(self.tr("Not the default"))
        return shown
