"""What a person reads when an answer did not come to its end by itself."""

import json

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout

from o1desk.gui.error_words import in_words
from o1desk.gui.pages.chat.loading import NOT_STORED
from o1desk.gui.pages.chat.tree import Turn
from o1desk.gui.theme import Theme
from o1desk.gui.widgets.cards import Card
from o1desk.gui.widgets.labels import button, label
from o1desk.gui.widgets.plain import PlainText


class FaultCard(Card):
    """What happened, what was kept, what to do.

    Signals:
        again: The question should be asked once more.
        store_wanted: The answer should be stored again.
        model_wanted: Another model should be picked.
    """

    again = Signal()
    store_wanted = Signal()
    model_wanted = Signal()

    def __init__(self, theme: Theme, turn: Turn) -> None:
        """Describe the fault of an answer."""
        failure = turn.failure or {}
        reason = str(failure.get("reason") or "")
        self._is_stored = reason != NOT_STORED
        title = self.tr("The answer did not come to its end")
        if not self._is_stored:
            title = self.tr("The answer could not be stored")
        super().__init__(theme, title, kind="bad")
        self._turn = turn
        self.told = PlainText(theme, max_lines=8)
        self.told.setAccessibleName(self.tr("What happened"))
        message = str(failure.get("message") or "")
        self.told.set_text(in_words(message) or self.tr("Nobody knows why"))
        self.body.addWidget(self.told)
        self.body.addWidget(label(self._kept(), "muted", is_wrapped=True))
        self.body.addLayout(self._build_ways_on(theme, reason))

    def _build_ways_on(self, theme: Theme, reason: str) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        self.store = button(self.tr("Store again"), self.store_wanted.emit, kind="primary")
        kind = "primary" if self._is_stored else ""
        self.retry = button(self.tr("Ask again"), self.again.emit, kind=kind)
        if not self._is_stored:
            line.addWidget(self.store)
        if reason != "too_long":
            line.addWidget(self.retry)
        if reason == "missing_model":
            line.addWidget(button(self.tr("Pick another model"), self.model_wanted.emit))
        line.addWidget(button(self.tr("Copy details"), self._copy))
        line.addStretch(1)
        return line

    def _kept(self) -> str:
        if not self._is_stored:
            return self.tr(
                "It is kept here until the window closes, and tried again with your next question."
            )
        if self._turn.text or self._turn.thinking:
            return self.tr("Your question and what was written so far were kept.")
        return self.tr("Your question was kept; nothing had been written yet.")

    def _copy(self) -> None:
        turn = self._turn
        told = {
            "what": dict(turn.failure or {}),
            "model": turn.author.model,
            "adapter": turn.author.adapter,
            "strategy": turn.author.strategy,
            "sampling": turn.details.get("sampling"),
            "when": turn.created,
        }
        QGuiApplication.clipboard().setText(json.dumps(told, indent=2, ensure_ascii=False))
