"""Chains that people change or write: an edit is a copy, and the original stays in the store."""

import dataclasses

from PySide6.QtGui import QUndoCommand
from typing_extensions import override

from o1desk.core import trace as trace_text
from o1desk.core.types import Problem, Sample, Step, Trace
from o1desk.gui.pages.annotate.desk import AnnotationDesk
from o1desk.gui.session import Session
from o1desk.rewards.judge import judge

BY_HAND = "by_hand"  # environment of problems that people wrote


class Replace(QUndoCommand):
    """An edited copy takes the place of a sample in the queue."""

    def __init__(self, session: Session, desk: AnnotationDesk, edited: Sample, step: int) -> None:
        """Describe the edit of the sample in hand.

        Args:
            session: The session.
            desk: The annotation.
            edited: The copy.
            step: Index of the step that is another; labels of the others are copied.
        """
        super().__init__(desk.tr("Edit step {n}").format(n=step + 1))
        assert desk.item is not None  # noqa: S101 - the caller looked
        self._ops, self._store, self._desk = session.ops, session.store, desk
        self._original, self._edited = desk.item.id, edited
        steps = range(len(edited.trace.steps))
        self._kept = {index: index for index in steps if index != step}

    @override
    def redo(self) -> None:
        """Store the copy and take it in hand."""

        def work() -> int:
            added = self._store.samples.add([self._edited], parent=self._original, by_hand=True)
            self._store.labels.copy(self._original, added.ids[0], self._kept)
            return added.ids[0]

        def show(row_id: int) -> None:
            self._desk.swap(self._original, row_id)

        self._ops.write(work, show, changed=("sample", "label"), owner=self._desk)

    @override
    def undo(self) -> None:
        """Hide the copy and take the original in hand."""

        def work() -> int:
            row_id = self._store.samples.find(self._edited)
            if row_id is not None:
                self._store.samples.remove([row_id])
            return row_id or 0

        def show(row_id: int) -> None:
            self._desk.swap(row_id, self._original)

        self._ops.write(work, show, changed=("sample",), owner=self._desk)


def with_step(sample: Sample, step: int, text: str) -> Sample:
    """Return a copy of a sample in which a person wrote one step anew."""
    steps = list(sample.trace.steps)
    steps[step] = Step(text=text)
    trace = dataclasses.replace(sample.trace, steps=tuple(steps))
    return dataclasses.replace(
        sample, trace=trace, raw=trace_text.write(trace), origin="human", rewards={}, reward=None,
        run="", model="", adapter="", tokens_thinking=0, tokens_answer=0, truncated=False,
    )  # fmt: skip


def by_hand(prompt: str, reference: str, steps: str, answer: str, base: Problem | None) -> Sample:
    """Return a chain that a person wrote, judged against the reference; may take a second.

    Args:
        prompt: The problem.
        reference: Its right answer; empty when the writer does not say.
        steps: The thinking, a step on each line.
        answer: The final answer.
        base: A known problem that this is another chain for; used when prompt and reference fit.
    """
    problem = base
    if base is None or (base.prompt, base.answer) != (prompt, reference):
        problem = Problem(
            environment=BY_HAND, level="medium", prompt=prompt, answer=reference, source="human"
        )
    assert problem is not None  # noqa: S101 - one of the two
    trace = Trace(steps=trace_text.steps_of(steps), answer=answer)
    verdict = judge(reference, answer) if reference else None
    return Sample(
        problem=problem, origin="human", trace=trace, raw=trace_text.write(trace), verdict=verdict
    )
