"""One row for each setting, made from its declaration; a change is saved at once."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QGridLayout,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from o1desk.core.errors import InputError
from o1desk.core.preferences import SETTINGS, Setting
from o1desk.core.settings import Settings
from o1desk.gui.editors import Manners
from o1desk.gui.theme import Theme
from o1desk.gui.widgets.labels import button, label

if TYPE_CHECKING:
    from collections.abc import Callable

EDITOR_PX = 260


class SettingRow(QObject):
    """Label, editor, and the way back to the default.

    Signals:
        refused: Why a value was not taken (str).
    """

    refused = Signal(str)

    def __init__(self, settings: Settings, setting: Setting, theme: Theme, parent: QWidget) -> None:
        """Build the editor for the type of the setting."""
        super().__init__(parent)
        self._settings, self._setting = settings, setting
        self._title = _tr(setting.title)
        self._editor = self._make(setting)
        self._editor.setAccessibleName(self._title)
        self._editor.setAccessibleDescription(_tr(setting.help))
        self._editor.setFixedWidth(theme.px(EDITOR_PX))
        Manners(self._editor)
        if isinstance(self._editor, QAbstractSpinBox):
            self._editor.lineEdit().setTextMargins(theme.px(4), 0, 0, 0)
        self._back = button(self.tr("Default"), self.reset, kind="link")
        self._back.setAccessibleName(self.tr("Default of: {name}").format(name=self._title))
        self.refresh()

    def place(self, grid: QGridLayout, row: int) -> None:
        """Take a row of a grid."""
        words = QVBoxLayout()
        words.setSpacing(0)
        name = label(self._title)
        name.setBuddy(self._editor)
        words.addWidget(name)
        words.addWidget(label(_tr(self._setting.help), "small", is_wrapped=True))
        grid.addLayout(words, row, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        grid.addWidget(self._editor, row, 1, middle)
        grid.addWidget(self._back, row, 2, middle | Qt.AlignmentFlag.AlignLeft)

    def refresh(self) -> None:
        """Show the value in force."""
        value = self._settings.get(self._setting.key)
        editor = self._editor
        editor.blockSignals(True)
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(value))
        elif isinstance(editor, QCheckBox):
            editor.setChecked(bool(value))
        elif isinstance(editor, QSpinBox | QDoubleSpinBox):
            editor.setValue(value)
        elif isinstance(editor, QLineEdit):
            editor.setText(str(value))
        editor.blockSignals(False)
        policy = self._back.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._back.setSizePolicy(policy)
        self._back.setVisible(not self._settings.is_default(self._setting.key))

    def reset(self) -> None:
        """Take the default."""
        self._put(self._setting.default)

    def _make(self, setting: Setting) -> QWidget:
        if setting.choices:
            return self._choice(setting)
        kind = type(setting.default)
        makers: dict[type, Callable[[Setting], QWidget]] = {
            bool: self._check, int: self._whole, float: self._real,
        }  # fmt: skip
        return makers.get(kind, self._line)(setting)

    def _choice(self, setting: Setting) -> QWidget:
        made = QComboBox()
        titles = setting.choice_titles or setting.choices
        for value, title in zip(setting.choices, titles, strict=True):
            made.addItem(_tr(title), value)
        made.currentIndexChanged.connect(self._on_chosen)
        return made

    def _check(self, setting: Setting) -> QWidget:
        del setting
        made = QCheckBox()
        made.toggled.connect(self._put)
        return made

    def _whole(self, setting: Setting) -> QWidget:
        made = QSpinBox()
        made.setRange(int(setting.low or 0), int(setting.high or 1_000_000))
        made.setSuffix(f" {setting.unit}" if setting.unit else "")
        made.setKeyboardTracking(False)
        if setting.unit == "%":
            made.setSingleStep(10)
        made.valueChanged.connect(self._put)
        return made

    def _real(self, setting: Setting) -> QWidget:
        made = QDoubleSpinBox()
        made.setRange(setting.low or 0.0, setting.high if setting.high is not None else 1e6)
        made.setSingleStep(0.05)
        made.setKeyboardTracking(False)
        made.valueChanged.connect(self._put)
        return made

    def _line(self, setting: Setting) -> QWidget:
        del setting
        made = QLineEdit()
        made.editingFinished.connect(self._on_typed)
        return made

    def _on_chosen(self) -> None:
        if isinstance(self._editor, QComboBox):
            self._put(self._editor.currentData())

    def _on_typed(self) -> None:
        if isinstance(self._editor, QLineEdit):
            self._put(self._editor.text().strip())

    def _put(self, value: Any) -> None:
        try:
            self._settings.set(self._setting.key, value)
        except InputError as error:
            self.refused.emit(str(error))
        self.refresh()


def shown_settings(section: str) -> list[Setting]:
    """Return the settings of a section that have a row; tables and lists have their own places."""
    return [s for s in SETTINGS if s.section == section and not isinstance(s.default, dict | list)]


def _tr(text: str) -> str:
    return QCoreApplication.translate("settings", text)
