"""Models: the starter, folders, GGUF files, models of the hub, and the adapters over them."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QScrollArea, QVBoxLayout
from typing_extensions import override

from o1desk.core.references import split_ref
from o1desk.core.runs import RunState
from o1desk.gui.live_run import LiveRun
from o1desk.gui.model_folders import is_model
from o1desk.gui.model_list import ModelEntry, model_list
from o1desk.gui.page import Command, Page
from o1desk.gui.pages.models.export_dialog import ExportDialog
from o1desk.gui.pages.models.hub_dialog import HubDialog
from o1desk.gui.pages.models.machine_card import MachineCard
from o1desk.gui.pages.models.model_card import ModelCard
from o1desk.gui.pages.models.model_look import look_of
from o1desk.gui.session import Session
from o1desk.gui.shown import one_line
from o1desk.gui.widgets.cards import column, scrolled
from o1desk.gui.widgets.job_strip import JobStrip
from o1desk.gui.widgets.labels import button, close_to_writing, label

WIDTH_PX = 980
NAME_CHARACTERS = 60
ROLE = "export"


class ModelsPage(Page):
    """The sixth tab."""

    KEY = "models"
    ICON = "models"

    def __init__(self, session: Session) -> None:
        """Build the page; the models follow."""
        super().__init__(session)
        self._models = model_list(session)
        self._marked = ""
        self.cards: dict[str, ModelCard] = {}
        content, rows = column(self.theme, edge=24, gap=16)
        content.setMaximumWidth(self.theme.px(WIDTH_PX))
        rows.addLayout(self._heads())
        hint = self.tr(
            "Safetensors folders (Qwen, Llama and most others) and GGUF files; drop one on the "
            "window. Nothing is copied, and only these two safe formats are read. What lies in the "
            "folders models and exports of your data is listed by itself."
        )
        rows.addWidget(label(hint, "muted", is_wrapped=True))
        self.jobs = JobStrip(session, (ROLE,))
        rows.addWidget(self.jobs)
        self._list = QVBoxLayout()
        self._list.setSpacing(self.theme.px(12))
        rows.addLayout(self._list)
        self._machine = MachineCard(session)
        rows.addWidget(self._machine)
        rows.addStretch(1)
        self._area: QScrollArea = scrolled(content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)
        self.jobs.count_changed.connect(self._on_jobs)
        self._models.changed.connect(self._show)
        session.runs.run_ended.connect(self._on_ended)
        self._on_jobs()
        self._show()

    @override
    def title(self) -> str:
        return self.tr("Models")

    @override
    def commands(self) -> Sequence[Command]:
        return (
            Command(
                key="models.folder", title=self.tr("Add a model folder"), run=self.add_folder,
                shortcut="Ctrl+O", words="safetensors", is_ready=self._can_write,
            ),
            Command(
                key="models.file", title=self.tr("Add a GGUF file"), run=self.add_file,
                is_ready=self._can_write,
            ),
            Command(
                key="models.hub", title=self.tr("Add a model of the hub"), run=self.add_hub,
                words="huggingface qwen", is_ready=self._can_write,
            ),
            Command(
                key="models.scan", title=self.tr("Look for models again"), run=self.entered,
                shortcut="F5", words="scan refresh reload",
            ),
        )  # fmt: skip

    @override
    def entered(self) -> None:
        self._models.refresh()
        self._machine.look()
        self._look()

    @override
    def left(self) -> None:
        self._marked = ""
        self._mark()

    @override
    def show_target(self, **what: Any) -> None:
        """Show a model that another page pointed at: `model` (reference)."""
        if what.get("model"):
            self._marked = split_ref(str(what["model"]))[0]
            self._mark()

    @override
    def take_files(self, paths: Sequence[Path]) -> bool:
        known = [path for path in paths if is_model(path)]
        if known and self.session.refuses():
            return True
        for path in known:
            self._add(path)
        return bool(known)

    def _heads(self) -> QHBoxLayout:
        heads = QHBoxLayout()
        heads.setSpacing(self.theme.px(8))
        heads.addWidget(label(self.tr("Models"), "title"))
        heads.addStretch(1)
        for made in (
            button(self.tr("Add a folder"), self.add_folder, tip=self.tr("Add a folder (Ctrl+O)")),
            button(self.tr("Add a GGUF file"), self.add_file),
            button(self.tr("From the hub"), self.add_hub),
        ):
            close_to_writing(self.session.refusal, made)
            heads.addWidget(made)
        return heads

    def _can_write(self) -> bool:
        return not self.session.store.is_read_only

    # --- the list ---

    def _show(self) -> None:
        at = self._area.verticalScrollBar().value()
        for card in self.cards.values():
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = {}
        entries = self._models.entries()
        for model in (entry for entry in entries if entry.kind != "adapter"):
            adapters = [e for e in entries if e.kind == "adapter" and e.base == model.ref]
            card = ModelCard(self.theme, model, adapters, refusal=self.session.refusal)
            card.chat_asked.connect(self._on_chat)
            card.train_asked.connect(self._on_train)
            card.export_asked.connect(self._on_export)
            card.remove_asked.connect(self.remove)
            card.run_asked.connect(self._on_run)
            self.cards[model.ref] = card
            self._list.addWidget(card)
        self._area.verticalScrollBar().setValue(at)
        self._look()
        self._mark()

    def _look(self) -> None:
        """Look up size and fit of every model, against what is free now."""
        for ref, card in self.cards.items():
            if card.model.exists:
                self.session.ops.read(look_of(self.session, ref), card.show_look, owner=card)

    def _mark(self) -> None:
        for ref, card in self.cards.items():
            card.set_marked(is_marked=ref == self._marked)
            if ref == self._marked:
                self._area.ensureWidgetVisible(card)

    def _on_jobs(self) -> None:
        self.jobs.setVisible(bool(self.jobs.count))

    def _on_chat(self, ref: str) -> None:
        self.session.open("chat", model=ref)

    def _on_train(self, ref: str) -> None:
        self.session.open("train", model=ref)

    def _on_run(self, run: str) -> None:
        self.session.open("train", run=run)

    def remove(self, entry: ModelEntry) -> None:
        """Take a model or adapter off the list; its files stay, and it can be undone."""
        models, adapters = self.session.store.models, self.session.store.adapters
        ref = entry.ref
        text = self.tr("Remove {name} from the list").format(
            name=one_line(entry.title, NAME_CHARACTERS)
        )
        if entry.kind == "adapter":
            name = split_ref(ref)[1]
            self.session.do(
                text, lambda: adapters.remove(name), lambda: adapters.restore(name),
                changed=("adapter",),
            )  # fmt: skip
            return

        def forth() -> None:
            models.put(ref)  # one that was found in its folder has no row yet
            models.remove(ref)

        self.session.do(text, forth, lambda: models.restore(ref), changed=("model",))

    # --- adding ---

    def add_folder(self) -> None:
        """Ask for a folder of safetensors."""
        self._ask(QFileDialog.FileMode.Directory, "")

    def add_file(self) -> None:
        """Ask for a GGUF file."""
        self._ask(QFileDialog.FileMode.ExistingFile, "GGUF (*.gguf)")

    def add_hub(self) -> None:
        """Ask for a model of the hub."""
        if self.session.refuses():
            return
        dialog = HubDialog(self.session, self)
        dialog.chosen.connect(self._on_hub)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_hub(self, name: str) -> None:
        self._say_added(self._models.add_hub(name), name)

    def _ask(self, mode: QFileDialog.FileMode, names: str) -> None:
        if self.session.refuses():
            return
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
            self.session.toast(text.format(name=one_line(path.name)), tone="warn")

    def _add(self, path: Path) -> None:
        self._say_added(self._models.add(path), path.name)

    def _say_added(self, ref: str, name: str) -> None:
        self._marked = ref
        text = self.tr("{name} is on the list").format(name=one_line(name, NAME_CHARACTERS))
        self.session.toast(text, tone="good")

    # --- export ---

    def _on_export(self, ref: str) -> None:
        if self.session.refuses():
            return
        dialog = ExportDialog(self.session, self, ref, self._models.title(ref))
        dialog.start_asked.connect(self.export)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def export(self, config: dict[str, Any]) -> None:
        """Export a model with settings for ExportConfig."""
        if self.session.refuses():
            return
        out = Path(config["out"])
        try:
            out.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            self.session.toast(f"{out.parent}: {error.strerror}", tone="bad")
            return
        title = self.tr("Exporting {name}").format(name=one_line(out.name, NAME_CHARACTERS))
        self.session.runs.start(ROLE, {"config": config}, title=title)

    def _on_ended(self, run: LiveRun) -> None:
        end = run.end
        if run.role != ROLE or end is None or end.state is not RunState.FINISHED:
            return
        self._marked = str(Path(str(end.summary.get("out", ""))))
