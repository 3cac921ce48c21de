"""What the page starts: generations, imports, exports, and new datasets, each with its question."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLocale, QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from o1desk.gui.pages.data.exporting import Exporting, ExportOrder
from o1desk.gui.pages.data.file_work import file_works
from o1desk.gui.pages.data.importing import Importing
from o1desk.gui.session import Session
from o1desk.gui.shown import one_line
from o1desk.store.datasets import Dataset
from o1desk.store.filters import SampleFilter

SAMPLES = 20
FEW_FAMILIES = 5
NAME_CHARACTERS = 60


class Starting(QObject):
    """Opens the dialogs of the page and starts what they ask for."""

    def __init__(self, session: Session, page: QWidget) -> None:
        """Stand ready.

        Args:
            session: Where things start.
            page: Owner of the dialogs.
        """
        super().__init__(page)
        self._session, self._page = session, page

    # --- generating ---

    def ask(self) -> None:
        """Ask what to generate."""
        self._ask_with([])

    def ask_for_dataset(self, dataset: Dataset) -> None:
        """Ask how the problems of an imported set are solved."""
        from o1desk.core.types import Level
        from o1desk.environments.imported import PREFIX

        name = PREFIX + Path(dataset.file).stem
        self._ask_with([{"environment": name, "level": str(level)} for level in Level])

    def _ask_with(self, mix: list[dict[str, Any]]) -> None:
        from o1desk.gui.pages.data.generate_dialog import GenerateDialog

        if self._session.refuses():
            return
        dialog = GenerateDialog(self._session, self._page, mix)
        dialog.start_asked.connect(self.generate)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def generate(self, config: dict[str, Any]) -> None:
        """Generate samples with settings for GenerateConfig."""
        if self._session.refuses():
            return
        count = QLocale().toString(int(config.get("count", 0)))
        source = str(config.get("source"))
        titles = {
            "solver": self.tr("Solving {count} problems"),
            "model": self.tr("A model answers {count} problems"),
        }
        title = titles.get(source, self.tr("Generating for {count} problems"))
        config = {"config": config}
        self._session.runs.start("generate", config, title=title.format(count=count))

    def make_few(self) -> None:
        """Make a few sample problems at once, with everything as usual."""
        from o1desk.environments.families import STARTER

        mix = [{"environment": name, "level": "easy"} for name in STARTER[:FEW_FAMILIES]]
        self.generate({"source": "solver", "environments": mix, "count": SAMPLES})

    # --- files ---

    def ask_file(self) -> None:
        """Ask for files to import."""
        if self._session.refuses():
            return
        dialog = QFileDialog(self._page, self.tr("Import a file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilter("JSON lines (*.jsonl *.ndjson *.json)")
        dialog.filesSelected.connect(self._on_files)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take_dropped(self, paths: Sequence[Path]) -> None:
        """Import files that were dropped on the window."""
        if paths and self._session.refuses():
            return
        for path in paths:
            if self._session.settings.get("data.ask_dropped_file"):
                self._ask_import(path)
            else:
                self.import_file(path, "")

    def import_file(self, path: Path, name: str) -> None:
        """Import a file as a dataset; an empty name takes that of the file."""
        if self._session.refuses():
            return
        file_works(self._session).start(Importing(self._session, path, name))

    def _on_files(self, names: list[str]) -> None:
        for name in names:
            self._ask_import(Path(name))

    def _ask_import(self, path: Path) -> None:
        from o1desk.gui.pages.data.import_dialog import ImportDialog

        dialog = ImportDialog(self._session, self._page, path)
        dialog.start_asked.connect(self.import_file)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def ask_export(self, chosen: SampleFilter, stem: str) -> None:
        """Ask what is exported, and where to."""
        from o1desk.gui.pages.data.export_dialog import ExportDialog

        dialog = ExportDialog(self._session, self._page, chosen, stem)
        dialog.start_asked.connect(self.export)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def ask_export_of(self, dataset: Dataset) -> None:
        """Ask how a dataset is exported."""
        self.ask_export(SampleFilter(dataset=dataset.id), dataset.name.replace("/", "-"))

    def export(self, order: ExportOrder) -> None:
        """Write a file."""
        file_works(self._session).start(Exporting(self._session, order))

    # --- datasets ---

    def ask_dataset(self, chosen: SampleFilter, names: Sequence[str]) -> None:
        """Ask for the name under which what is listed is kept."""
        from o1desk.gui.pages.data.keep_dialog import KeepDialog

        if self._session.refuses():
            return
        dialog = KeepDialog(self._session, self._page, chosen, names)
        dialog.keep_asked.connect(self.keep)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def keep(self, name: str, chosen: SampleFilter) -> None:
        """Freeze what passes a filter as a dataset."""
        if self._session.refuses():
            return
        datasets = self._session.store.datasets
        self._session.ops.write(
            lambda: datasets.create_from(name, chosen, freeze=True),
            self._on_kept,
            changed=("dataset",),
        )

    def _on_kept(self, made: Dataset) -> None:
        words = self.tr("{name} keeps %Ln sample(s)", "", made.samples)
        self._session.toast(
            words.format(name=one_line(made.name, NAME_CHARACTERS)), tone="good",
            action=self.tr("Show"),
            run=lambda: self._session.open("data", dataset=made.name),
        )  # fmt: skip
