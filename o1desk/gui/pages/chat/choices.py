"""How the next question is asked: kept across restarts, and in step with the settings."""

import dataclasses
from typing import Any

from PySide6.QtCore import QObject, Signal

from o1desk.gui.pages.chat import loading
from o1desk.gui.pages.chat.context import Choice, suits_single_questions
from o1desk.gui.session import Session

_SETTINGS = {
    "chat.temperature": "temperature",
    "chat.max_new_tokens": "max_new_tokens",
    "chat.candidates": "k",
}


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
        self._chosen: set[str] = set()  # fields that somebody chose before `restore`
        self._is_restored = False
        self.choice = loading.choice_from(session.settings)
        session.settings.on_change(self._on_setting)

    def choose(self, **changes: Any) -> None:
        """Take what a person chose; another base model brings its own way with earlier turns."""
        self._chosen |= changes.keys()  # what is in force already may be chosen as well
        choice = dataclasses.replace(self.choice, **changes)
        is_other_base = choice.base != self.choice.base
        if is_other_base and "is_alone" not in changes:
            choice = dataclasses.replace(choice, is_alone=suits_single_questions(choice.base))
        if choice == self.choice:
            return
        self.choice = choice
        self._keep()
        if is_other_base:
            self.base_changed.emit(choice.base)
        self.changed.emit()

    def follow(self, model: str) -> None:
        """Go on with the model of a conversation that was opened; it is not loaded yet."""
        if model:
            self._chosen.add("model")
        if model and model != self.choice.model:
            choice = dataclasses.replace(self.choice, model=model)
            is_alone = suits_single_questions(choice.base)
            self.choice = dataclasses.replace(choice, is_alone=is_alone)
            self.changed.emit()

    def restore(self, last: Choice | None) -> None:
        """Be as at the last exit, but for what somebody chose already; None for a first time."""
        self._is_restored = True
        if last is None:
            if self._chosen:
                self._keep()
            return
        chosen = {name: getattr(self.choice, name) for name in self._chosen}
        choice = dataclasses.replace(last, **chosen)
        if choice.base != last.base and "is_alone" not in chosen:
            choice = dataclasses.replace(choice, is_alone=self.choice.is_alone)
        if choice != self.choice:
            self.choice = choice
            self.changed.emit()
        if choice != last:
            self._keep()

    def _keep(self) -> None:
        """Write the choice down, but not over what was not read yet."""
        store, choice = self._session.store, self.choice
        if self._is_restored and not store.is_read_only:
            self._session.ops.write(lambda: loading.keep_choice(store, choice))

    def _on_setting(self, key: str, value: Any) -> None:
        if key in _SETTINGS:
            self._chosen.add(_SETTINGS[key])
            self.choice = dataclasses.replace(self.choice, **{_SETTINGS[key]: value})
            self.changed.emit()
