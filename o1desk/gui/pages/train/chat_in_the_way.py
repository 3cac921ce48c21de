"""What to do about the model of the chat when a training has no room beside it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from o1desk.gui.pages.chat.controller import ChatController
from o1desk.gui.widgets.flow import FlowLayout
from o1desk.gui.widgets.labels import button, label
from o1desk.jobs.lease import Advice, Grant

if TYPE_CHECKING:
    from o1desk.gui.session import Session


class ChatInTheWay(QWidget):
    """Offers to unload it, or to start beside it; hidden while there is room for both.

    Signals:
        beside_asked: The training should start although the model stays.
        changed: It came or went.
    """

    beside_asked = Signal()
    changed = Signal()

    def __init__(self, session: "Session") -> None:
        """Know nothing of the room yet."""
        super().__init__()
        self._session = session
        self._chat: ChatController | None = None
        self._grant: Grant | None = None
        self._device = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        words = self.tr("The chat's model takes memory that this training needs.")
        layout.addWidget(label(words, tone="warn", is_wrapped=True))
        ways = FlowLayout(gap=session.theme.px(8))
        self._unload = button(self.tr("Unload the chat's model"), self.unload, kind="primary")
        self._beside = button(
            self.tr("Start beside it"), self.beside_asked.emit,
            tip=self.tr("Both will be slow, and the system may end one of them"),
        )  # fmt: skip
        ways.addWidget(self._unload)
        ways.addWidget(self._beside)
        layout.addLayout(ways)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether the chat has a model open where the training has no room."""
        run = None if self._chat is None else self._chat.answers.answerer.run
        if run is None or self._grant is None or self._grant.advice is Advice.BOTH:
            return False
        return run.id in self._session.runs.manager.lease.holders(self._device)

    def show_grant(self, grant: Grant, device: str) -> None:
        """Take what the manager says of the room on a device."""
        self._grant, self._device = grant, device
        self.refresh()

    def set_can_start(self, can_start: bool) -> None:
        """Say whether the training could start."""
        self._beside.setEnabled(can_start)

    def refresh(self) -> None:
        """Show whether it is in the way now, and whether it can be unloaded."""
        self._find_chat()
        can_unload = self._chat is not None and self._chat.answers.can_unload
        self._unload.setEnabled(can_unload)
        tip = self.tr("The next question in the chat opens it again")
        self._unload.setToolTip(tip if can_unload else self.tr("Wait for the answer, or stop it"))
        if self.isHidden() is self.is_open:
            self.setVisible(self.is_open)
            self.changed.emit()

    def unload(self) -> None:
        """Let the chat's worker leave."""
        if self._chat is not None:
            self._chat.answers.unload()
        self.refresh()

    def take_focus(self) -> None:
        """Lead whoever pressed the key of Start to the two ways on."""
        (self._unload if self._unload.isEnabled() else self._beside).setFocus()

    def _find_chat(self) -> None:
        found = self._session.parts.get("chat")
        if self._chat is None and isinstance(found, ChatController):
            self._chat = found
            answers = found.answers
            for signal in (answers.answerer.changed, answers.moved, answers.settled):
                signal.connect(self.refresh)
