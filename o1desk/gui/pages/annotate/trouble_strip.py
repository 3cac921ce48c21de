"""What stands between an annotator and the disk, in one sentence over the page."""

from o1desk.gui.pages.annotate.label_book import LabelBook
from o1desk.gui.session import Session
from o1desk.gui.widgets.cards import Card
from o1desk.gui.widgets.labels import button, label


class TroubleStrip(Card):
    """Hidden while every label is on disk."""

    def __init__(self, session: Session, book: LabelBook) -> None:
        """Watch the labels on their way.

        Args:
            session: The session.
            book: The labels.
        """
        super().__init__(session.theme, kind="warn")
        self._book, self._is_read_only = book, session.store.is_read_only
        self._text = label("", is_wrapped=True)
        self._again = button(self.tr("Try again"), book.retry)
        self.head.addWidget(self._text, 1)
        self.head.addWidget(self._again)
        self.body.addLayout(self.head)
        book.trouble_changed.connect(self.refresh)
        self.refresh()

    @property
    def text(self) -> str:
        """What it says; empty while all is well."""
        return "" if self.isHidden() else self._text.text()

    def refresh(self) -> None:
        """Say what holds now."""
        book = self._book
        if self._is_read_only:
            words = self.tr(
                "This data folder is open read-only: everything can be read, nothing can be rated."
            )
        else:
            words = self.tr("Not on disk yet: %Ln label(s).", "", book.unsaved)
            words = f"{words} {book.trouble}" if book.trouble else ""
        self._text.setText(words)
        self._again.setVisible(not self._is_read_only)
        self.set_kind("warn" if self._is_read_only else "bad")
        self.setVisible(bool(words))
