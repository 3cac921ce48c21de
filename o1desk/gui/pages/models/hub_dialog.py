"""Models of the hub: those that were downloaded before, and how to get another one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from o1desk.core.hub_cache import cached_names, how_to_get, is_hub_name
from o1desk.gui.session import Session
from o1desk.gui.widgets.dialogs import size_dialog
from o1desk.gui.widgets.labels import button, label

SIZE_PX = (520, 420)


class HubDialog(QDialog):
    """Asks for the name of a hub model.

    Signals:
        chosen: Name of a model that is on this machine.
    """

    chosen = Signal(str)

    def __init__(self, session: Session, parent: QWidget) -> None:
        """List what is on this machine."""
        super().__init__(parent)
        self._session = session
        self._known: list[str] = []
        theme = session.theme
        self.setWindowTitle(self.tr("Add a model of the hub"))
        size_dialog(self, theme, *SIZE_PX)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(16),) * 4)
        layout.setSpacing(theme.px(8))
        about = self.tr(
            "O1 Desk downloads nothing by itself. Models that another program downloaded into the "
            "usual cache are listed here."
        )
        layout.addWidget(label(about, "muted", is_wrapped=True))
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Models on this machine"))
        self._list.currentTextChanged.connect(self._on_picked)
        self._list.itemActivated.connect(self.accept_name)
        layout.addWidget(self._list, 1)
        layout.addWidget(label(self.tr("Name")))
        self._name = QLineEdit()
        self._name.setPlaceholderText("Qwen/Qwen3-0.6B")
        self._name.setAccessibleName(self.tr("Name of the model"))
        self._name.textChanged.connect(self._check)
        layout.addWidget(self._name)
        self._words = label("", "small", is_wrapped=True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._copy = button(self.tr("Copy the command"), self._on_copy, kind="link")
        layout.addWidget(self._words)
        layout.addWidget(self._copy)
        layout.addWidget(self._buttons())
        self._check()
        session.ops.read(cached_names, self._show_names, owner=self)

    def set_name(self, name: str) -> None:
        """Put a name into the field."""
        self._name.setText(name)

    def accept_name(self) -> None:
        """Take the name, if the model is on this machine."""
        if self._add.isEnabled():
            self.chosen.emit(self._name.text().strip())
            self.accept()

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._add = buttons.addButton(self.tr("Add"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._add.setProperty("kind", "primary")
        self._add.setDefault(True)
        buttons.accepted.connect(self.accept_name)
        buttons.rejected.connect(self.reject)
        return buttons

    def _show_names(self, names: list[str]) -> None:
        self._known = names
        self._list.addItems(names)
        if not names:
            nothing = QListWidgetItem(self.tr("No model of the hub is on this machine yet"))
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self._list.addItem(nothing)
        self._check()

    def _on_picked(self, name: str) -> None:
        if name in self._known:
            self._name.setText(name)

    def _check(self) -> None:
        name = self._name.text().strip()
        is_here, is_name = name in self._known, is_hub_name(name)
        self._add.setEnabled(is_here)
        self._copy.setVisible(is_name and not is_here)
        if is_here or not name:
            self._words.setText("")
        elif not is_name:
            self._words.setText(self.tr("A hub name looks like ORGANISATION/MODEL"))
        else:
            self._words.setText(
                self.tr("Not on this machine. To get it, run: {command}").format(
                    command=how_to_get(name)
                )
            )

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(how_to_get(self._name.text().strip()))
        self._session.toast(self.tr("Copied"))
