"""Data: filters on the left, the samples in the middle, one of them on the right."""

import dataclasses
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from o1desk.gui.page import Command, Page
from o1desk.gui.pages.data.dataset_actions import DatasetActions
from o1desk.gui.pages.data.dataset_bar import DatasetBar
from o1desk.gui.pages.data.datasets_panel import DatasetsPanel
from o1desk.gui.pages.data.filter_bar import FilterBar
from o1desk.gui.pages.data.filter_panel import FilterPanel
from o1desk.gui.pages.data.importing import SUFFIXES
from o1desk.gui.pages.data.inspector import Inspector
from o1desk.gui.pages.data.jobs_panel import JobsPanel
from o1desk.gui.pages.data.listing import Listing
from o1desk.gui.pages.data.sample_list import SampleList
from o1desk.gui.pages.data.saved_filters import (
    KEY,
    SavedFilters,
    filter_as_json,
    filter_from_json,
)
from o1desk.gui.pages.data.starting import Starting
from o1desk.gui.pages.data.toolbar import Toolbar
from o1desk.gui.session import Session
from o1desk.gui.widgets.cards import column, scrolled
from o1desk.store.filters import SampleFilter

LEFT_PX, MIDDLE_PX, RIGHT_PX = 200, 572, 348
LISTED = frozenset({"sample", "label", "dataset", "problem"})  # tables that the list shows


