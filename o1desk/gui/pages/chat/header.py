"""Above the chat: which model answers, how it thinks, how tokens are drawn."""

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from o1desk.core.words import filled
from o1desk.gui.error_words import phrase_in_words
from o1desk.gui.pages.chat.context import VOTES
from o1desk.gui.pages.chat.controller import ChatController
from o1desk.gui.pages.chat.sampling_popup import SamplingPopup, sampling_button
from o1desk.gui.pages.chat.wording import mib_text
from o1desk.gui.session import Session
from o1desk.gui.theme import Theme
from o1desk.gui.widgets.labels import icon_button, label
from o1desk.gui.widgets.model_picker import ModelPicker


class ChatHeader(QWidget):
    """Shows and changes how the next question is asked.

    Attributes:
        picker: The models, and below them the way to unload the one that is open.
        strategy: Ways to think.
        chats: Button that shows and hides the list of conversations.
        figures: Button that shows and hides the figures at the right.
    """

    def __init__(self, session: Session, chat: ChatController) -> None:
        """Show what holds."""
        super().__init__()
        self._session, self._chat, self._theme = session, chat, session.theme
        self.picker = ModelPicker(session, self.tr("Model that answers"))
        self._unload = self.picker.add_action(self.tr("Unload the model"), "eject", self.unload)
        self.strategy = self._build_strategy()
        self.sampling = sampling_button(self._theme)
        self.popup = SamplingPopup(self._theme, self)
        self.chats = icon_button(
            self._theme, "sidebar", self.tr("List of chats"), is_checkable=True
        )
        self.figures = icon_button(
            self._theme, "gauge", self.tr("Figures: speed, memory, cost"), is_checkable=True
        )
        self._notice = label("", "small", tone="warn", is_wrapped=True)
        self._lay_out(self._theme)
        self.picker.changed.connect(self._on_model)
        self.picker.opening.connect(self._show_unload)
        chat.pending_changed.connect(self._show_unload)
        self.strategy.activated.connect(self._on_strategy)
        self.sampling.clicked.connect(self._on_sampling)
        self.popup.temperature_changed.connect(self._on_temperature)
        self.popup.length_changed.connect(self._on_length)
        self.popup.alone_changed.connect(self._on_alone)
        self.popup.drop_thinking_changed.connect(self._on_drop_thinking)
        chat.choice_changed.connect(self._show_choice)
        chat.answers.answerer.changed.connect(self._show_notice)
        chat.answers.answerer.changed.connect(self._show_unload)
        self._show_choice()
        self._show_notice()
        self._show_unload()

    def _build_strategy(self) -> QComboBox:
        made = QComboBox()
        made.setAccessibleName(self.tr("Way to think"))
        made.setToolTip(
            self.tr(
                "One chain of thought, several with a vote over their answers, or no thinking at "
                "all (models without a switch for thinking go on thinking)"
            )
        )
        made.addItem(self.tr("One chain"), ("single", 1, True))
        for k in VOTES:
            made.addItem(filled(self.tr("Vote of %1"), [str(k)]), ("vote", k, True))
        made.addItem(self.tr("No thinking"), ("single", 1, False))
        return made

    def _lay_out(self, theme: Theme) -> None:
        self.picker.setMaximumWidth(theme.px(320))
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        line.addWidget(self.chats)
        line.addWidget(self.picker, 8)
        line.addWidget(self.strategy)
        line.addWidget(self.sampling)
        line.addStretch(1)
        line.addWidget(self.figures)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(8))
        layout.setSpacing(theme.px(4))
        layout.addLayout(line)
        layout.addWidget(self._notice)

    def set_room(self, *, has_figures: bool) -> None:
        """Say whether the figures fit; a button that does nothing says why."""
        self.figures.setEnabled(has_figures)
        told = self.tr("Figures: speed, memory, cost")
        narrow = self.tr("The window is too narrow for the figures")
        self.figures.setToolTip(told if has_figures else narrow)

    def _show_choice(self) -> None:
        choice = self._chat.choice
        self.picker.set_ref(choice.model)
        is_vote = choice.strategy == "vote"
        wanted = ("vote", choice.k, True) if is_vote else ("single", 1, choice.is_thinking)
        known = [self.strategy.itemData(at) for at in range(self.strategy.count())]
        if wanted not in known:  # not findData: to Qt, tuples are equal when they are the same
            self.strategy.addItem(filled(self.tr("Vote of %1"), [str(choice.k)]), wanted)
            known.append(wanted)
        self.strategy.setCurrentIndex(known.index(wanted))
        temperature = QLocale().toString(choice.temperature, "g", 3)
        length = QLocale().toString(choice.max_new_tokens)
        self.sampling.setText(filled(self.tr("T %1 · %2 tok"), [temperature, length]))
        told = self.tr("Temperature %1, longest answer %2 tokens")
        self.sampling.setToolTip(filled(told, [temperature, length]))
        self.sampling.setAccessibleName(self.sampling.toolTip())
        drop = bool(self._session.settings.get("chat.drop_thinking"))
        self.popup.show_values(choice, drop_thinking=drop)

    def _show_notice(self) -> None:
        """Say what the worker said of the model, such as a missing chat template."""
        notice = phrase_in_words(self._chat.answers.answerer.notice)
        self._notice.setText(notice)
        self._notice.setVisible(bool(notice))

    # --- the model that is open ---

    def can_unload(self) -> bool:
        """Return whether a model is open, and no answer in hand."""
        return self._chat.answers.can_unload

    def unload(self) -> None:
        """Close the model; the next question opens it again."""
        if not self.can_unload():
            return
        held = self._chat.memory.held_mib()
        self._chat.answers.unload()
        told = self.tr("The model is unloaded; the next question opens it again")
        if held is not None:
            words = self.tr("The model is unloaded and frees %1; the next question opens it again")
            told = filled(words, [mib_text(held)])
        self._session.toast(told)

    def _show_unload(self) -> None:
        """Say what unloading frees, or why it cannot be done."""
        self._unload.setEnabled(self.can_unload())
        if not self.can_unload():
            is_open = self._chat.answers.answerer.run is not None
            wait = self.tr("Wait for the answer, or stop it")
            self._unload.setText(self.tr("Unload the model"))
            self._unload.setToolTip(wait if is_open else self.tr("No model is open"))
            return
        held = self._chat.memory.held_mib()
        words = self.tr("Unload the model: frees %1")
        plain = self.tr("Unload the model")
        self._unload.setText(plain if held is None else filled(words, [mib_text(held)]))
        self._unload.setToolTip(
            self.tr(
                "Ends its process, which holds this much memory; what it takes on a graphics card "
                "comes on top. The next question opens it again"
            )
        )

    # --- what a person chooses ---

    def _on_model(self) -> None:
        self._chat.choose(model=self.picker.ref())

    def _on_strategy(self) -> None:
        name, k, is_thinking = self.strategy.currentData()
        changes = {"k": k} if name == "vote" else {}
        self._chat.choose(strategy=name, is_thinking=is_thinking, **changes)

    def _on_sampling(self) -> None:
        self.popup.open_under(self.sampling)

    def _on_temperature(self, value: float) -> None:
        self._chat.choose(temperature=round(value, 2))

    def _on_length(self, value: int) -> None:
        self._chat.choose(max_new_tokens=value)

    def _on_alone(self, is_wanted: bool) -> None:
        self._chat.choose(is_alone=is_wanted)

    def _on_drop_thinking(self, is_wanted: bool) -> None:
        self._session.settings.set("chat.drop_thinking", is_wanted)
