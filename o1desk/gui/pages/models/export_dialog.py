"""Asks in which format and where to a model is exported."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
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
from o1desk.core.references import split_ref
from o1desk.core.words import QT_TRANSLATE_NOOP
from o1desk.gui.forms import ConfigForm, Section
from o1desk.gui.session import Session
from o1desk.gui.shown import one_line
from o1desk.gui.widgets.labels import button, label

GGUF = "gguf"
WIDTH_PX = 560
TITLE_CHARACTERS = 60
ABOUT = {
    "gguf": QT_TRANSLATE_NOOP(
        "models", "One file with everything in it. It is checked by loading it and comparing."
    ),
    "merged": QT_TRANSLATE_NOOP(
        "models", "A folder that any program with transformers loads, without O1 Desk or PEFT."
    ),
    "peft": QT_TRANSLATE_NOOP(
        "models", "Only what was learned, a few megabytes; whoever loads it needs the base model."
    ),
}


class ExportDialog(QDialog):
    """Format, number format, and place.

    Signals:
        start_asked: Settings of the export (dict for ExportConfig).
    """

    start_asked = Signal(object)

    def __init__(self, session: Session, parent: QWidget, ref: str, title: str) -> None:
        """Offer the formats of a model; one without an adapter is exported as GGUF alone."""
        super().__init__(parent)
        self._ref, self._has_adapter = ref, bool(split_ref(ref)[1])
        self._folder = session.data / "exports"
        self._suggested = ""
        theme = session.theme
        self.setWindowTitle(self.tr("Export {name}").format(name=one_line(title, TITLE_CHARACTERS)))
        self.setMinimumWidth(theme.px(WIDTH_PX))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(16),) * 4)
        layout.setSpacing(theme.px(8))
        layout.addWidget(label(one_line(title, TITLE_CHARACTERS), "lead"))
        self._form = ConfigForm(theme, ExportConfig, [Section("", ("format", "type"))])
        self._form.show_field("format", is_shown=self._has_adapter)
        self._form.changed.connect(self._on_changed)
        layout.addWidget(self._form)
        self._about = label("", "small", is_wrapped=True)
        layout.addWidget(self._about)
        layout.addWidget(label(self.tr("Where to")))
        layout.addLayout(self._place())
        self._trouble = label("", tone="bad", is_wrapped=True)
        self._trouble.setMinimumWidth(1)
        self._trouble.hide()
        layout.addWidget(self._trouble)
        layout.addStretch(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        start = buttons.addButton(self.tr("Export"), QDialogButtonBox.ButtonRole.AcceptRole)
        start.setProperty("kind", "primary")
        start.setDefault(True)
        buttons.accepted.connect(self.start)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self._on_changed()

    def config(self) -> dict[str, Any]:
        """Return the settings as they stand."""
        values = self._form.values()
        chosen = {"model": self._ref, "format": values["format"], "type": values["type"]}
        return chosen | {"out": self._out.text().strip()}

    def choose(self, form: str, kind: str = "") -> None:
        """Choose a format and, for GGUF, how numbers are written."""
        self._form.set_values({"format": form} | ({"type": kind} if kind else {}))

    def start(self) -> None:
        """Export, if the place will do."""
        config = self.config()
        trouble = ""
        if not config["out"]:
            trouble = self.tr("Say where to write it")
        elif Path(config["out"]).exists():
            trouble = self.tr("There is something of that name already; choose another")
        self._trouble.setText(trouble)
        self._trouble.setVisible(bool(trouble))
        if not trouble:
            self.start_asked.emit(config)
            self.accept()

    def _place(self) -> QHBoxLayout:
        line = QHBoxLayout()
        self._out = QLineEdit()
        self._out.setAccessibleName(self.tr("Where to"))
        line.addWidget(self._out, 1)
        line.addWidget(button(self.tr("Choose\u2026"), self._choose))
        return line

    def _on_changed(self) -> None:
        """Show what belongs to the format, and suggest a place unless a person gave one."""
        values = self._form.values()
        form = str(values["format"])
        self._form.show_field("type", is_shown=form == GGUF)
        self._about.setText(QCoreApplication.translate("models", ABOUT[form]))
        if self._out.text() == self._suggested:
            self._suggested = str(self._free_place(form, str(values["type"])))
            self._out.setText(self._suggested)

    def _free_place(self, form: str, kind: str) -> Path:
        """Return a place in the folder of exports that nothing has taken yet."""
        name = Path(self._ref).name.removeprefix("hub:")
        stem = "".join(c if c.isalnum() or c in "-_." else "-" for c in name)
        stem, suffix = f"{stem}-{kind if form == GGUF else form}", ".gguf" if form == GGUF else ""
        place, number = self._folder / f"{stem}{suffix}", 2
        while place.exists():
            place, number = self._folder / f"{stem}-{number}{suffix}", number + 1
        return place

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Where to"), str(self._folder))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.selectFile(self._out.text())
        dialog.fileSelected.connect(self._out.setText)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
