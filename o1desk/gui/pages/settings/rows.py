"""One row for each setting, made from its declaration; a change is saved at once."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from o1desk.core.errors import InputError
from o1desk.core.preferences import SECTIONS, SETTINGS, Setting
from o1desk.gui.editors import Manners, inset
from o1desk.gui.error_words import in_words
from o1desk.gui.pages.settings.folder_edit import FolderEdit, folder_trouble
from o1desk.gui.session import Session
from o1desk.gui.widgets.labels import button, label
from o1desk.gui.widgets.model_picker import ModelPicker

if TYPE_CHECKING:
    from collections.abc import Callable

EDITOR_PX = 260
MODEL, FOLDER = "chat.model", "data.folder"  # settings with an editor of their own


class SettingRow(QObject):
    """Label, editor, and the way back to the default.

    Attributes:
        setting: What is edited.
        editor: The widget.

    Signals:
        refused: Why a value was not taken (str).
    """

    refused = Signal(str)

    def __init__(self, session: Session, setting: Setting, parent: QWidget) -> None:
        """Build the editor for the type of the setting."""
        super().__init__(parent)
        self._session, self._settings = session, session.settings
        self.setting = setting
        self._title, self._help = _tr(setting.title), _tr(setting.help)
        self._searched = searched_text(setting)
        self.editor = self._make(setting)
        for widget in (self.editor, self.editor.focusProxy()):
            if widget is not None:
                widget.setAccessibleName(self._title)
                widget.setAccessibleDescription(self._help)
        self.editor.setFixedWidth(session.theme.px(EDITOR_PX))
        Manners(self.editor)
        self._words = QWidget()
        self._back = button(self.tr("Default"), self.reset, kind="link")
        self._back.setAccessibleName(self.tr("Default of: {name}").format(name=self._title))
        policy = self._back.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._back.setSizePolicy(policy)
        self.refresh()

    def place(self, grid: QGridLayout, row: int) -> None:
        """Take a row of a grid."""
        words = QVBoxLayout(self._words)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        name: QLabel = label(self._title)
        name.setBuddy(self.editor)
        words.addWidget(name)
        words.addWidget(label(self._help, "small", is_wrapped=True))
        grid.addWidget(self._words, row, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        grid.addWidget(self.editor, row, 1, middle)
        grid.addWidget(self._back, row, 2, middle | Qt.AlignmentFlag.AlignLeft)

    def show_if(self, words: str) -> bool:
        """Show the row if all words are found in what is said of it; return whether it is shown."""
        is_shown = has_words(self._searched, words)
        self._words.setVisible(is_shown)
        self.editor.setVisible(is_shown)
        self._back.setVisible(is_shown and not self._is_default())
        return is_shown

    def refresh(self) -> None:
        """Show the value in force."""
        value, editor = self._settings.get(self.setting.key), self.editor
        editor.blockSignals(True)
        if isinstance(editor, ModelPicker):
            editor.set_ref(str(value))
        elif isinstance(editor, FolderEdit):
            editor.set_text(str(value))
        elif isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(value))
        elif isinstance(editor, QCheckBox):
            editor.setChecked(bool(value))
        elif isinstance(editor, QSpinBox | QDoubleSpinBox):
            editor.setValue(value)
        elif isinstance(editor, QLineEdit):
            editor.setText(str(value))
        editor.blockSignals(False)
        self._back.setVisible(not self._is_default())

    def reset(self) -> None:
        """Take the default."""
        self._put(self.setting.default)

    def _is_default(self) -> bool:
        return self._settings.is_default(self.setting.key)

    def _make(self, setting: Setting) -> QWidget:
        if setting.key == MODEL:
            return self._model()
        if setting.key == FOLDER:
            return self._folder()
        if setting.choices:
            return self._choice(setting)
        makers: dict[type, Callable[[Setting], QWidget]] = {
            bool: self._check, int: self._whole, float: self._real,
        }  # fmt: skip
        return makers.get(type(setting.default), self._line)(setting)

    def _model(self) -> QWidget:
        made = ModelPicker(self._session, self._title)
        made.changed.connect(self._on_model)
        return made

    def _folder(self) -> QWidget:
        made = FolderEdit(self._session.theme)
        made.committed.connect(self._on_folder)
        return made

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
        units = {"tokens": self.tr("tokens")}
        if setting.unit:
            made.setSuffix(f" {units.get(setting.unit, setting.unit)}")
        made.setKeyboardTracking(False)
        if setting.unit == "%":
            made.setSingleStep(10)
        inset(made)
        made.valueChanged.connect(self._put)
        return made

    def _real(self, setting: Setting) -> QWidget:
        made = QDoubleSpinBox()
        made.setRange(setting.low or 0.0, setting.high if setting.high is not None else 1e6)
        made.setSingleStep(0.05)
        made.setKeyboardTracking(False)
        inset(made)
        made.valueChanged.connect(self._put)
        return made

    def _line(self, setting: Setting) -> QWidget:
        del setting
        made = QLineEdit()
        made.editingFinished.connect(self._on_typed)
        return made

    def _on_model(self) -> None:
        if isinstance(self.editor, ModelPicker):
            self._put(self.editor.ref())

    def _on_folder(self, text: str) -> None:
        trouble = folder_trouble(text)
        if trouble:
            self.refused.emit(trouble)
            self.refresh()
        else:
            self._put(text)

    def _on_chosen(self) -> None:
        if isinstance(self.editor, QComboBox):
            self._put(self.editor.currentData())

    def _on_typed(self) -> None:
        if isinstance(self.editor, QLineEdit):
            self._put(self.editor.text().strip())

    def _put(self, value: Any) -> None:
        try:
            self._settings.set(self.setting.key, value)
        except InputError as error:
            self.refused.emit(in_words(str(error)))
        self.refresh()


def shown_settings(section: str) -> list[Setting]:
    """Return the settings of a section that have a row; tables and lists have their own places."""
    return [s for s in SETTINGS if s.section == section and not isinstance(s.default, dict | list)]


def searched_text(setting: Setting) -> str:
    """Return everything under which a setting is found, in the language in force and in English."""
    texts = (
        setting.title, setting.help, setting.words, SECTIONS[setting.section],
        *setting.choice_titles,
    )  # fmt: skip
    return " ".join(f"{text} {_tr(text)}" for text in texts if text)


def has_words(text: str, words: str) -> bool:
    """Return whether a text has all words of another one somewhere."""
    found = text.casefold()
    return all(word in found for word in words.casefold().split())


def _tr(text: str) -> str:
    return QCoreApplication.translate("settings", text)
