"""Models: the starter, folders, GGUF files and adapters."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout
from typing_extensions import override

from o1desk.core.runs import RunEnd, RunState
from o1desk.gui.live_run import LiveRun
from o1desk.gui.model_list import ModelEntry, model_list
from o1desk.gui.page import Command, Page
from o1desk.gui.pages.models.export_dialog import ExportDialog
from o1desk.gui.pages.models.machine_card import MachineCard
from o1desk.gui.pages.models.model_card import ModelCard
from o1desk.gui.session import Session
from o1desk.gui.widgets.cards import column, scrolled
from o1desk.gui.widgets.job_card import JobCard
from o1desk.gui.widgets.labels import button, label
from o1desk.jobs.fit import Fit, fit

WIDTH_PX = 980
GGUF = ".gguf"


class ModelsPage(Page):
    """The sixth tab."""

    KEY = "models"
    ICON = "models"

    def __init__(self, session: Session) -> None:
        """Build the page; the models follow."""
        super().__init__(session)
        self._models = model_list(session)
        content, rows = column(self.theme, edge=24, gap=16)
        content.setMaximumWidth(self.theme.px(WIDTH_PX))
        heads = QHBoxLayout()
        heads.addWidget(label(self.tr("Models"), "title"))
        heads.addStretch(1)
        heads.addWidget(button(self.tr("Add a folder"), self.add_folder))
        heads.addWidget(button(self.tr("Add a GGUF file"), self.add_file))
        rows.addLayout(heads)
        hint = self.tr(
            "Safetensors folders (Qwen, Llama and most others) and GGUF files; drop one on the "
            "window. Nothing is copied, and only these two safe formats are read."
        )
        rows.addWidget(label(hint, "muted", is_wrapped=True))
        self._jobs = QVBoxLayout()
        rows.addLayout(self._jobs)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(self.theme.px(12))
        rows.addLayout(self._cards)
        self._machine = MachineCard(session)
        rows.addWidget(self._machine)
        rows.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(content))
        self._models.changed.connect(self._show)
        for run in session.runs.active:
            if run.role == "export":
                self._follow(run)
        self._show()

    @override
    def title(self) -> str:
        return self.tr("Models")

    @override
    def commands(self) -> Sequence[Command]:
        return (
            Command(
                key="models.folder", title=self.tr("Add a model folder"), run=self.add_folder,
                shortcut="Ctrl+O", words="safetensors",
            ),
            Command(key="models.file", title=self.tr("Add a GGUF file"), run=self.add_file),
        )  # fmt: skip

    @override
    def entered(self) -> None:
        self._models.refresh()
        self._machine.look()

    @override
    def take_files(self, paths: Sequence[Path]) -> bool:
        known = [path for path in paths if is_model(path)]
        for path in known:
            self._add(path)
        return bool(known)

    # --- the list ---

    def _show(self) -> None:
        while (item := self._cards.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        entries = self._models.entries()
        for model in (entry for entry in entries if entry.kind != "adapter"):
            adapters = [e for e in entries if e.kind == "adapter" and e.base == model.ref]
            card = ModelCard(self.theme, model, adapters)
            card.chat_asked.connect(self._on_chat)
            card.train_asked.connect(self._on_train)
            card.export_asked.connect(self._on_export)
            card.remove_asked.connect(self.remove)
            card.run_asked.connect(self._on_run)
            self._cards.addWidget(card)
            if model.exists:
                self.session.ops.read(_fit_of(model.ref, self.session.data), card.show_fit,
                                      owner=card)  # fmt: skip

    def _on_chat(self, ref: str) -> None:
        self.session.open("chat", model=ref)

    def _on_train(self, ref: str) -> None:
        self.session.open("train", model=ref)

    def _on_run(self, run: str) -> None:
        self.session.open("train", run=run)

    def remove(self, entry: ModelEntry) -> None:
        """Take a model or adapter off the list; its files stay, and it can be undone."""
        store = self.session.store
        if entry.kind == "adapter":
            ref, place = entry.ref.rpartition("@")[2], store.adapters
            forth: Callable[[], None] = lambda: place.remove(ref)  # noqa: E731
            back: Callable[[], None] = lambda: place.restore(ref)  # noqa: E731
        else:
            forth = lambda: store.models.remove(entry.ref)  # noqa: E731
            back = lambda: store.models.restore(entry.ref)  # noqa: E731
        text = self.tr("Remove {name} from the list").format(name=entry.title)
        self.session.do(text, forth, back, changed=("model", "run"))

    # --- adding ---

    def add_folder(self) -> None:
        """Ask for a folder of safetensors."""
        self._ask(QFileDialog.FileMode.Directory, "")

    def add_file(self) -> None:
        """Ask for a GGUF file."""
        self._ask(QFileDialog.FileMode.ExistingFile, "GGUF (*.gguf)")

    def _ask(self, mode: QFileDialog.FileMode, names: str) -> None:
        dialog = QFileDialog(self, self.tr("Add a model"))
        dialog.setFileMode(mode)
        if names:
            dialog.setNameFilter(names)
        dialog.fileSelected.connect(self._on_chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_chosen(self, name: str) -> None:
        path = Path(name)
        if is_model(path):
            self._add(path)
        else:
            text = self.tr("{name} holds no config.json with safetensors, and is no GGUF file")
            self.session.toast(text.format(name=path.name), tone="warn")

    def _add(self, path: Path) -> None:
        self._models.add(path)
        self.session.toast(self.tr("{name} is on the list").format(name=path.name), tone="good")

    # --- export ---

    def _on_export(self, ref: str) -> None:
        dialog = ExportDialog(self.session, self, ref, self._models.title(ref))
        dialog.start_asked.connect(self.export)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def export(self, config: dict[str, Any]) -> None:
        """Export a model with these settings."""
        out = Path(config["out"])
        out.parent.mkdir(parents=True, exist_ok=True)
        title = self.tr("Exporting {name}").format(name=out.name)
        self._follow(self.session.runs.start("export", {"config": config}, title=title))

    def _follow(self, run: LiveRun) -> None:
        card = JobCard(self.session, run)
        self._jobs.addWidget(card, 0, Qt.AlignmentFlag.AlignTop)
        run.ended.connect(self._on_ended)

    def _on_ended(self, end: RunEnd) -> None:
        if end.state is not RunState.FINISHED:
            return
        out = Path(str(end.summary.get("out", "")))

        def show() -> None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(out.parent)))

        text = self.tr("{name} is written: {check}").format(
            name=out.name, check=end.summary.get("check", "")
        )
        self.session.toast(
            text, tone="good", action=self.tr("Open folder"), run=show, is_system=True
        )
        self.session.models_changed.emit()


def is_model(path: Path) -> bool:
    """Return whether a path looks like a model that can be read."""
    if path.suffix.lower() == GGUF:
        return path.is_file()
    return path.is_dir() and (path / "config.json").is_file()


def _fit_of(ref: str, data: Path) -> Callable[[], Fit]:
    def look() -> Fit:
        return fit(ref, data)

    return look
