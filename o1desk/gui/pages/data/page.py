"""Data: filters on the left, the samples in the middle, one of them on the right."""

import dataclasses
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLocale, Qt, QTimer
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QInputDialog,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from o1desk.gui.icons import icon
from o1desk.gui.live_run import LiveRun
from o1desk.gui.models.paged_table import PagedTable
from o1desk.gui.models.table_view import TableView
from o1desk.gui.page import Command, Page
from o1desk.gui.pages.data.columns import sample_columns
from o1desk.gui.pages.data.datasets_panel import DatasetsPanel
from o1desk.gui.pages.data.exporting import Exporting
from o1desk.gui.pages.data.filter_panel import FilterPanel
from o1desk.gui.pages.data.funnel_card import FunnelCard
from o1desk.gui.pages.data.importing import SUFFIXES, ImportDialog, Importing, rejected_text
from o1desk.gui.pages.data.inspector import Inspector
from o1desk.gui.pages.data.listing import Listing, Order, listing_of
from o1desk.gui.session import Session
from o1desk.gui.widgets.cards import column
from o1desk.gui.widgets.empty import EmptyState
from o1desk.gui.widgets.labels import button, label
from o1desk.store.filters import SampleFilter
from o1desk.store.imports.result import Imported

LEFT_PX, MIDDLE_PX, RIGHT_PX = 210, 560, 340
REFRESH_MS = 250
SAMPLES = 20


