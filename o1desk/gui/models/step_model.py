"""The steps of one chain of thought, the one being written included."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from typing_extensions import override

from o1desk.gui.shown import one_line

SPOKEN_CHARACTERS = 2_000
_NO_PARENT = QModelIndex()


@dataclass(frozen=True, slots=True, kw_only=True)
class StepView:
    """What a card shows of a step.

    Attributes:
        index: Its place in the chain, from 0; people read it from 1.
        text: The step as written.
        tokens: Length in tokens; 0 when nobody counted.
        ms: Time it took to write, milliseconds; 0 when not measured.
        entropy: Mean entropy of the model at its tokens, nats; None when unknown.
        mean_logprob: Mean log-probability of its tokens, nats; None when unknown.
        label: 1 good, 0 neutral, -1 bad; None when nobody rated it.
        note: A remark under the text, such as a critique; plain text.
    """

    index: int
    text: str
    tokens: int = 0
    ms: float = 0.0
    entropy: float | None = None
    mean_logprob: float | None = None
    label: int | None = None
    note: str = ""


class StepModel(QAbstractListModel):
    """Steps in order; the last row may be a step that is still being written."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start without steps."""
        super().__init__(parent)
        self._steps: list[StepView] = []
        self._streaming = ""

    @property
    def streaming_row(self) -> int:
        """Row of the step being written; -1 for none."""
        return len(self._steps) if self._streaming else -1

    def step(self, row: int) -> StepView:
        """Return what a row shows."""
        if row == self.streaming_row:
            return StepView(index=row, text=self._streaming)
        return self._steps[row]

    def steps(self) -> list[StepView]:
        """Return the finished steps."""
        return list(self._steps)

    def set_steps(self, steps: Iterable[StepView]) -> None:
        """Show other steps; none is being written."""
        self.beginResetModel()
        self._steps, self._streaming = list(steps), ""
        self.endResetModel()

    def append_step(self, step: StepView) -> None:
        """Add a finished step; it stands before the one being written."""
        row = len(self._steps)
        self.beginInsertRows(QModelIndex(), row, row)
        self._steps.append(step)
        self.endInsertRows()

    def replace_step(self, row: int, step: StepView) -> None:
        """Show a finished step anew, for example with another label."""
        self._steps[row] = step
        self.dataChanged.emit(self.index(row), self.index(row))

    def set_streaming_text(self, text: str) -> None:
        """Show the unfinished step, or none for ""."""
        row = len(self._steps)
        if text and self._streaming:
            if text != self._streaming:
                self._streaming = text
                self.dataChanged.emit(self.index(row), self.index(row))
        elif text:
            self.beginInsertRows(QModelIndex(), row, row)
            self._streaming = text
            self.endInsertRows()
        elif self._streaming:
            self.beginRemoveRows(QModelIndex(), row, row)
            self._streaming = ""
            self.endRemoveRows()

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._steps) + bool(self._streaming)

    @override
    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if not self.checkIndex(index, self.CheckIndexOption.IndexIsValid):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return one_line(self.step(index.row()).text)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(index.row())
        return None

    def spoken(self, row: int) -> str:
        """Return what a screen reader says of a row."""
        step = self.step(row)
        if row == self.streaming_row:
            head = self.tr("Step {number}, being written").format(number=step.index + 1)
        else:
            head = self.tr("Step {number}").format(number=step.index + 1)
        facts = [head, *self._facts(step)]
        text = one_line(step.text, SPOKEN_CHARACTERS)
        return ". ".join(each for each in (", ".join(facts), text, one_line(step.note)) if each)

    def _facts(self, step: StepView) -> list[str]:
        words = {1: self.tr("good"), 0: self.tr("neutral"), -1: self.tr("bad")}
        facts = [words[step.label]] if step.label in words else []
        if step.tokens:
            facts.append(self.tr("{count} tokens").format(count=step.tokens))
        if step.ms:
            seconds = QLocale().toString(step.ms / 1000, "f", 1)
            facts.append(self.tr("{seconds} seconds").format(seconds=seconds))
        return facts