class DataPage(Page):
    """The second tab."""

    KEY = "data"
    ICON = "data"

    def __init__(self, session: Session) -> None:
        """Build the three panes; the rows follow."""
        super().__init__(session)
        self.filters = FilterPanel(self.theme)
        self.saved = SavedFilters(session)
        self.datasets = DatasetsPanel(session)
        self.actions_on_datasets = DatasetActions(session, self)
        self.dataset_bar = DatasetBar(self.theme, self.actions_on_datasets)
        self.starting = Starting(session, self)
        self.samples = SampleList(
            session, generate=self.starting.ask, few=self.starting.make_few,
            clear=self.filters.clear,
        )  # fmt: skip
        self.toolbar = Toolbar(session)
        self.filter_bar = FilterBar(self.theme, self.samples.view)
        self.jobs = JobsPanel(session)
        self.inspector = Inspector(session)
        self._panes = [self.theme.px(width) for width in (LEFT_PX, MIDDLE_PX, RIGHT_PX)]
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()
        self._connect()

    @override
    def title(self) -> str:
        return self.tr("Data")

    @override
    def commands(self) -> Sequence[Command]:
        return (
            Command(
                key="data.generate", title=self.tr("Generate samples"), run=self.starting.ask,
                shortcut="Ctrl+G", words="solver model", is_ready=self._can_write,
            ),
            Command(
                key="data.import", title=self.tr("Import a file"), run=self.starting.ask_file,
                shortcut="Ctrl+O", words="jsonl json questions", is_ready=self._can_write,
            ),
            Command(
                key="data.export", title=self.tr("Export what is listed"), run=self._on_export,
                shortcut="Ctrl+E", words="jsonl trl labels problems",
            ),
            Command(
                key="data.dataset", title=self.tr("Keep what is listed as a dataset"),
                run=self._on_keep, shortcut="Ctrl+D", is_ready=self._can_write,
            ),
            Command(
                key="data.search", title=self.tr("Search samples"),
                run=self.filters.search.setFocus, shortcut="Ctrl+F",
            ),
            Command(
                key="data.clear", title=self.tr("Show all samples"), run=self.filters.clear,
                words="filter reset",
            ),
        )  # fmt: skip

    @override
    def entered(self) -> None:
        self.samples.look()
        self.datasets.look()

    @override
    def show_target(self, **what: Any) -> None:
        """Show what another page pointed at.

        Args:
            what: `dataset` (name), `run` (id), `problem` (row), `origin` (word), or `sample` (row)
                to list or select; `act` "generate" or "import" to begin.
        """
        if "dataset" in what:
            self.datasets.pick(str(what["dataset"]))
        elif "run" in what:
            self.filters.apply(SampleFilter(run=str(what["run"])))
        elif "problem" in what:
            self.filters.apply(SampleFilter(problem=int(what["problem"])))
        elif "origin" in what:
            self.filters.apply(SampleFilter(origin=str(what["origin"])))
        elif "sample" in what:
            self.samples.select(int(what["sample"]))
            self.inspector.show_sample(int(what["sample"]))
        if what.get("act") in ("generate", "import") and self._can_write():
            start = {"generate": self.starting.ask, "import": self.starting.ask_file}
            start[what["act"]]()

    @override
    def take_files(self, paths: Sequence[Path]) -> bool:
        known = [path for path in paths if path.suffix.lower() in SUFFIXES and path.is_file()]
        self.starting.take_dropped(known)
        return bool(known)

    @override
    def save_state(self) -> dict[str, Any]:
        return {
            "filter": filter_as_json(self.filters.chosen),
            "list": self.samples.save_state(),
            "panes": self._splitter.sizes() if self.isVisible() else self._panes,
        }

    @override
    def restore_state(self, state: dict[str, Any]) -> None:
        if isinstance(state.get("list"), dict):
            self.samples.restore_state(state["list"])
        panes = state.get("panes")
        if isinstance(panes, list) and len(panes) == len(self._panes):
            self._panes = panes
            self._splitter.setSizes(panes)
        self._show_filter(filter_from_json(state.get("filter")))

    # --- building ---

    def _lay_out(self) -> None:
        px = self.theme.px
        content, left_rows = column(self.theme, gap=16)
        left_rows.addWidget(self.filters)
        left_rows.addWidget(self.datasets)
        left_rows.addStretch(1)
        left, rows = column(self.theme, gap=8)
        rows.setContentsMargins(px(16), px(16), px(4), 0)
        rows.addWidget(self.filters.search)
        rows.addWidget(self.saved)
        rows.addWidget(scrolled(content), 1)
        middle, rows = column(self.theme, gap=8)
        rows.setContentsMargins(px(4), px(16), px(4), px(16))
        for part in (self.toolbar, self.jobs, self.dataset_bar, self.filter_bar):
            rows.addWidget(part)
        rows.addWidget(self.samples, 1)
        right, rows = column(self.theme, gap=8)
        rows.setContentsMargins(px(4), px(16), px(12), px(16))
        rows.addWidget(self.inspector)
        self._split(left, middle, right)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._splitter)

    def _split(self, *panes: QWidget) -> None:
        self._splitter.setChildrenCollapsible(False)
        for pane, width in zip(panes, self._panes, strict=True):
            pane.setMinimumWidth(width * 3 // 4)
            self._splitter.addWidget(pane)
        self._splitter.setSizes(self._panes)
        self._splitter.setStretchFactor(1, 1)

    def _connect(self) -> None:
        self.filters.changed.connect(self._show_filter)
        self.filter_bar.changed.connect(self.filters.apply)
        self.saved.chosen.connect(self.filters.apply)
        self.datasets.picked.connect(self._on_dataset)
        self.datasets.loaded.connect(self._on_datasets)
        self.datasets.menu_asked.connect(self.actions_on_datasets.open_menu)
        self.dataset_bar.closed.connect(self._on_dataset_closed)
        self.dataset_bar.generate_asked.connect(self.starting.ask_for_dataset)
        self.actions_on_datasets.export_asked.connect(self.starting.ask_export_of)
        self.samples.listed.connect(self._on_listed)
        self.samples.chosen.connect(self._on_chosen)
        self.samples.missed.connect(self._on_missed)
        self.samples.opened.connect(self._on_annotate)
        self.samples.remove_asked.connect(self.remove)
        self.toolbar.generate_asked.connect(self.starting.ask)
        self.toolbar.import_asked.connect(self.starting.ask_file)
        self.toolbar.write_asked.connect(self._on_write)
        self.toolbar.export_asked.connect(self._on_export)
        self.toolbar.keep_asked.connect(self._on_keep)
        self.inspector.annotate_asked.connect(self._on_annotate)
        self.inspector.problem_asked.connect(self._on_problem)
        self.inspector.run_asked.connect(self._on_run)
        self.session.tables_changed.connect(self._on_tables)

    # --- what is listed ---

    def _show_filter(self, chosen: SampleFilter) -> None:
        self.filters.set_filter(chosen)
        self.filter_bar.show_filter(chosen)
        self.saved.show_filter(chosen)
        self.datasets.show_chosen(chosen.dataset)
        self._show_dataset()
        self.samples.set_filter(chosen)

    def _show_dataset(self) -> None:
        self.dataset_bar.show_dataset(self.datasets.chosen)

    def _on_datasets(self) -> None:
        """List everything again when the dataset that was listed is gone."""
        if self.datasets.chosen_id is not None and self.datasets.chosen is None:
            self._on_dataset(None)
        else:
            self._show_dataset()

    def _on_dataset(self, row_id: int | None) -> None:
        chosen = SampleFilter() if row_id is not None else self.filters.chosen
        self.filters.apply(dataclasses.replace(chosen, dataset=row_id))

    def _on_dataset_closed(self) -> None:
        self._on_dataset(None)

    def _on_listed(self, found: Listing) -> None:
        self.filters.show_facets(found.facets)
        self.toolbar.show_counts(len(found.ids), found.total)
        self.filter_bar.show_counts(len(found.ids), found.total)
        if not found.ids:
            self.inspector.show_nothing()

    def _on_tables(self, changed: frozenset[str]) -> None:
        if KEY in changed:
            self.saved.look()
        if changed & LISTED and self.isVisible():
            self.samples.look_later()
            if "dataset" in changed:
                self.datasets.look()
            if "label" in changed or "sample" in changed:
                self.inspector.refresh()

    # --- one sample ---

    def _on_chosen(self, row_id: int | None) -> None:
        if row_id is not None:
            self.inspector.show_sample(row_id)

    def _on_missed(self, row_id: int) -> None:
        """List everything, so that the table shows what the inspector is asked for."""
        del row_id
        if self.filters.chosen != SampleFilter():
            self.filters.clear()
        else:
            self.session.toast(self.tr("That sample was removed, so it is not listed"), tone="warn")
            self.samples.give_up()
            self._on_chosen(self.samples.view.current_id())

    def _on_annotate(self, row_id: int) -> None:
        self.session.open("annotate", sample=row_id)

    def _on_write(self) -> None:
        self.session.open("annotate", write=True)

    def _on_problem(self, row_id: int) -> None:
        self.filters.apply(SampleFilter(problem=row_id))

    def _on_run(self, run_id: str) -> None:
        self.filters.apply(SampleFilter(run=run_id))

    def remove(self, ids: list[int]) -> None:
        """Remove samples; labels and lineage stay, and it can be undone."""
        samples = self.session.store.samples
        self.session.do(
            self.tr("Remove %Ln sample(s)", "", len(ids)),
            lambda: samples.remove(ids),
            lambda: samples.restore(ids),
            changed=("sample",),
        )

    # --- more of them, and out ---

    def _can_write(self) -> bool:
        return not self.session.store.is_read_only

    def _on_export(self) -> None:
        self.starting.ask_export(self.filters.chosen, "samples")

    def _on_keep(self) -> None:
        self.starting.ask_dataset(self.filters.chosen, self.datasets.names())
