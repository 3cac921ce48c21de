"""The groups of one step as a table: prompt, how many answers were right, reward, signal."""

import statistics
from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QObject, Qt
from typing_extensions import override

from o1desk.core.types import Judgement
from o1desk.gui.shown import isolate, one_line, tooltip_text
from o1desk.gui.theme import Theme
from o1desk.store.rollouts import RolloutGroup

PROMPT, RIGHT, REWARD, SIGNAL = range(4)
PROMPT_CHARS = 160
SAME = 1e-9  # rewards that differ by less are the same


def right_of(group: RolloutGroup) -> int:
    """Return how many answers of a group are right."""
    return sum(member.judgement == Judgement.CORRECT for member in group.members)


def reward_of(group: RolloutGroup) -> float | None:
    """Return the mean reward of a group; None when nothing was scored."""
    known = [member.reward for member in group.members if member.reward is not None]
    return statistics.fmean(known) if known else None


def is_mixed(group: RolloutGroup) -> bool:
    """Return whether the answers of a group got different rewards, so that it teaches something."""
    known = [member.reward for member in group.members if member.reward is not None]
    return bool(known) and max(known) - min(known) > SAME


class GroupModel(QAbstractTableModel):
    """The groups of one step."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        """Start empty."""
        super().__init__(parent)
        self._theme = theme
        self._groups: list[RolloutGroup] = []

    def set_groups(self, groups: Sequence[RolloutGroup]) -> None:
        """Show other groups."""
        self.beginResetModel()
        self._groups = list(groups)
        self.endResetModel()

    def group(self, row: int) -> RolloutGroup:
        """Return a group."""
        return self._groups[row]

    def first_mixed_row(self) -> int:
        """Return the first row that teaches something; 0 when none does."""
        return next((n for n, group in enumerate(self._groups) if is_mixed(group)), 0)

    def row_of_problem(self, problem_id: int) -> int:
        """Return the row of a problem's group; -1 when it was not asked."""
        found = (n for n, group in enumerate(self._groups) if group.problem_id == problem_id)
        return next(found, -1)

    @override
    def rowCount(self, parent: QModelIndex | None = None) -> int:  # type: ignore[override]
        return 0 if parent is not None and parent.isValid() else len(self._groups)

    @override
    def columnCount(self, parent: QModelIndex | None = None) -> int:  # type: ignore[override]
        return 0 if parent is not None and parent.isValid() else 4

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            titles = (
                self.tr("Problem"),
                self.tr("Right"),
                self.tr("Reward"),
                self.tr("Signal"),
            )
            return titles[section]
        if role == Qt.ItemDataRole.ToolTipRole and section == SIGNAL:
            return self.tr("Only groups whose answers got different rewards teach anything")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return None

    @override
    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:  # type: ignore[override]
        if not index.isValid():
            return None
        group, column = self._groups[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(group, column)
        if role == Qt.ItemDataRole.ToolTipRole and column == PROMPT:
            return tooltip_text(group.prompt)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == Qt.ItemDataRole.ForegroundRole and column == SIGNAL:
            return self._theme.color("good" if is_mixed(group) else "faint")
        return None

    def _text(self, group: RolloutGroup, column: int) -> str:
        if column == PROMPT:
            return isolate(one_line(group.prompt, PROMPT_CHARS))
        if column == RIGHT:
            return f"{right_of(group)}/{len(group.members)}"
        if column == REWARD:
            reward = reward_of(group)
            return "\u2013" if reward is None else QLocale().toString(reward, "f", 2)
        return self._signal(group)

    def _signal(self, group: RolloutGroup) -> str:
        if is_mixed(group):
            return self.tr("mixed")
        right = right_of(group)
        if right == len(group.members):
            return self.tr("all right")
        return self.tr("all wrong") if not right else self.tr("all the same")


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in (RIGHT, REWARD) else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
