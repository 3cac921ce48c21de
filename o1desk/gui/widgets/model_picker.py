"""Picks a model or an adapter; one that is gone stays chosen and is shown as missing."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFileDialog
from typing_extensions import override

from o1desk.core.words import filled
from o1desk.gui.model_list import STARTER, ModelEntry, model_list
from o1desk.gui.models.choices import Choice
from o1desk.gui.session import Session
from o1desk.gui.widgets.picker import Picker


class ModelPicker(Picker):
    """The models of a session, with their adapters.

    Signals:
        changed: A person picked another model.
    """

    changed = Signal()

    def __init__(
        self, session: Session, name: str = "", *, has_adapters: bool = True, has_gguf: bool = True
    ) -> None:
        """Start with the starter.

        Args:
            session: Whose models.
            name: What the model is picked for, for screen readers; empty for "Model".
            has_adapters: Whether adapters are offered.
            has_gguf: Whether GGUF files are offered; they cannot be trained.
        """
        self._list = model_list(session)
        self._has_adapters, self._has_gguf = has_adapters, has_gguf
        name = name or QCoreApplication.translate("ModelPicker", "Model")
        super().__init__(session.theme, name)
        self._dialog: QFileDialog | None = None
        self.add_action(self.tr("Browse for a folder…"), "folder", self.browse_folder)
        if has_gguf:
            self.add_action(self.tr("Browse for a GGUF file…"), "file", self.browse_gguf)
        self._list.changed.connect(self._on_list)
        self.picked.connect(self._on_chosen)
        self.set_value(STARTER)
        self._on_list()

    def ref(self) -> str:
        """Return the reference of the model that is picked."""
        return str(self.value() or "")

    def set_ref(self, ref: str) -> None:
        """Pick a model by its reference, whether it is there or not."""
        self.set_value(ref)
        self._on_list()

    @property
    @override
    def is_missing(self) -> bool:
        """Whether the model that is picked is not there."""
        return self._list.is_loaded and super().is_missing

    def problem(self) -> str:
        """Return a sentence when the model cannot be used; empty when it is there."""
        if not self.is_missing:
            return ""
        title = self._list.title(self.ref())
        return filled(self.tr("The model %1 is not there; choose another"), [title])

    @override
    def missing_title(self, value: Any) -> str:
        title = self._list.title(str(value))
        return filled(self.tr("Missing: %1"), [title]) if self._list.is_loaded else title

    def browse_folder(self) -> None:
        """Ask for a folder with a model."""
        dialog = QFileDialog(self.window(), self.tr("Choose the folder of a model"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        self._ask(dialog)

    def browse_gguf(self) -> None:
        """Ask for a GGUF file."""
        dialog = QFileDialog(self.window(), self.tr("Choose a GGUF file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self.tr("GGUF models (*.gguf)"))
        self._ask(dialog)

    def _ask(self, dialog: QFileDialog) -> None:
        self._dialog = dialog
        dialog.fileSelected.connect(self.take_path)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take_path(self, path: str) -> None:
        """Remember a folder or file that a person chose, and pick it."""
        ref = self._list.add(Path(path))
        if ref != self.ref():
            self.set_ref(ref)
            self.changed.emit()

    def _on_chosen(self) -> None:
        self.changed.emit()

    def _on_list(self) -> None:
        chosen = self._list.resolved(self.ref())
        if chosen != self.ref():
            self.set_value(chosen)
        entries = [each for each in self._list.entries() if self._is_offered(each)]
        entries.sort(key=_is_adapter)  # the order among equals stays
        self.set_choices([self._choice(each, is_chosen=each.ref == chosen) for each in entries])

    def _is_offered(self, entry: ModelEntry) -> bool:
        """Return whether an entry is in the list; adapters that are gone would only clutter it."""
        if entry.ref == self.ref():
            return True
        if entry.kind == "adapter":
            return self._has_adapters and entry.exists
        return self._has_gguf or entry.kind != "gguf"

    def _choice(self, entry: ModelEntry, *, is_chosen: bool) -> Choice:
        title = entry.title
        if not entry.exists and is_chosen:
            title = filled(self.tr("Missing: %1"), [title])
        return Choice(
            value=entry.ref,
            title=title,
            detail=entry.detail,
            group=self._group(entry),
            is_missing=not entry.exists,
        )

    def _group(self, entry: ModelEntry) -> str:
        if entry.kind != "adapter":
            return self.tr("Models")
        return filled(self.tr("Trained on %1"), [self._list.title(entry.base)])


def _is_adapter(entry: ModelEntry) -> bool:
    return entry.kind == "adapter"
