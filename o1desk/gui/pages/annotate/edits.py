"""Chains that people change or write: an edit is a copy, and the original stays in the store."""

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from typing_extensions import override

from o1desk.core import trace as trace_text
from o1desk.core.types import Problem, Sample, Step, Trace, Verdict
from o1desk.environments.imported import PREFIX
from o1desk.gui.pages.annotate.desk import AnnotationDesk
from o1desk.gui.session import Session
from o1desk.gui.undo import Told
from o1desk.rewards.judge import judge

BY_HAND = PREFIX + "by hand"  # environment of problems that people wrote
KIND = "math"  # how their answers are compared


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A copy of a sample with one step written anew.

    Attributes:
        sample: The copy.
        kept: Index of each step in the copy by its index in the original, the new ones left out.
        step: Index of the step that was written anew.
        is_removal: Whether the step is gone.
    """

    sample: Sample
    kept: dict[int, int]
    step: int
    is_removal: bool


def edited(sample: Sample, step: int, text: str) -> Edit:
    """Return a copy of a sample in which a person wrote one step anew.

    A step is a line: several lines become several steps, and no text takes the step away, unless
    it is the only one. A step that had line breaks before may keep them.

    Args:
        sample: The original.
        step: Index of the step.
        text: What stands there now.
    """
    steps = sample.trace.steps
    new = (Step(text=text),) if "\n" in steps[step].text.strip() else trace_text.steps_of(text)
    if not text.strip():
        new = () if len(steps) > 1 else (steps[step],)
    shift = len(new) - 1
    kept = {index: index for index in range(step)}
    kept |= {index: index + shift for index in range(step + 1, len(steps))}
    trace = dataclasses.replace(sample.trace, steps=(*steps[:step], *new, *steps[step + 1 :]))
    copy = dataclasses.replace(
        sample, trace=trace, raw=trace_text.write(trace), origin="human", rewards={}, reward=None,
        run="", model="", adapter="", habit="", tokens_thinking=0, tokens_answer=0, truncated=False,
    )  # fmt: skip
    return Edit(sample=copy, kept=kept, step=step, is_removal=not new)


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
            environment=BY_HAND, level="medium", prompt=prompt, answer=reference,
            answer_kind=KIND, source="human",
        )  # fmt: skip
    assert problem is not None  # noqa: S101 - one of the two
    trace = Trace(steps=trace_text.steps_of(steps), answer=answer)
    return Sample(
        problem=problem,
        origin="human",
        trace=trace,
        raw=trace_text.write(trace),
        verdict=checked(reference, answer, base),
    )


def checked(reference: str, answer: str, base: Problem | None) -> Verdict | None:
    """Judge an answer against a reference; None without one. May take a second."""
    kind = base.answer_kind if base is not None and base.answer == reference else KIND
    return judge(reference, answer, kind) if reference and answer else None


class Put(Told):
    """A chain that a person made is in hand: an edit in the place of its original, or a new one.

    It is stored first and joins the undo stack when the store has it: what was refused can neither
    be undone nor done again, and its text is still in the dialog.
    """

    def __init__(
        self,
        session: Session,
        desk: AnnotationDesk,
        sample: Sample,
        text: str,
        *,
        original: int | None = None,
        kept: dict[int, int] | None = None,
    ) -> None:
        """Describe it; `store` stores it, pushing it on the stack then takes it in hand.

        Args:
            session: The session.
            desk: The annotation.
            sample: The chain.
            text: What it is, for people.
            original: The sample that it is an edit of.
            kept: Index in the edit by index in the original, of steps whose labels are copied.
        """
        super().__init__(text, desk.tell)
        self._ops, self._store, self._desk = session.ops, session.store, desk
        self._sample, self._original, self._kept = sample, original, dict(kept or {})
        self._row: int | None = None
        self._is_ours = self._is_again = False

    def store(self) -> int:
        """Store it and return its row; runs off the window's thread."""
        added = self._store.samples.add([self._sample], parent=self._original, by_hand=True)
        self._row = added.ids[0]
        self._is_ours |= added.new > 0
        if self._original is not None:
            self._store.labels.copy(self._original, self._row, self._kept)
        return self._row

    @override
    def redo(self) -> None:
        if self._is_again:
            self._write(self.store, self._show, self.again_text(), ("sample", "label"))
        elif self._row is not None:
            self._show(self._row)
        self._is_again = True

    @override
    def undo(self) -> None:
        self._write(self._hide, self._show_original, self.undone_text(), ("sample",))

    def _write(
        self,
        function: Callable[[], Any],
        show: Callable[[Any], None],
        sentence: str,
        changed: tuple[str, ...],
    ) -> None:
        """Say and show it when the store has it; the stack may have dropped this by then."""
        tell = self.tell

        def done(row_id: Any) -> None:
            tell(sentence)
            show(row_id)

        self._ops.write(function, done, changed=changed, owner=self._desk)

    def _show(self, row_id: int) -> None:
        if self._original is None:
            self._desk.show_sample(row_id)
        else:
            self._desk.swap(self._original, row_id)

    def _hide(self) -> int | None:
        """Hide the chain, unless it was there before anybody wrote it here."""
        if self._row is not None and self._is_ours:
            self._store.samples.remove([self._row])
        return self._row

    def _show_original(self, row_id: int | None) -> None:
        if row_id is not None and self._original is not None:
            self._desk.swap(row_id, self._original)
        elif row_id is not None:
            self._desk.drop(row_id)
