"""The sample in hand with what its annotator said of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from o1desk.core.types import Sample
from o1desk.gui.models.step_model import StepView
from o1desk.gui.pages.annotate.marks import Mark, mark_of
from o1desk.store import Store
from o1desk.store.labels import HUMAN, Label

NOTHING = Mark()


@dataclass(slots=True, kw_only=True)
class Item:
    """A sample in hand; of its labels only `overlay` changes any.

    Attributes:
        id: Its row.
        sample: Problem, steps, answer.
        labels: The annotator's label of each step; None stands for the whole.
        views: What a row shows of each step, as it was read.
        marks: What the labels of steps say.
        values: Value of each rated step.
    """

    id: int
    sample: Sample
    labels: dict[int | None, Label] = field(default_factory=dict)
    views: list[StepView] = field(default_factory=list)
    marks: dict[int, Mark] = field(default_factory=dict)
    values: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Read the labels."""
        for step in self.labels:
            self._read(step)
        self.views = [
            step_view(index, step.text, self.marks.get(index, NOTHING))
            for index, step in enumerate(self.sample.trace.steps)
        ]

    @property
    def length(self) -> int:
        """How many steps there are."""
        return len(self.sample.trace.steps)

    @property
    def first_error(self) -> int | None:
        """Index of the first step rated wrong."""
        return min((step for step, value in self.values.items() if value < 0), default=None)

    def mark(self, step: int | None) -> Mark:
        """Return what is said of a step, or of the whole."""
        if step is None:
            return mark_of(self.labels.get(None))
        return self.marks.get(step, NOTHING)

    def end(self, *, stops: bool) -> int:
        """Return how many steps are to be rated; what follows the first error is not, if it stops.

        Args:
            stops: Whether the first error ends the item.
        """
        error = self.first_error if stops else None
        return self.length if error is None else error + 1

    def next_open(self, after: int, *, stops: bool) -> int | None:
        """Return the next step without a rating, from the start again when the end is reached.

        Args:
            after: Index of the step in hand.
            stops: Whether the first error ends the item.
        """
        end = self.end(stops=stops)
        order = (*range(after + 1, end), *range(min(after + 1, end)))
        return next((step for step in order if step not in self.values), None)

    def first_step(self, *, stops: bool) -> int:
        """Return the step to begin with: the first open one, or the error that ended the item.

        Args:
            stops: Whether the first error ends the item.
        """
        found = self.next_open(-1, stops=stops)
        if found is None and stops:
            found = self.first_error
        return found or 0

    def is_done(self, *, stops: bool) -> bool:
        """Return whether every step that is to be rated was rated."""
        return all(step in self.values for step in range(self.end(stops=stops)))

    def overlay(self, wanted: Mapping[int | None, Label | None]) -> None:
        """Take over what is said now; None takes a label away."""
        for step, label in wanted.items():
            if label is None:
                self.labels.pop(step, None)
            else:
                self.labels[step] = label
            self._read(step)

    def _read(self, step: int | None) -> None:
        if step is None:
            return
        mark = mark_of(self.labels.get(step))
        if mark.is_empty:
            self.marks.pop(step, None)
        else:
            self.marks[step] = mark
        if mark.value is None:
            self.values.pop(step, None)
        else:
            self.values[step] = mark.value


def step_view(index: int, text: str, mark: Mark) -> StepView:
    """Return what a row shows of a step."""
    return StepView(index=index, text=text, label=mark.value, note=mark.note)


def read_item(store: Store, row_id: int, annotator: str) -> Item | None:
    """Read a sample and its labels; None if it is not there. Runs off the window's thread."""
    sample = store.samples.get(row_id)
    if sample is None:
        return None
    labels = {
        label.step: label
        for _, label in store.labels.of_sample(row_id)
        if label.source == HUMAN and label.annotator == annotator
    }
    return Item(id=row_id, sample=sample, labels=labels)
