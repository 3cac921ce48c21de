"""The sample in hand with what its annotator said of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from o1desk.core.types import Sample
from o1desk.gui.pages.annotate.marks import Mark, mark_of
from o1desk.store import Store
from o1desk.store.labels import HUMAN, Label


@dataclass(slots=True, kw_only=True)
class Item:
    """A sample in hand.

    Attributes:
        id: Its row.
        sample: Problem, steps, answer.
        labels: The annotator's label of each step; None stands for the whole.
    """

    id: int
    sample: Sample
    labels: dict[int | None, Label] = field(default_factory=dict)

    @property
    def length(self) -> int:
        """How many steps there are."""
        return len(self.sample.trace.steps)

    @property
    def first_error(self) -> int | None:
        """Index of the first step rated wrong."""
        wrong = [step for step, value in self.values().items() if value < 0]
        return min(wrong) if wrong else None

    def mark(self, step: int | None) -> Mark:
        """Return what is said of a step, or of the whole."""
        return mark_of(self.labels.get(step))

    def values(self) -> dict[int, int]:
        """Return the value of every rated step."""
        marks = {step: mark_of(label) for step, label in self.labels.items() if step is not None}
        return {step: mark.value for step, mark in marks.items() if mark.value is not None}

    def end(self, *, stops: bool) -> int:
        """Return how many steps are to be rated; what follows the first error is not, if it stops.

        Args:
            stops: Whether the first error ends the item.
        """
        error = self.first_error
        return self.length if error is None or not stops else error + 1

    def next_open(self, after: int, *, stops: bool) -> int | None:
        """Return the next step without a rating, from the start again when the end is reached.

        Args:
            after: Index of the step in hand.
            stops: Whether the first error ends the item.
        """
        values, end = self.values(), self.end(stops=stops)
        order = (*range(after + 1, end), *range(min(after + 1, end)))
        return next((step for step in order if step not in values), None)

    def is_done(self, *, stops: bool) -> bool:
        """Return whether every step that is to be rated was rated."""
        values = self.values()
        return all(step in values for step in range(self.end(stops=stops)))

    def overlay(self, wanted: Mapping[int | None, Label | None]) -> None:
        """Take over what was said but is not on disk yet; None takes a label away."""
        for step, label in wanted.items():
            if label is None:
                self.labels.pop(step, None)
            else:
                self.labels[step] = label


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
