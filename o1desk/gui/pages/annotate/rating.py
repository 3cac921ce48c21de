"""What an annotator can say of the sample in hand; each saying is one step of the undo stack."""

import dataclasses
import time
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject

from o1desk.core.types import Judgement
from o1desk.core.words import QT_TRANSLATE_NOOP
from o1desk.gui.pages.annotate.changes import Write
from o1desk.gui.pages.annotate.desk import AnnotationDesk
from o1desk.gui.pages.annotate.item import Item
from o1desk.gui.pages.annotate.label_book import Change
from o1desk.gui.pages.annotate.marks import Mark
from o1desk.gui.session import Session
from o1desk.store.labels import Label

IDLE_S = 120.0  # longer pauses between two keys are not work on the sample
SUGGESTED = {Judgement.CORRECT: 1, Judgement.INCORRECT: -1}
FLAGS = {
    "bad_problem": QT_TRANSLATE_NOOP("annotate", "bad problem"),
    "unclear": QT_TRANSLATE_NOOP("annotate", "unclear"),
    "give_up": QT_TRANSLATE_NOOP("annotate", "give up"),
    "other": QT_TRANSLATE_NOOP("annotate", "other"),
}


class Rating(QObject):
    """Rates, flags and comments what the desk has in hand."""

    def __init__(self, session: Session, desk: AnnotationDesk, parent: QObject) -> None:
        """Start the clock.

        Args:
            session: The session.
            desk: The annotation.
            parent: Owner.
        """
        super().__init__(parent)
        self._session, self._desk = session, desk
        self._since_s = time.monotonic()
        desk.item_changed.connect(self.start_clock)

    # --- what may be said ---

    def is_open(self, step: int) -> bool:
        """Return whether a step is to be rated: what follows the first error may not be."""
        item = self._desk.item
        return item is not None and 0 <= step < item.end(stops=self._desk.stops)

    def is_revealed(self) -> bool:
        """Return whether the reference and the checker's word may be seen: they could sway."""
        item = self._desk.item
        if item is None or not self._session.settings.get("annotate.hide_reference"):
            return True
        is_rated = item.mark(None).value is not None
        return is_rated or (item.length > 0 and item.is_done(stops=self._desk.stops))

    def suggestion(self) -> int | None:
        """Return what the checker suggests for the whole; None when it says nothing."""
        item = self._desk.item
        verdict = item.sample.verdict if item is not None and self.is_revealed() else None
        return SUGGESTED.get(verdict.judgement) if verdict is not None else None

    def start_clock(self) -> None:
        """Count the time of the next label from now on."""
        self._since_s = time.monotonic()

    # --- saying it ---

    def rate_step(self, value: int, step: int | None = None) -> None:
        """Rate a step (None: the one in hand) and go to the next one."""
        item = self._desk.item
        if item is None or not item.length:
            return
        step = self._desk.step if step is None else step
        if not self.is_open(step):
            self._session.toast(
                self.tr("What follows the first error is not judged; Settings can change that")
            )
            return
        words = {-1: self.tr("wrong"), 0: self.tr("neutral"), 1: self.tr("right")}
        text = self.tr("Rate step {n} as {word}").format(n=step + 1, word=words[value])
        mark = dataclasses.replace(item.mark(step), value=value)
        if self._say(item, {step: mark}, text):
            self._desk.set_step(step + 1 if self.is_open(step + 1) else step)

    def rate_whole(self, value: int) -> None:
        """Rate the whole."""
        item = self._desk.item
        words = {-1: self.tr("wrong"), 0: self.tr("not sure"), 1: self.tr("right")}
        if item is not None:
            mark = dataclasses.replace(item.mark(None), value=value)
            text = self.tr("Rate the whole as {word}").format(word=words[value])
            self._say(item, {None: mark}, text)

    def accept(self) -> None:
        """Rate the whole as the checker suggests; the label is the annotator's own."""
        value = self.suggestion()
        if value is None:
            self._session.toast(self.tr("The checker suggests nothing here"))
        else:
            self.rate_whole(value)

    def rate_rest(self, value: int) -> None:
        """Rate the step in hand and all open ones that follow."""
        item, desk = self._desk.item, self._desk
        if item is None:
            return
        end = item.end(stops=desk.stops)
        steps = [step for step in range(desk.step, end) if step not in item.values]
        marks = {step: dataclasses.replace(item.mark(step), value=value) for step in steps}
        if marks:
            self._say(item, marks, self.tr("Rate the rest as neutral"))

    def clear(self) -> None:
        """Take the rating of the step in hand back; its note stays."""
        item, step = self._desk.item, self._desk.step
        if item is not None and item.mark(step).value is not None:
            mark = dataclasses.replace(item.mark(step), value=None)
            text = self.tr("Take back the rating of step {n}").format(n=step + 1)
            self._say(item, {step: mark}, text)

    def clear_whole(self) -> None:
        """Take the rating of the whole back; note and flag stay."""
        item = self._desk.item
        if item is not None and item.mark(None).value is not None:
            mark = dataclasses.replace(item.mark(None), value=None)
            self._say(item, {None: mark}, self.tr("Take back the rating of the whole"))

    def note(self, item: Item, step: int | None, text: str, visit: int) -> None:
        """Put a note on a step, or on the whole with None.

        Args:
            item: The sample it belongs to, which may not be in hand any more.
            step: Index of the step.
            text: The note; empty takes it away.
            visit: Notes of one visit to the field are undone together.
        """
        if text != item.mark(step).note:
            where = self.tr("the whole") if step is None else self.tr("step {n}").format(n=step + 1)
            mark = dataclasses.replace(item.mark(step), note=text)
            words = self.tr("Write a note on {where}").format(where=where)
            self._say(item, {step: mark}, words, visit=visit)

    def flag(self, word: str) -> None:
        """Flag the problem with a word; the same word again takes the flag away."""
        item = self._desk.item
        if item is None:
            return
        old = item.mark(None)
        new = dataclasses.replace(old, flag="" if old.flag == word else word)
        name = QCoreApplication.translate("annotate", FLAGS[word])
        words = self.tr("Flag: {name}") if new.flag else self.tr("Take back the flag: {name}")
        self._say(item, {None: new}, words.format(name=name))

    def _say(self, item: Item, marks: dict[Any, Mark], text: str, visit: int | None = None) -> bool:
        """Turn new marks into labels and push the change; False if the store takes none."""
        if self._session.store.is_read_only:
            self._session.toast(
                self.tr("This data folder is open read-only: nothing can be stored"), tone="bad"
            )
            return False
        labels = self._labels(item, {s: mark for s, mark in marks.items() if mark != item.mark(s)})
        if not labels:
            return True
        changes = [Change(step, item.labels.get(step), label) for step, label in labels]
        self._session.undo.push(Write(self._desk, item.id, changes, text, visit))
        return True

    def _labels(
        self, item: Item, marks: dict[Any, Mark]
    ) -> Sequence[tuple[int | None, Label | None]]:
        now = time.monotonic()
        spent, self._since_s = min(now - self._since_s, IDLE_S), now
        each = spent / max(1, len(marks))
        return [(step, self._label(item, step, mark, each)) for step, mark in marks.items()]

    def _label(self, item: Item, step: int | None, mark: Mark, seconds: float) -> Label | None:
        if mark.is_empty:
            return None
        known = item.labels.get(step)
        return Label(
            sample=item.id,
            step=step,
            value=mark.value or 0,
            annotator=self._desk.annotator,
            critique=mark.note,
            reason=mark.reason,
            seconds=round(seconds + (known.seconds if known else 0.0), 2),
            guideline=self._desk.guideline.version,
        )
