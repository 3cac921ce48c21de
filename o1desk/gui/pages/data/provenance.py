"""Where a sample came from, as short lines."""

from PySide6.QtCore import QCoreApplication, QLocale

from o1desk.core.types import Sample
from o1desk.gui.times import local_time
from o1desk.store.sample_context import SampleContext

translate = QCoreApplication.translate


def provenance(sample: Sample, context: SampleContext) -> list[tuple[str, str]]:
    """Return names and values, the known ones only."""
    number = QLocale().toString
    found = [
        (translate("data", "Model"), sample.model),
        (translate("data", "Adapter"), sample.adapter),
        (translate("data", "Run"), sample.run),
        (translate("data", "Source of the problem"), _source(sample.problem.source)),
        (translate("data", "Stored"), local_time(context.created)),
        (translate("data", "Datasets"), ", ".join(context.datasets)),
    ]
    if context.attempts:
        rate = translate("data", "{passes} of {attempts} attempts by models were right")
        rate = rate.replace("{passes}", number(context.passes))
        found.append(
            (
                translate("data", "This problem"),
                rate.replace("{attempts}", number(context.attempts)),
            )
        )
    if context.parent_id is not None:
        found.append((translate("data", "Edited copy of sample"), number(context.parent_id)))
    if context.children:
        found.append((translate("data", "Edited copies"), ", ".join(map(str, context.children))))
    sampled = translate("data", "Sampled in training")
    found += [(sampled, _rollout(*rollout)) for rollout in context.rollouts[:3]]
    return [(name, value) for name, value in found if value]


def _source(source: str) -> str:
    """Return where a problem came from; a file is named as it is."""
    words = {
        "generated": translate("data", "made by its family"),
        "import": translate("data", "a file"),
        "human": translate("data", "written by hand"),
        "chat": translate("data", "a chat"),
    }
    return words.get(source, source)


def _rollout(run: str, step: int, advantage: float | None) -> str:
    shown = "" if advantage is None else f", {translate('data', 'advantage')} {advantage:+.2f}"
    return f"{run}, {translate('data', 'step')} {step}{shown}"
