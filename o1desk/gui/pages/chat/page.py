"""The Chat page: conversations at the left, the chat in the middle, figures at the right."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from o1desk.gui.page import Command, Page
from o1desk.gui.pages.chat.chat_view import ChatView
from o1desk.gui.pages.chat.composer import read_file
from o1desk.gui.pages.chat.controller import chat_controller
from o1desk.gui.pages.chat.conversation_list import ConversationList
from o1desk.gui.pages.chat.figures import Figures
from o1desk.gui.pages.chat.header import ChatHeader
from o1desk.gui.pages.chat.panes import LIST, panes_for
from o1desk.gui.session import Session

LIST_PX = 220
NARROWEST = 320
TEXT_FILES = frozenset({".txt", ".md", ".py", ".tex"})


class ChatPage(Page):
    """Ask a model, watch it think, see what it cost."""

    KEY: ClassVar[str] = "chat"
    ICON: ClassVar[str] = "chat"

    def __init__(self, session: Session) -> None:
        """Build the three columns over the session's chat."""
        super().__init__(session)
        self.chat = chat_controller(session)
        self.list = ConversationList(self.theme, self.chat)
        self.header = ChatHeader(session, self.chat)
        self.view = ChatView(session, self.chat)
        self.figures = Figures(session, self.chat)
        self._middle = QWidget()
        column = QVBoxLayout(self._middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.view, 1)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self.list.setMinimumWidth(self.theme.px(LIST))
        self._splitter.addWidget(self.list)
        self._splitter.addWidget(self._middle)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setSizes([self.theme.px(LIST_PX), self.theme.px(800)])
        self.setMinimumWidth(self.theme.px(NARROWEST))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._splitter, 1)
        layout.addWidget(self.figures)
        self._was_narrow = False
        self.header.chats.setChecked(True)
        self.header.figures.setChecked(True)
        self.header.chats.toggled.connect(self._fit)
        self.header.figures.toggled.connect(self._fit)
        self.chat.opened.connect(self._on_opened)
        self.view.model_wanted.connect(self.header.picker.drop_down)
        self.view.composer.paths_dropped.connect(self._insert_files)

    @override
    def title(self) -> str:
        return self.tr("Chat")

    @override
    def commands(self) -> Sequence[Command]:
        view = self.view
        return (
            Command(
                key="chat.new", title=self.tr("New chat"), run=self._new_chat, shortcut="Ctrl+N",
                words="conversation",
            ),
            Command(
                key="chat.focus", title=self.tr("Write a question"), run=view.focus_composer,
                shortcut="Ctrl+L",
            ),
            Command(
                key="chat.again", title=self.tr("Ask again"), run=self._again, shortcut="Ctrl+R",
                words="regenerate", is_ready=self._can_ask_again,
            ),
            Command(
                key="chat.stop", title=self.tr("Stop the answer"), run=view.stop, shortcut="Esc",
                is_ready=self._can_stop,
            ),
            Command(
                key="chat.unload", title=self.tr("Unload the model"), run=self.header.unload,
                words="free memory close eject", is_ready=self.header.can_unload,
            ),
            Command(
                key="chat.copy", title=self.tr("Copy the last answer"), run=view.copy_last,
                shortcut="Ctrl+Shift+C", is_ready=view.has_answer,
            ),
            Command(
                key="chat.export", title=self.tr("Copy the chat as JSONL"), run=view.copy_jsonl,
                is_ready=view.has_answer,
            ),
            Command(
                key="chat.rename", title=self.tr("Rename the chat"), run=self.list.rename,
                shortcut="F2", is_ready=self.list.can_rename,
            ),
        )  # fmt: skip

    @override
    def show_target(self, **what: Any) -> None:
        """Show a conversation, or begin one.

        Args:
            what: `conversation` (row) to open, `model` (reference) to ask, `prompt` to begin with.
        """
        if what.get("conversation") is not None:
            self.chat.open(int(what["conversation"]))
        elif what.get("model") or what.get("prompt"):
            self.chat.new_chat(str(what["prompt"]) if what.get("prompt") else None)
        if what.get("model"):
            self.chat.choose(model=str(what["model"]))
        self.view.focus_composer()

    @override
    def take_files(self, paths: Sequence[Path]) -> bool:
        known = [path for path in paths if path.suffix.lower() in TEXT_FILES]
        texts = [path for path in known if path.is_file()]
        self._insert_files(texts)
        return bool(texts)

    @override
    def entered(self) -> None:
        self._fit()
        self.view.focus_composer()

    @override
    def left(self) -> None:
        self.chat.drafts.flush()

    @override
    def save_state(self) -> dict[str, Any]:
        self.chat.drafts.flush()
        return {
            "chats": self.header.chats.isChecked() or self._was_narrow,
            "figures": self.header.figures.isChecked(),
            "sizes": self._splitter.sizes(),
            "offset": self.view.transcript.offset_from_end(),
        }

    @override
    def restore_state(self, state: dict[str, Any]) -> None:
        self.header.chats.setChecked(bool(state.get("chats", True)))
        self.header.figures.setChecked(bool(state.get("figures", True)))
        sizes = state.get("sizes")
        if isinstance(sizes, list) and len(sizes) == 2:
            self._splitter.setSizes([int(size) for size in sizes])
        self.view.transcript.hold(int(state.get("offset") or 0))

    def _insert_files(self, paths: Sequence[Path]) -> None:
        """Put the text of files into the question."""
        for path in paths:
            self.session.ops.read(partial(read_file, path), self.view.insert)

    def _new_chat(self) -> None:
        self.chat.new_chat()
        self.view.focus_composer()

    def _again(self) -> None:
        self.chat.again()

    def _can_ask_again(self) -> bool:
        return not self.chat.is_busy and self.chat.tree.leaf is not None

    def _can_stop(self) -> bool:
        return self.chat.pending is not None

    def _fit(self) -> None:
        """Show the columns that fit; the list gives way first, and comes back with the room."""
        chats, figures = self.header.chats, self.header.figures
        panes = panes_for(
            self.width() / self.theme.scale,
            list_wanted=chats.isChecked(),
            figures_wanted=figures.isChecked(),
        )
        if panes.is_narrow != self._was_narrow:
            self._was_narrow = panes.is_narrow
            chats.setChecked(not panes.is_narrow)
            return
        self.list.setVisible(panes.has_list)
        self._middle.setVisible(panes.has_middle)
        self.header.set_room(has_figures=panes.can_figures)
        self.figures.setVisible(panes.has_figures)
        if panes.has_figures and self.isVisible():
            self.figures.entered()

    def _on_opened(self) -> None:
        if self._was_narrow:
            self.header.chats.setChecked(False)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
