"""How the next question is asked: kept across restarts, and in step with the settings."""

import dataclasses
from typing import Any

from PySide6.QtCore import QObject, Signal

from o1desk.gui.pages.chat import loading
from o1desk.gui.pages.chat.context import Choice, suits_single_questions
from o1desk.gui.session import Session


class ChoiceKeeper(QObject):
    """The choice in force.

    Attributes:
        choice: How the next question is asked.

    Signals:
        changed: It is another.
        base_changed: A person picked another base model (reference).
    """

    changed = Signal()
    base_changed = Signal(str)

    def __init__(self, session: Session, parent: QObject) -> None:
        """Start as the settings say."""
        super().__init__(parent)
        self._session = session
        self._has_chosen = False
        self.choice = loading.choice_from(session.settings)
        session.settings.on_change(self._on_setting)

    def choose(self, **changes: Any) -> None:
        """Take what a person chose; another base model brings its own way with earlier turns."""
        choice = dataclasses.replace(self.choice, **changes)
        is_other_base = choice.base != self.choice.base
        if is_other_base and "is_alone" not in changes:
            choice = dataclasses.replace(choice, is_alone=suits_single_questions(choice.base))
        if choice == self.choice:
            return
        self.choice, self._has_chosen = choice, True
        store = self._session.store
        self._session.ops.write(lambda: loading.keep_choice(store, choice))
        if is_other_base:
            self.base_changed.emit(choice.base)
        self.changed.emit()

    def follow(self, model: str) -> None:
        """Go on with the model of a conversation that was opened; it is not loaded yet."""
        if model and model != self.choice.model:
            choice = dataclasses.replace(self.choice, model=model)
            is_alone = suits_single_questions(choice.base)
            self.choice = dataclasses.replace(choice, is_alone=is_alone)
            self.changed.emit()

    def restore(self, choice: Choice | None) -> None:
        """Be as at the last exit, unless somebody chose already."""
        if choice is not None and not self._has_chosen:
            self.choice = choice
            self.changed.emit()

    def _on_setting(self, key: str, value: Any) -> None:
        names = {
            "chat.temperature": "temperature",
            "chat.max_new_tokens": "max_new_tokens",
            "chat.candidates": "k",
        }
        if key in names:
            self.choice = dataclasses.replace(self.choice, **{names[key]: value})
            self.changed.emit()
