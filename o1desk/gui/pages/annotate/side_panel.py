"""The right side: queue, notes and flags, progress, guidelines."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from o1desk.gui.pages.annotate.desk import AnnotationDesk
from o1desk.gui.pages.annotate.guideline_card import GuidelineCard
from o1desk.gui.pages.annotate.notes_card import NotesCard
from o1desk.gui.pages.annotate.progress_card import ProgressCard
from o1desk.gui.pages.annotate.queue_card import QueueCard
from o1desk.gui.session import Session


class SidePanel(QWidget):
    """Four cards.

    Attributes:
        queue: Which samples.
        notes: Notes and flags.
        progress: How far we are.
        guideline: What to keep to.
    """

    def __init__(self, session: Session, desk: AnnotationDesk) -> None:
        """Build the cards.

        Args:
            session: The session.
            desk: The annotation.
        """
        super().__init__()
        theme = session.theme
        self.queue = QueueCard(session, desk)
        self.notes = NotesCard(theme, desk)
        self.progress = ProgressCard(theme, desk)
        self.guideline = GuidelineCard(session, desk.guideline)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, theme.px(16), theme.px(16), theme.px(16))
        rows.setSpacing(theme.px(8))
        for card in (self.queue, self.notes, self.progress, self.guideline):
            rows.addWidget(card)
        rows.addStretch(1)

    def show_keys(self, keys: Mapping[str, Sequence[str]]) -> None:
        """Print the keys."""
        self.notes.show_keys(keys)

    def look(self) -> None:
        """Look up what may have changed while another page was shown."""
        self.queue.look()
        self.progress.build_bars()
