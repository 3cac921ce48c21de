"""Writing samples, problems or labels to a file, in the formats that other tools read."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices
from typing_extensions import override

from o1desk.core.words import QT_TRANSLATE_NOOP
from o1desk.gui.pages.data.file_work import FileWork, Report
from o1desk.gui.session import Session
from o1desk.store import Store
from o1desk.store.export import FORMATS, Exported, export
from o1desk.store.filters import ProblemFilter, SampleFilter

SUFFIX = ".jsonl"
translate = QCoreApplication.translate

WHAT = {
    "samples": QT_TRANSLATE_NOOP("data", "Samples that are listed"),
    "problems": QT_TRANSLATE_NOOP("data", "Problems with their reference answers"),
    "labels": QT_TRANSLATE_NOOP("data", "All labels and critiques"),
}
ABOUT = {
    ("samples", "jsonl"): QT_TRANSLATE_NOOP(
        "data",
        "Everything that is known of a sample, one JSON object on each line; O1 Desk reads it back "
        "without loss.",
    ),
    ("samples", "trl"): QT_TRANSLATE_NOOP(
        "data", "Columns prompt and completion, for supervised fine-tuning with TRL."
    ),
    ("samples", "messages"): QT_TRANSLATE_NOOP(
        "data", "Chat turns of user and assistant, for most programs that fine-tune."
    ),
    ("problems", "jsonl"): QT_TRANSLATE_NOOP(
        "data", "Prompt, reference answer, environment and level; O1 Desk reads it back."
    ),
    ("problems", "trl"): QT_TRANSLATE_NOOP(
        "data", "Column prompt, and the solution for reward functions, for GRPO with TRL."
    ),
    ("labels", "jsonl"): QT_TRANSLATE_NOOP(
        "data", "Each judgement with the key of its sample; export the samples too."
    ),
}
"""What people read about each format of `store.export.FORMATS`."""
TITLES = {
    ("samples", "trl"): QT_TRANSLATE_NOOP("data", "TRL prompt and completion"),
    ("samples", "messages"): QT_TRANSLATE_NOOP("data", "Chat messages"),
    ("problems", "trl"): QT_TRANSLATE_NOOP("data", "TRL prompts for reinforcement learning"),
}
"""Titles that are no proper names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportOrder:
    """What to export.

    Attributes:
        what: samples, problems or labels.
        form: A format of `store.export.FORMATS`.
        path: The file.
        chosen: Which samples; of problems the environment, level, dataset and words count.
    """

    what: str
    form: str
    path: Path
    chosen: SampleFilter


class Exporting(FileWork):
    """One file that is being written."""

    def __init__(self, session: Session, order: ExportOrder) -> None:
        """Prepare an export."""
        title = translate("data", "Exporting {name}").replace("{name}", order.path.name)
        super().__init__(session, title)
        self.order = order

    @override
    def stopped_text(self) -> str:
        return translate("data", "The export was cancelled; no file was written")

    @override
    def outcome_text(self) -> str:
        return exported_text(self.result)

    @override
    def way_on(self) -> tuple[str, Callable[[], None]] | None:
        return translate("data", "Open folder"), self._show

    @override
    def work(self, report: Report) -> Exported:
        store, order = self.session.store, self.order
        chosen = order.chosen if order.what == "samples" else problem_filter(order.chosen)
        total = count_of(store, order.what, order.chosen)
        return export(
            store, order.what, order.form, order.path, chosen,
            progress=lambda done: report(done, total),
        )  # fmt: skip

    def _show(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.order.path.parent)))


def count_of(store: Store, what: str, chosen: SampleFilter) -> int:
    """Return how many samples, problems or labels there are to export."""
    if what == "samples":
        return store.samples.count(chosen)
    if what == "problems":
        return store.problems.count(problem_filter(chosen))
    return store.counts()["label"]


def problem_filter(chosen: SampleFilter) -> ProblemFilter:
    """Return the part of a filter of samples that problems have too."""
    return ProblemFilter(
        environment=chosen.environment,
        level=chosen.level,
        dataset=chosen.dataset,
        text=chosen.text,
    )


def format_title(what: str, form: str) -> str:
    """Return what people read of a format, in the language in force."""
    own = TITLES.get((what, form))
    return FORMATS[what, form].title if own is None else translate("data", own)


def format_about(what: str, form: str) -> str:
    """Return a sentence about a format, in the language in force."""
    return translate("data", ABOUT.get((what, form), ""))


def exported_text(done: Exported) -> str:
    """Return what was written, in one sentence."""
    text = translate("data", "%Ln row(s) written to {name}", "", done.rows)
    text = text.replace("{name}", done.path.name)
    left = translate("data", "%Ln left out", "", done.left_out) if done.left_out else ""
    return f"{text}, {left}" if left else text
