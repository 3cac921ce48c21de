"""The middle of the chat: transcript above, composer below, both views of the controller."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from o1desk.core.words import filled
from o1desk.gui.model_list import model_list
from o1desk.gui.pages.chat import copies
from o1desk.gui.pages.chat.answer_message import AnswerMessage
from o1desk.gui.pages.chat.composer import Composer
from o1desk.gui.pages.chat.controller import ChatController
from o1desk.gui.pages.chat.loading import ref_of
from o1desk.gui.pages.chat.missing_bar import MissingBar
from o1desk.gui.pages.chat.outcome import Pending
from o1desk.gui.pages.chat.reactions import Reactions
from o1desk.gui.pages.chat.stream import Phase
from o1desk.gui.pages.chat.transcript import WIDEST_PX, Transcript
from o1desk.gui.pages.chat.tree import Turn
from o1desk.gui.pages.chat.unanswered import Unanswered
from o1desk.gui.pages.chat.user_message import UserMessage
from o1desk.gui.pages.chat.welcome import Welcome
from o1desk.gui.session import Session


class ChatView(QWidget):
    """Shows the conversation of the controller and tells it what a person wants.

    Attributes:
        transcript: The messages.
        composer: Where questions are typed.
        welcome: Shown while nothing was said.

    Signals:
        model_wanted: Another model should be picked.
    """

    model_wanted = Signal()

    def __init__(self, session: Session, chat: ChatController) -> None:
        """Show what the controller has, an answer that is being written included."""
        super().__init__()
        self._session, self._chat, self._theme = session, chat, session.theme
        self._reactions = Reactions(session, chat, self)
        self.transcript = Transcript(self._theme, self._build_message)
        self.welcome = Welcome(self._theme)
        self.composer = Composer(self._theme)
        self._live: AnswerMessage | None = None
        self._lay_out()
        self.welcome.chosen.connect(self._on_example)
        self.composer.sent.connect(self._on_sent)
        self.composer.stopped.connect(chat.stop)
        self.composer.typed.connect(chat.drafts.write)
        self._reactions.changed.connect(self._on_reaction)
        chat.opened.connect(self.refresh)
        chat.turn_added.connect(self._on_turn_added)
        chat.choice_changed.connect(self._on_choice)
        chat.pending_changed.connect(self._on_pending_changed)
        chat.streamed.connect(self._on_streamed)
        self.refresh()

    # --- what a page asks for ---

    def focus_composer(self) -> None:
        """Put the cursor into the question."""
        self.composer.edit.setFocus()

    def insert(self, text: str) -> None:
        """Put a text into the question."""
        self.composer.insert(text)

    def stop(self) -> None:
        """End the answer; the button says so at once."""
        if self._chat.pending is not None:
            self.composer.set_busy(is_busy=True, is_stopping=True)
            self._chat.stop()

    def has_answer(self) -> bool:
        """Return whether there is an answer to copy."""
        return any(turn.is_answer for turn in self._chat.path())

    def copy_last(self) -> None:
        """Put the last answer on the clipboard."""
        answers = [turn for turn in self._chat.path() if turn.is_answer]
        if answers:
            QGuiApplication.clipboard().setText(copies.as_plain(answers[-1]))
            self._session.toast(self.tr("The answer is on the clipboard"))

    def copy_jsonl(self) -> None:
        """Put the conversation on the clipboard, thinking left out."""
        text = copies.as_jsonl(self._chat.path(), has_thinking=False)
        QGuiApplication.clipboard().setText(text)
        self._session.toast(self.tr("The chat is on the clipboard, without the thinking"))

    # --- showing ---

    def refresh(self) -> None:
        """Show another conversation, or another branch of it."""
        self.composer.set_text(self._chat.drafts.text)
        self._show_messages()
        self._on_pending_changed()

    def _show_messages(self) -> None:
        path = self._chat.path()
        self.transcript.show_ids([turn.id for turn in path])
        for widget in self.transcript.widgets():
            if isinstance(widget, UserMessage):
                widget.go_on_editing()
        is_empty = not path and self._chat.pending is None
        self._pages.setCurrentWidget(self.welcome if is_empty else self.transcript)
        self._show_places()
        self._show_missing()
        self._show_hint()

    def _build_message(self, message: int) -> QWidget:
        turn = self._chat.tree.turns[message]
        if turn.is_answer:
            return self._build_answer(turn)
        made = UserMessage(self._theme, turn, self._chat.wordings)
        made.edited.connect(self._on_edited)
        self._join(made, turn)
        return made

    def _build_answer(self, turn: Turn) -> AnswerMessage:
        sampling = turn.details.get("sampling")
        is_thinking = not isinstance(sampling, dict) or bool(sampling.get("thinking", True))
        made = self._new_answer(
            ref_of(turn.author), turn.author.strategy, turn.details.get("k"), is_thinking
        )
        if ref_of(turn.author) in self._chat.missing:
            made.name_missing()
        self._complete(made, turn)
        return made

    def _complete(self, made: AnswerMessage, turn: Turn) -> None:
        asked = self._chat.tree.turns.get(turn.parent or 0)
        made.show_turn(turn, "" if asked is None else asked.text)
        self._join(made, turn)

    def _new_answer(self, ref: str, strategy: str, k: object, is_thinking: bool) -> AnswerMessage:
        name = model_list(self._session).title(ref) if ref else self.tr("Unknown model")
        if strategy == "vote":
            name = filled(self.tr("%1 · vote of %2"), [name, str(k)])
        elif not is_thinking:  # it may have thought all the same
            name = filled(self.tr("%1 · asked not to think"), [name])
        view = str(self._session.settings.get("chat.thinking_view"))
        made = AnswerMessage(self._theme, name=name, view=view)
        made.again.connect(self._chat.again)
        made.rated.connect(self._reactions.rate)
        made.annotated.connect(self._reactions.annotate)
        made.store_wanted.connect(self._chat.store_again)
        made.model_wanted.connect(self.model_wanted)
        return made

    def _join(self, made: UserMessage | AnswerMessage, turn: Turn) -> None:
        def step(by: int) -> None:
            self._chat.step_aside(turn.id, by)

        made.branches.stepped.connect(step)
        self._show_place(made)

    def _show_places(self) -> None:
        for widget in self.transcript.widgets():
            if isinstance(widget, UserMessage | AnswerMessage):
                self._show_place(widget)

    def _show_place(self, widget: UserMessage | AnswerMessage) -> None:
        if widget.turn is None:
            return
        is_free = not self._chat.is_busy
        siblings = self._chat.tree.siblings(widget.turn.id)
        at = siblings.index(widget.turn.id)
        widget.branches.show_place(at, len(siblings), is_free=is_free)
        widget.set_free(is_free=is_free)

    def _show_missing(self) -> None:
        """Name the models of this chat that are gone."""
        titles = [model_list(self._session).title(ref) for ref in sorted(self._chat.missing)]
        words = self.tr(
            "This chat was with %1, which is not on this computer any more. The next answer comes "
            "from %2."
        )
        now = model_list(self._session).title(self._chat.choice.model)
        self.missing.show_text(filled(words, [", ".join(titles), now]) if titles else "")

    def _show_hint(self) -> None:
        """Say when the next question will be read without what was said before."""
        is_told = self._chat.choice.is_alone and bool(self._chat.tree)
        words = self.tr("Each question is answered on its own: earlier messages are not sent")
        self.composer.set_hint(words if is_told else "")

    # --- what the controller says ---

    def _on_turn_added(self, message: int) -> None:
        turn = self._chat.tree.turns[message]
        if turn.is_answer and self._live is not None:
            live, self._live = self._live, None
            self._complete(live, turn)
            self.transcript.adopt(message, live)
        self._show_messages()
        if not turn.is_answer:
            self.transcript.go_to_end()

    def _on_pending_changed(self) -> None:
        pending = self._chat.pending
        is_stopping = pending is not None and pending.stream.phase is Phase.STOPPING
        self.composer.set_busy(is_busy=pending is not None, is_stopping=is_stopping)
        if pending is None:
            self._live = None
            self._show_tail_end()
        elif self._live is None:
            self._begin_live(pending)
        else:
            self._live.follow(pending)
        self._show_places()

    def _begin_live(self, pending: Pending) -> None:
        choice = pending.choice
        self._live = self._new_answer(choice.model, choice.strategy, choice.k, choice.is_thinking)
        self._show_messages()
        self.transcript.set_tail(self._live)
        self._live.follow(pending)
        self.transcript.go_to_end()

    def _show_tail_end(self) -> None:
        """Offer to ask a question that lost its answer."""
        path = self._chat.path()
        if path and not path[-1].is_answer and not self._chat.is_busy:
            tail = Unanswered(self._theme)
            tail.again.connect(self._chat.again)
            self.transcript.set_tail(tail)
        else:
            self.transcript.set_tail(None)

    def _on_streamed(self) -> None:
        pending = self._chat.pending
        if pending is not None and self._live is not None:
            self._live.follow(pending)
            self.transcript.tell_new_text()

    def _on_choice(self) -> None:
        self._show_hint()
        self._show_missing()

    def _on_reaction(self, message: int) -> None:
        widget = self.transcript.widget_of(message)
        if isinstance(widget, AnswerMessage) and widget.footer is not None:
            widget.footer.show_feedback()

    # --- what a person does ---

    def _on_sent(self, text: str) -> None:
        if not self._chat.ask(text):
            self.composer.set_text(text)
            self._tell_opening()

    def _on_example(self, text: str) -> None:
        if not self._chat.ask_example(text):
            self._tell_opening()

    def _tell_opening(self) -> None:
        """Say why nothing can be asked now; the line goes with the opening."""
        if self._chat.is_opening:
            words = self.tr("A chat is being opened: ask as soon as it is there")
            self.composer.set_hint(words, "warn")

    def _on_edited(self, message: int, text: str) -> None:
        widget = self.transcript.widget_of(message)
        if self._chat.edit(message, text) and isinstance(widget, UserMessage):
            widget.end_edit()

    def _lay_out(self) -> None:
        theme = self._theme
        self.missing = MissingBar(theme)
        self.missing.model_wanted.connect(self.model_wanted)
        top = QWidget()
        self._pages = QStackedLayout(top)
        self._pages.addWidget(self.welcome)
        self._pages.addWidget(self.transcript)
        foot = QWidget()
        foot.setMaximumWidth(theme.px(WIDEST_PX))
        below = QVBoxLayout(foot)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(theme.px(8))
        below.addWidget(self.missing)
        below.addWidget(self.composer)
        edges = QHBoxLayout()
        edges.setContentsMargins(theme.px(20), theme.px(4), theme.px(20), theme.px(12))
        edges.addWidget(foot)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(top, 1)
        layout.addLayout(edges)
