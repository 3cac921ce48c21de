"""Editing and writing chains: dialogs that outlive the page, and what becomes of their texts."""

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from o1desk.core.types import Sample
from o1desk.gui.ops import sentence_of
from o1desk.gui.pages.annotate.desk import AnnotationDesk, annotation_desk
from o1desk.gui.pages.annotate.draft import put_draft
from o1desk.gui.pages.annotate.edit_dialog import EditDialog
from o1desk.gui.pages.annotate.edits import Put, by_hand, edited
from o1desk.gui.pages.annotate.hand_dialog import HandDialog
from o1desk.gui.pages.annotate.write_dialog import WriteDialog
from o1desk.gui.session import Session


class HandWork(QObject):
    """Opens the dialogs over a window and stores what they give."""

    def __init__(self, session: Session, desk: AnnotationDesk) -> None:
        """Keep the session; the desk owns this."""
        super().__init__(desk)
        self._session, self._desk = session, desk

    def edit(self, window: QWidget) -> EditDialog | None:
        """Edit the step in hand over a window; None when there is none or nothing can be kept."""
        item, step = self._desk.item, self._desk.step
        if item is None or not item.length or self._is_closed():
            return None
        dialog = EditDialog(self._session, window, item, step)

        def keep(text: str) -> None:
            edit = edited(item.sample, step, text)
            words = self.tr("Remove step {n}") if edit.is_removal else self.tr("Edit step {n}")
            put = Put(
                self._session,
                self._desk,
                edit.sample,
                words.format(n=step + 1),
                original=item.id,
                kept=edit.kept,
            )
            dialog.wait()
            self._store(put, dialog)

        dialog.kept.connect(keep)
        _open(dialog)
        return dialog

    def write(self, window: QWidget) -> WriteDialog | None:
        """Write a chain over a window, for the problem in hand if there is one."""
        if self._is_closed():
            return None
        item = self._desk.item
        problem = item.sample.problem if item is not None else None
        dialog = WriteDialog(self._session, window, problem)

        def keep(prompt: str, reference: str, steps: str, answer: str) -> None:
            dialog.wait()
            self._session.ops.read(
                lambda: by_hand(prompt, reference, steps, answer, problem),
                lambda sample: self._store(self._put(sample), dialog),
                fail=lambda error: self._refuse(dialog, error),
                owner=self,
            )

        dialog.kept.connect(keep)
        _open(dialog)
        return dialog

    def _put(self, sample: Sample) -> Put:
        return Put(self._session, self._desk, sample, self.tr("Write a chain of thought"))

    def _store(self, put: Put, dialog: HandDialog) -> None:
        """Store a chain; only then its text is given up and the dialog goes."""
        key = dialog.key

        def done(row_id: int) -> None:
            del row_id
            self._session.undo.push(put)
            if shiboken6.isValid(dialog):
                dialog.settle()
            else:
                put_draft(self._session, key, None)

        self._session.ops.write(
            put.store,
            done,
            changed=("sample", "label"),
            fail=lambda error: self._refuse(dialog, error),
            owner=self,
        )

    def _refuse(self, dialog: HandDialog, error: Exception) -> None:
        """Say why a chain was not stored: in its dialog, or in a toast when that was left."""
        if shiboken6.isValid(dialog) and dialog.isVisible():
            dialog.refuse(sentence_of(error))
        else:
            self._session.toast(sentence_of(error), tone="bad")

    def _is_closed(self) -> bool:
        if self._session.store.is_read_only:
            self._session.toast(
                self.tr("This data folder is open read-only: nothing can be stored"), tone="bad"
            )
        return self._session.store.is_read_only


def _open(dialog: QDialog) -> None:
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def hand_work(session: Session) -> HandWork:
    """Return the session's dialogs, begun on the first call."""
    key = "annotate.hand_work"
    if key not in session.parts:
        session.parts[key] = HandWork(session, annotation_desk(session))
    made = session.parts[key]
    assert isinstance(made, HandWork)  # noqa: S101 - nobody else uses this name
    return made
