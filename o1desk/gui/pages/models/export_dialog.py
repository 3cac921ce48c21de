"""Asks in which format and where to a model is exported."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from o1desk.core.configs import ExportConfig
from o1desk.gui.forms import ConfigForm, Section
from o1desk.gui.session import Session
from o1desk.gui.widgets.labels import button, label

GGUF = "gguf"


class ExportDialog(QDialog):
    """Format, number format, and place.

    Signals:
        start_asked: Settings of the export (dict for ExportConfig).
    """

    start_asked = Signal(object)

    def __init__(self, session: Session, parent: QWidget, ref: str, title: str) -> None:
        """Offer the formats of a model."""
        super().__init__(parent)
        self._ref, self._has_adapter = ref, "@" in ref
        self._folder = session.data / "exports"
        theme = session.theme
        self.setWindowTitle(self.tr("Export {name}").format(name=title))
        self.resize(theme.px(520), theme.px(320))
        layout = QVBoxLayout(self)
        self._form = ConfigForm(
            theme, ExportConfig, [Section(self.tr("Format"), ("format", "type"))]
        )
        self._form.changed.connect(self._suggest)
        layout.addWidget(self._form)
        layout.addWidget(label(self.tr("Where to")))
        line = QHBoxLayout()
        self._out = QLineEdit()
        self._out.setAccessibleName(self.tr("Where to"))
        line.addWidget(self._out, 1)
        line.addWidget(button(self.tr("Choose\u2026"), self._choose))
        layout.addLayout(line)
        self._trouble = label("", tone="bad", is_wrapped=True)
        self._trouble.hide()
        layout.addWidget(self._trouble)
        layout.addStretch(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        start = buttons.addButton(self.tr("Export"), QDialogButtonBox.ButtonRole.AcceptRole)
        start.setProperty("kind", "primary")
        buttons.accepted.connect(self._on_start)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self._suggest()

    def config(self) -> dict[str, Any]:
        """Return the settings as they stand."""
        values = self._form.values()
        chosen = {"model": self._ref, "format": values["format"], "type": values["type"]}
        return chosen | {"out": self._out.text().strip()}

    def _suggest(self) -> None:
        values = self._form.values()
        stem = "".join(c if c.isalnum() or c in "-_." else "-" for c in Path(self._ref).name)
        suffix = ".gguf" if values["format"] == GGUF else ""
        kind = f"-{values['type']}" if suffix else f"-{values['format']}"
        self._out.setText(str(self._folder / f"{stem}{kind}{suffix}"))

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Where to"), str(self._folder))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(self._out.text())
        dialog.fileSelected.connect(self._out.setText)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_start(self) -> None:
        config = self.config()
        trouble = ""
        if not config["out"]:
            trouble = self.tr("Say where to write it")
        elif config["format"] != GGUF and not self._has_adapter:
            trouble = self.tr("This is a model without an adapter: only GGUF makes sense for it")
        elif Path(config["out"]).exists():
            trouble = self.tr("There is something of that name already; choose another")
        if trouble:
            self._trouble.setText(trouble)
            self._trouble.show()
            return
        self.start_asked.emit(config)
        self.accept()
