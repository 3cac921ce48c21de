"""One sample with everything around it, as the inspector shows it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale

from o1desk.core.types import Sample
from o1desk.gui.models.step_model import StepView
from o1desk.gui.shown import isolate, one_line
from o1desk.store import Store
from o1desk.store.labels import FLAG_PREFIX, HUMAN, Label
from o1desk.store.sample_context import SampleContext

WHO_CHARACTERS, CRITIQUE_CHARACTERS = 40, 400
SIGNS = {-1: "\u2717", 0: "\u2013", 1: "\u2713"}
translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspected:
    """One sample, what surrounds it, and what was said of it.

    Attributes:
        id: Its row.
        sample: The sample.
        context: What surrounds it.
        labels: Labels of steps and of the whole, with their rows.
        steps: What the cards show.
    """

    id: int
    sample: Sample
    context: SampleContext
    labels: list[tuple[int, Label]]
    steps: list[StepView]


def inspected(store: Store, row_id: int) -> Callable[[], Inspected | None]:
    """Return a function that looks a sample up; it runs off the window's thread."""

    def look() -> Inspected | None:
        sample = store.samples.get(row_id)
        if sample is None:
            return None
        labels = store.labels.of_sample(row_id)
        return Inspected(
            id=row_id,
            sample=sample,
            context=store.samples.context(row_id),
            labels=labels,
            steps=step_views(sample, labels),
        )

    return look


def step_views(sample: Sample, labels: list[tuple[int, Label]]) -> list[StepView]:
    """Return the steps with the labels that people gave them; machines only where nobody did."""
    by_step: dict[int, Label] = {}
    for _, label in labels:
        known = by_step.get(label.step) if label.step is not None else None
        if label.step is not None and (known is None or label.source == HUMAN):
            by_step[label.step] = label
    return [
        StepView(
            index=index,
            text=step.text,
            tokens=step.tokens,
            ms=step.ms,
            entropy=step.entropy,
            mean_logprob=step.mean_logprob,
            label=by_step[index].value if index in by_step else None,
            note=by_step[index].critique if index in by_step else "",
        )
        for index, step in enumerate(sample.trace.steps)
    ]


def overall_texts(found: Inspected) -> list[str]:
    """Return a line for each label of the whole sample: sign, who, and what they said."""
    return [_overall_text(label) for _, label in found.labels if label.step is None]


def reward_text(sample: Sample) -> str:
    """Return the reward with its parts; empty when nothing scored the sample."""
    if sample.reward is None:
        return ""
    number = QLocale().toString
    total = translate("data", "reward {n}").replace("{n}", number(sample.reward, "f", 2))
    parts = [
        f"{one_line(name, WHO_CHARACTERS)} {number(value, 'f', 2)}"
        for name, value in sample.rewards.items()
        if value is not None
    ]
    return f"{total} ({', '.join(parts)})" if len(parts) > 1 else total


def _overall_text(label: Label) -> str:
    who = label.annotator or (
        translate("data", "you") if label.source == HUMAN else one_line(label.source)
    )
    reason = label.reason
    if reason.startswith(FLAG_PREFIX):
        flag = translate("data", "flagged: {reason}")
        reason = flag.replace("{reason}", reason.removeprefix(FLAG_PREFIX))
    more = " \u00b7 ".join(part for part in (reason, label.critique) if part)
    shown = isolate(one_line(more, CRITIQUE_CHARACTERS)) if more else ""
    return f"{SIGNS[label.value]} {isolate(one_line(who, WHO_CHARACTERS))}  {shown}".rstrip()