class DataPage(Page):
    """The second tab."""

    KEY = "data"
    ICON = "data"

    def __init__(self, session: Session) -> None:
        """Build the three panes; the rows follow."""
        super().__init__(session)
        self._order = Order()
        self._wanted = 0
        self._filters = FilterPanel(self.theme)
        self._filters.changed.connect(self._on_filter)
        self._datasets = DatasetsPanel(session)
        self._datasets.chosen.connect(self._on_dataset)
        self._datasets.export_asked.connect(self._on_export_dataset)
        self._table = PagedTable(sample_columns(), session.store.samples.page, session.ops.read)
        self._table.sort_asked.connect(self._on_sort)
        self._view = TableView(self.theme, self._table)
        self._view.remove_asked.connect(self.remove)
        self._view.current_changed.connect(self._on_row)
        self._view.row_opened.connect(self._on_annotate)
        self._view.setAccessibleName(self.tr("Samples"))
        self._inspector = Inspector(session)
        self._inspector.annotate_asked.connect(self._on_annotate)
        self._inspector.problem_asked.connect(self._on_problem)
        self._inspector.run_asked.connect(self._on_run_asked)
        self._count = label("", "muted")
        self._jobs = QVBoxLayout()
        self._cards: dict[int, FunnelCard] = {}
        self._lay_out()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(REFRESH_MS)
        self._later.timeout.connect(self.look)
        session.tables_changed.connect(self._on_tables)
        session.runs.run_added.connect(self._on_run)
        for run in session.runs.active:
            self._on_run(run)

    @override
    def title(self) -> str:
        return self.tr("Data")

    @override
    def commands(self) -> Sequence[Command]:
        return (
            Command(
                key="data.generate", title=self.tr("Generate samples"), run=self.generate,
                shortcut="Ctrl+G", words="solver model",
            ),
            Command(
                key="data.import", title=self.tr("Import a file"), run=self.ask_file,
                shortcut="Ctrl+O", words="jsonl json questions",
            ),
            Command(
                key="data.export", title=self.tr("Export what is listed"), run=self.export,
                shortcut="Ctrl+E", words="jsonl trl",
            ),
            Command(
                key="data.dataset", title=self.tr("Keep what is listed as a dataset"),
                run=self.ask_dataset, shortcut="Ctrl+D",
            ),
            Command(
                key="data.search", title=self.tr("Search samples"),
                run=self._filters.search.setFocus, shortcut="Ctrl+F",
            ),
        )  # fmt: skip

    @override
    def entered(self) -> None:
        self.look()
        self._datasets.look()

    @override
    def show_target(self, **what: Any) -> None:
        if "dataset" in what:
            self._datasets.choose(str(what["dataset"]))
        elif "run" in what:
            self._apply(SampleFilter(run=str(what["run"])))
        elif "problem" in what:
            self._apply(SampleFilter(problem=int(what["problem"])))
        elif "sample" in what:
            self._inspector.show_sample(int(what["sample"]))
        elif "origin" in what:
            self._apply(SampleFilter(origin=str(what["origin"])))

    @override
    def take_files(self, paths: Sequence[Path]) -> bool:
        known = [path for path in paths if path.suffix.lower() in SUFFIXES and path.is_file()]
        for path in known:
            if self.session.settings.get("data.ask_dropped_file"):
                self._ask_import(path)
            else:
                self._import(path, "")
        return bool(known)

    @override
    def save_state(self) -> dict[str, Any]:
        return {
            "filter": dataclasses.asdict(self._filters.chosen),
            "order": dataclasses.asdict(self._order),
            "header": self._view.save_header(),
        }

    @override
    def restore_state(self, state: dict[str, Any]) -> None:
        known = {field.name for field in dataclasses.fields(SampleFilter)}
        values = {k: v for k, v in dict(state.get("filter", {})).items() if k in known}
        self._filters.set_filter(SampleFilter(**values))
        self._order = Order(**state.get("order", {}))
        if state.get("header"):
            self._view.restore_header(str(state["header"]))

    # --- panes ---

    def _lay_out(self) -> None:
        left, left_rows = column(self.theme, edge=16, gap=12)
        left_rows.addWidget(self._filters, 1)
        left_rows.addWidget(self._datasets)
        middle, rows = column(self.theme, edge=0, gap=8)
        rows.setContentsMargins(0, self.theme.px(16), 0, self.theme.px(16))
        rows.addLayout(self._tools())
        rows.addLayout(self._jobs)
        self._middle = QStackedWidget()
        self._middle.addWidget(self._view)
        self._middle.addWidget(self._empty())
        self._middle.addWidget(self._no_results())
        rows.addWidget(self._middle, 1)
        right, right_rows = column(self.theme, edge=16)
        right_rows.addWidget(self._inspector)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        for pane, width in ((left, LEFT_PX), (middle, MIDDLE_PX), (right, RIGHT_PX)):
            pane.setMinimumWidth(self.theme.px(width * 3 // 4))
            splitter.addWidget(pane)
        splitter.setSizes([self.theme.px(each) for each in (LEFT_PX, MIDDLE_PX, RIGHT_PX)])
        splitter.setStretchFactor(1, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(splitter)

    def _tools(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(self.theme.px(8))
        generate = button(self.tr("Generate"), self.generate, kind="primary", tip="Ctrl+G")
        line.addWidget(generate)
        for text, name, run, tip in (
            (self.tr("Import"), "import", self.ask_file, "Ctrl+O"),
            (self.tr("Export"), "export", self.export, "Ctrl+E"),
            (self.tr("Keep as dataset"), "pin", self.ask_dataset, "Ctrl+D"),
        ):
            made = button(text, run, tip=f"{text} ({tip})")
            made.setIcon(icon(self.theme, name))
            line.addWidget(made)
        line.addStretch(1)
        line.addWidget(self._count)
        return line

    def _empty(self) -> QWidget:
        return EmptyState(
            self.theme, "data",
            self.tr("No samples yet. Let the solver write some with every step worked out, or drop "
                    "a JSONL file of questions and answers on the window."),
            action=(self.tr("Generate samples"), self.generate),
            second=(self.tr("Make 20 sample problems now"), self._few),
        )  # fmt: skip

    def _no_results(self) -> QWidget:
        return EmptyState(
            self.theme, "search", self.tr("Nothing matches these filters."),
            action=(self.tr("Show everything"), self._filters.clear),
        )  # fmt: skip

    # --- rows ---

    def look(self) -> None:
        """Look up what is listed now."""
        self._wanted += 1
        wanted = self._wanted

        def show(found: Listing) -> None:
            if wanted == self._wanted:
                self._show(found)

        chosen = self._filters.chosen
        self.session.ops.read(listing_of(self.session.store, chosen, self._order), show, owner=self)

    def _show(self, found: Listing) -> None:
        self._table.set_ids(found.ids)
        self._filters.show_facets(found.facets)
        number = QLocale().toString
        total = number(found.total)
        listed = number(len(found.ids))
        is_all = len(found.ids) == found.total
        self._count.setText(
            self.tr("%n sample(s)", "", found.total)
            if is_all
            else self.tr("{listed} of {total} samples").format(listed=listed, total=total)
        )
        self._middle.setCurrentIndex(0 if found.ids else 1 if not found.total else 2)

    def _apply(self, chosen: SampleFilter) -> None:
        self._filters.set_filter(chosen)
        self.look()

    def _on_filter(self, chosen: SampleFilter) -> None:
        del chosen
        self.look()

    def _on_dataset(self, row_id: int | None) -> None:
        self._apply(dataclasses.replace(self._filters.chosen, dataset=row_id))

    def _on_sort(self, key: str, descending: bool) -> None:
        self._order = Order(key=key, descending=descending)
        self.look()

    def _on_tables(self, changed: frozenset[str]) -> None:
        if changed & {"sample", "label", "dataset", "problem"} and self.isVisible():
            self._later.start()
            if "dataset" in changed:
                self._datasets.look()

    def _on_row(self, row_id: int | None) -> None:
        if row_id is not None:
            self._inspector.show_sample(row_id)

    def _on_annotate(self, row_id: int) -> None:
        self.session.open("annotate", sample=row_id)

    def _on_problem(self, row_id: int) -> None:
        self._apply(SampleFilter(problem=row_id))

    def _on_run_asked(self, run_id: str) -> None:
        self._apply(SampleFilter(run=run_id))

    def remove(self, ids: list[int]) -> None:
        """Remove samples; labels and lineage stay, and it can be undone."""
        samples = self.session.store.samples
        self.session.do(
            self.tr("Remove %n sample(s)", "", len(ids)),
            lambda: samples.remove(ids),
            lambda: samples.restore(ids),
            changed=("sample",),
        )
        self._inspector.show_nothing()

    # --- more of them ---

    def generate(self) -> None:
        """Ask what to generate."""
        from o1desk.gui.pages.data.generate_dialog import SOLVER, GenerateDialog

        dialog = GenerateDialog(self.session, self, SOLVER)
        dialog.start_asked.connect(self.start)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def start(self, config: dict[str, Any]) -> None:
        """Generate samples with these settings."""
        count = QLocale().toString(int(config.get("count", 0)))
        title = self.tr("Generating {count} problems").format(count=count)
        self.session.runs.start("generate", {"config": config}, title=title)

    def _few(self) -> None:
        from o1desk.environments.families import STARTER

        mix = [{"environment": name, "level": "easy"} for name in STARTER[:5]]
        self.start({"source": "solver", "environments": mix, "count": SAMPLES})

    def _on_run(self, run: LiveRun) -> None:
        if run.role != "generate" or run.is_quiet or run.number in self._cards:
            return
        card = FunnelCard(self.theme, run)
        card.shown_asked.connect(self._on_run_asked)
        card.resume_asked.connect(self._on_resume)
        card.dismissed.connect(self._on_dismissed)
        self._cards[run.number] = card
        self._jobs.addWidget(card)

    def _on_resume(self, run_id: str) -> None:
        self.session.runs.resume(run_id, role="generate", title=self.tr("Generating, resumed"))
        self._on_dismissed()

    def _on_dismissed(self) -> None:
        sender = self.sender()
        if isinstance(sender, FunnelCard):
            sender.hide()
            sender.deleteLater()

    # --- files ---

    def ask_file(self) -> None:
        """Ask for a file to import."""
        dialog = QFileDialog(self, self.tr("Import a file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilter("JSON lines (*.jsonl *.ndjson *.json)")
        dialog.filesSelected.connect(self._on_files)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_files(self, names: list[str]) -> None:
        for name in names:
            self._ask_import(Path(name))

    def _ask_import(self, path: Path) -> None:
        dialog = ImportDialog(self.session, self, path)
        dialog.start_asked.connect(self._import)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _import(self, path: Path, name: str) -> None:
        from o1desk.gui.pages.data.import_card import ImportCard

        importing = Importing(self.session, path, name)
        importing.finished.connect(self._on_imported)
        self._jobs.addWidget(ImportCard(self.theme, path.name, importing))

    def _on_imported(self, found: Imported) -> None:
        text = self.tr("{kept} of {rows} rows are in the dataset {name}").format(
            kept=found.kept, rows=found.generated, name=found.dataset
        )
        left = rejected_text(found)
        tone = "warn" if left else "good"
        self.session.toast(f"{text}. {left}" if left else text, tone=tone, is_system=True)

    def export(self) -> None:
        """Write what is listed to a file."""
        Exporting(self.session, self, self._filters.chosen, "samples")

    def _on_export_dataset(self, name: str) -> None:
        store = self.session.store

        def ask(row_id: int) -> None:
            Exporting(self.session, self, SampleFilter(dataset=row_id), name)

        self.session.ops.read(lambda: store.datasets.get(name).id, ask, owner=self)

    def ask_dataset(self) -> None:
        """Ask for the name under which what is listed is kept."""
        dialog = QInputDialog(self)
        dialog.setWindowTitle(self.tr("Keep as dataset"))
        dialog.setLabelText(
            self.tr("Name of the dataset; it is frozen, so that a run can be repeated")
        )
        dialog.textValueSelected.connect(self.keep)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def keep(self, name: str) -> None:
        """Freeze what is listed as a dataset."""
        datasets, chosen = self.session.store.datasets, self._filters.chosen

        def told(made: object) -> None:
            del made
            self.session.toast(self.tr("Kept as {name}").format(name=name), tone="good")

        self.session.ops.write(
            lambda: datasets.create_from(name.strip(), chosen, freeze=True), told,
            changed=("dataset",), owner=self,
        )  # fmt: skip
