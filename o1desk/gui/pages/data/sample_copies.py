"""Copies of one sample for other programs: its text, its answer, or all that is known of it."""

import json

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from o1desk.core.samples_io import sample_to_json
from o1desk.core.types import Sample
from o1desk.gui.session import Session
from o1desk.gui.shown import for_clipboard


class SampleCopies(QObject):
    """A menu of ways to copy."""

    def __init__(self, session: Session, owner: QWidget) -> None:
        """Stand ready.

        Args:
            session: Hears that something was copied.
            owner: Parent of the menu.
        """
        super().__init__(owner)
        self._session, self._owner = session, owner
        self._sample: Sample | None = None

    def open_menu(self, sample: Sample, place: QPoint) -> None:
        """Offer the ways to copy a sample at a place on the screen."""
        self._sample = sample
        menu = QMenu(self._owner)
        menu.aboutToHide.connect(menu.deleteLater)
        for key, text in (
            ("raw", self.tr("Copy problem and text, exactly as written")),
            ("answer", self.tr("Copy the answer")),
            ("json", self.tr("Copy as JSON")),
        ):
            menu.addAction(text).setData(key)
        menu.triggered.connect(self._on_action)
        menu.popup(place)

    def copy(self, sample: Sample, what: str) -> None:
        """Copy a sample: "raw", "answer" or "json"."""
        QGuiApplication.clipboard().setText(for_clipboard(copied(sample, what)))
        self._session.toast(self.tr("Copied"))

    def _on_action(self, action: QAction) -> None:
        if self._sample is not None:
            self.copy(self._sample, str(action.data()))


def copied(sample: Sample, what: str) -> str:
    """Return what is copied of a sample: "raw", "answer" or "json"."""
    if what == "json":
        return json.dumps(sample_to_json(sample), ensure_ascii=False, indent=2)
    return sample.trace.answer if what == "answer" else f"{sample.problem.prompt}\n\n{sample.raw}"
