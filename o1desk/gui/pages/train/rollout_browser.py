"""What a training sampled, step by step: the groups of a step, and the answers of a group."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSplitter,
    QStackedLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from o1desk.gui.pages.train.group_model import PROMPT, GroupModel
from o1desk.gui.pages.train.group_view import GroupView
from o1desk.gui.pages.train.record import RunRecord
from o1desk.gui.pages.train.step_slider import StepSlider
from o1desk.gui.widgets.empty import EmptyState

if TYPE_CHECKING:
    from o1desk.gui.session import Session
    from o1desk.store.rollouts import RolloutGroup

READ_MS = 120  # a slider that is dragged reads where it rests
AGAIN_MS = 400  # the store hears of a step a moment after the window
MOST_TRIES = 6


class RolloutBrowser(QWidget):
    """A slider over the steps, a table of groups, and the chosen group.

    Attributes:
        steps: The slider.
    """

    def __init__(self, session: "Session") -> None:
        """Show nothing yet."""
        super().__init__()
        self._session = session
        theme = session.theme
        self._record: RunRecord | None = None
        self._step: int | None = None
        self._tries = 0
        self.steps = StepSlider(theme)
        self.steps.step_chosen.connect(self._go)
        self.steps.followed.connect(self._on_followed)
        self._model = GroupModel(theme, self)
        self._table = self._new_table()
        self._group = GroupView(theme)
        self._group.pin_toggled.connect(self._on_pin)
        self._group.step_chosen.connect(self.show_step)
        self._group.data_asked.connect(self._on_data)
        self._group.annotate_asked.connect(self._on_annotate)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._read)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._empty_state())
        self._pages.addWidget(self._content())

    # --- what is shown ---

    @property
    def model(self) -> GroupModel:
        """The groups of the step."""
        return self._model

    @property
    def group_view(self) -> GroupView:
        """The chosen group."""
        return self._group

    @property
    def step(self) -> int | None:
        """The step that is shown; None for none."""
        return self._step

    def show_record(self, record: RunRecord) -> None:
        """Show the answers of a run, its newest step first."""
        is_new = record is not self._record
        self._record = record
        if is_new:
            self._step = None
            self._model.set_groups([])
            self._group.show_group(None, is_pinned=False)
            self.steps.follow.setChecked(True)
        self.steps.follow.setVisible(record.is_active)
        steps = record.rollout_steps
        self._pages.setCurrentIndex(1 if steps else 0)
        self.steps.set_steps(steps, self._step)
        if steps and (self._step is None or (self._is_following and self._step != steps[-1])):
            self._go(steps[-1])

    def show_step(self, step: int) -> None:
        """Show the step nearest to one that was chosen elsewhere."""
        record = self._record
        if record is not None and record.rollout_steps:
            self.steps.follow.setChecked(False)
            self._go(min(record.rollout_steps, key=lambda known: abs(known - step)))

    @property
    def _is_following(self) -> bool:
        record = self._record
        return record is not None and record.is_active and self.steps.follow.isChecked()

    # --- layout ---

    def _new_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self._model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(self._session.theme.px(28))
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(PROMPT, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        table.setTabKeyNavigation(False)
        table.setAccessibleName(self.tr("Groups of the step"))
        table.selectionModel().currentRowChanged.connect(self._on_row)
        return table

    def _content(self) -> QWidget:
        theme = self._session.theme
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(8))
        layout.addWidget(self.steps)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self._table)
        split.addWidget(self._group)
        split.setStretchFactor(0, 2)
        split.setStretchFactor(1, 5)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(theme.px(8))
        layout.addWidget(split, 1)
        return content

    def _empty_state(self) -> EmptyState:
        return EmptyState(
            self._session.theme,
            "brain",
            self.tr(
                "Every answer that reinforcement learning samples is shown here, with its reward "
                "and what was learned from it. The first ones come with the first step."
            ),
        )

    # --- moving ---

    def _on_followed(self) -> None:
        record = self._record
        if record is not None and record.rollout_steps:
            self._go(record.rollout_steps[-1])

    def _go(self, step: int) -> None:
        self._step, self._tries = step, 0
        self.steps.show_step(step)
        self._read_in(READ_MS)

    # --- reading ---

    def _read_in(self, wait_ms: int) -> None:
        if self.isVisible():
            self._later.start(wait_ms)

    def _read(self) -> None:
        record, step = self._record, self._step
        if record is None or step is None or not record.id:
            return
        store, run = self._session.store, record.id

        def read() -> "tuple[str, int, list[RolloutGroup]]":
            return run, step, store.rollouts.at(run, step)

        self._session.ops.read(read, self._on_groups, owner=self)

    def _on_groups(self, found: "tuple[str, int, list[RolloutGroup]]") -> None:
        run, step, groups = found
        record = self._record
        if record is None or (run, step) != (record.id, self._step):
            return
        if self._is_late(record, groups):
            self._tries += 1
            self._read_in(AGAIN_MS)
        kept = self._group.group
        self._model.set_groups(groups)
        row = -1 if record.pinned is None else self._model.row_of_problem(record.pinned)
        if row < 0 and kept is not None:
            row = self._model.row_of_problem(kept.problem_id)
        if groups:
            self._choose(row if row >= 0 else self._model.first_mixed_row())
        else:
            self._group.show_group(None, is_pinned=False)
        self._look_for_pinned()

    def _is_late(self, record: RunRecord, groups: "Sequence[RolloutGroup]") -> bool:
        """Return whether the store has not heard of the whole step yet."""
        wanted = record.settings.get("prompts", 0)
        has_all = isinstance(wanted, int) and len(groups) >= wanted
        return not has_all and self._tries < MOST_TRIES and record.live is not None

    def _choose(self, row: int) -> None:
        index = self._model.index(row, 0)
        flags = (
            QItemSelectionModel.SelectionFlag.ClearAndSelect
            | QItemSelectionModel.SelectionFlag.Rows
        )
        self._table.selectionModel().setCurrentIndex(index, flags)
        self._table.scrollTo(index)
        self._show_row(row)

    def _on_row(self, index: QModelIndex) -> None:
        if index.isValid():
            self._show_row(index.row())

    def _show_row(self, row: int) -> None:
        record = self._record
        if record is not None:
            group = self._model.group(row)
            self._group.show_group(group, is_pinned=record.pinned == group.problem_id)

    # --- a pinned problem ---

    def _on_pin(self, is_on: bool) -> None:
        record, group = self._record, self._group.group
        if record is None or group is None:
            return
        record.pinned = group.problem_id if is_on else None
        self._look_for_pinned()

    def _look_for_pinned(self) -> None:
        record = self._record
        if record is None or record.pinned is None or not record.id:
            self._group.show_pinned_steps((), 0)
            return
        store, run, problem = self._session.store, record.id, record.pinned
        self._session.ops.read(
            lambda: store.rollouts.group_of_problem(run, problem),
            self._on_pinned_steps,
            owner=self,
        )

    def _on_pinned_steps(self, steps: Sequence[int]) -> None:
        record, group = self._record, self._group.group
        if record is None or group is None or record.pinned != group.problem_id:
            self._group.show_pinned_steps((), 0)
        else:
            self._group.show_pinned_steps(steps, self._step or 0)

    # --- elsewhere ---

    def _on_data(self, sample: int) -> None:
        self._session.open("data", sample=sample)

    def _on_annotate(self, sample: int) -> None:
        self._session.open("annotate", sample=sample)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._step is not None:
            self._later.start(0)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._later.stop()
