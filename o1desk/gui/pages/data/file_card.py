"""A file at work: how far it is, Cancel, and at the end what came of it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from o1desk.gui.pages.data.file_work import FileWork, file_works
from o1desk.gui.session import Session
from o1desk.gui.shown import one_line, soft_break
from o1desk.gui.times import remaining_text
from o1desk.gui.widgets.cards import Card
from o1desk.gui.widgets.labels import button, icon_button, label, set_tone

PER_CENT = 100
REASONS_SHOWN = 6
TITLE_CHARACTERS = 90


class FileCard(Card):
    """Follows one file."""

    def __init__(self, session: Session, work: FileWork) -> None:
        """Show a file as it is now and as it goes on."""
        super().__init__(session.theme)
        self._session, self.work = session, work
        self.setAccessibleName(work.title)
        self._bar = QProgressBar()
        self._bar.setRange(0, PER_CENT)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._left = label("", "small")
        self._words = label("", is_wrapped=True)
        self._words.setMinimumWidth(1)
        self._reasons = label("", "small", is_wrapped=True)
        self._reasons.setMinimumWidth(1)
        self._cancel = button(self.tr("Cancel"), self._on_cancel)
        self._show = button(self.tr("Show"), self._on_show)
        self._close = icon_button(
            session.theme, "close", self.tr("Close this card"), self._on_close
        )
        self._lay_out(work.title)
        work.progressed.connect(self.refresh)
        work.finished.connect(self.refresh)
        work.failed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the file as it is now."""
        work = self.work
        is_done = work.result is not None
        self._bar.setVisible(not work.is_over)
        self._cancel.setVisible(not work.is_over)
        self._close.setVisible(work.is_over)
        self._show.setVisible(is_done and work.way_on() is not None)
        self._bar.setValue(int(PER_CENT * (work.share or 0)))
        waits = self.tr("Waits until another file is done")
        left = waits if work.is_waiting else remaining_text(work.remaining_s())
        self._left.setText(left)
        self._left.setVisible(bool(left) and not work.is_over)
        words = work.outcome_text() if is_done else work.failure
        reasons = work.reasons() if is_done else []
        self._words.setText(soft_break(words))
        self._words.setVisible(bool(words))
        self._reasons.setText("\n".join(soft_break(line) for line in reasons[:REASONS_SHOWN]))
        self._reasons.setVisible(bool(reasons))
        if work.is_over:
            self.set_kind("bad" if work.failure else "warn" if reasons else "true")
            set_tone(self._words, "bad" if work.failure else "")

    def _lay_out(self, title: str) -> None:
        head = label(one_line(title, TITLE_CHARACTERS), "lead")
        head.setMinimumWidth(1)
        line = QHBoxLayout()
        line.addWidget(head, 1)
        for part in (self._show, self._cancel, self._close):
            line.addWidget(part)
        self.body.addLayout(line)
        for widget in (self._bar, self._left, self._words, self._reasons):
            self.body.addWidget(widget)

    def _on_cancel(self) -> None:
        self._cancel.setText(self.tr("Cancelling\u2026"))
        self._cancel.setEnabled(False)
        self.work.cancel()

    def _on_show(self) -> None:
        way = self.work.way_on()
        if way is not None:
            way[1]()

    def _on_close(self) -> None:
        file_works(self._session).remove(self.work)


class FileStrip(QWidget):
    """The files at work, and those that ended with something to read.

    Signals:
        count_changed: Another number of cards (int).
    """

    count_changed = Signal(int)

    def __init__(self, session: Session) -> None:
        """Show the files of a session."""
        super().__init__()
        self._session = session
        self._cards: dict[FileWork, FileCard] = {}
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(session.theme.px(8))
        works = file_works(session)
        for work in works.works:
            self._on_added(work)
        works.added.connect(self._on_added)
        works.removed.connect(self._on_removed)

    @property
    def count(self) -> int:
        """How many cards there are."""
        return len(self._cards)

    def card(self, work: FileWork) -> FileCard | None:
        """Return the card of a file; None when it has none."""
        return self._cards.get(work)

    def _on_added(self, work: FileWork) -> None:
        self._cards[work] = FileCard(self._session, work)
        self._rows.addWidget(self._cards[work])
        self.count_changed.emit(self.count)

    def _on_removed(self, work: FileWork) -> None:
        card = self._cards.pop(work, None)
        if card is not None:
            card.hide()
            card.deleteLater()
            self.count_changed.emit(self.count)
