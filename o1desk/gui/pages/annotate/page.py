"""Annotate: one problem on the screen, its steps judged by single keys."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from o1desk.gui.page import Command, Page
from o1desk.gui.pages.annotate.actions import STORING, Actions
from o1desk.gui.pages.annotate.desk import AnnotationDesk, annotation_desk
from o1desk.gui.pages.annotate.focus import mode_of
from o1desk.gui.pages.annotate.hand_work import hand_work
from o1desk.gui.pages.annotate.item_view import ItemView
from o1desk.gui.pages.annotate.keys import ACTIONS, action_of, all_hints, keys_of, title_of
from o1desk.gui.pages.annotate.panes import Panes, centred
from o1desk.gui.pages.annotate.rating import Rating
from o1desk.gui.pages.annotate.side_panel import SidePanel
from o1desk.gui.session import Session
from o1desk.gui.shown import for_clipboard
from o1desk.gui.widgets.empty import EmptyState

DISK_S = 0.08  # how long a key may stay down for the disk
ITEM, EMPTY, LOOKING, FAILED = range(4)  # what the middle shows
REPEATING = ("up", "down")  # what a key that is held does again and again


class AnnotatePage(Page):
    """The third tab.

    Attributes:
        desk: The annotation of the session.
        rating: What can be said.
        deeds: What keys do.
        view: What is in hand.
        side: What belongs to it.
    """

    KEY = "annotate"
    ICON = "annotate"

    def __init__(self, session: Session) -> None:
        """Build the page around the annotation of the session."""
        super().__init__(session)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.desk: AnnotationDesk = annotation_desk(session)
        self.rating = Rating(session, self.desk, self)
        self.deeds = Actions(session, self.desk, self.rating, self)
        self.view = ItemView(session, self.desk, self.rating)
        self.side = SidePanel(session, self.desk)
        self._hand_work = hand_work(session)
        self._stack = QStackedWidget()
        self._trouble = self._failed()
        for part in (centred(self.view), self._empty(), self._looking(), self._trouble):
            self._stack.addWidget(part)
        self._panes = Panes(self.theme, self._stack, self.side)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._panes)
        self._typing = ""
        self._read_keys()
        self._wire()
        self._show_item()
        self.view.show_item()

    @override
    def title(self) -> str:
        return self.tr("Annotate")

    @override
    def commands(self) -> Sequence[Command]:
        return [
            Command(
                key=f"annotate.{action.name}",
                title=title_of(action),
                run=partial(self.deeds.run, action.name),
                shortcut_text=all_hints(action.name, self._keys),
            )
            for action in ACTIONS
        ]

    @override
    def entered(self) -> None:
        self._read_keys()
        self.setFocus()
        field = {"step": self.side.notes.step_note, "whole": self.side.notes.whole_note}
        if self._typing in field:
            field[self._typing].setFocus()
        self._typing = ""
        self.rating.start_clock()
        self.desk.progress.look()
        self.desk.reload()
        QTimer.singleShot(0, self.side.look)

    @override
    def left(self) -> None:
        self.side.notes.flush()

    @override
    def show_target(self, **what: Any) -> None:
        if "sample" in what:
            self.desk.show_sample(int(what["sample"]))
        if what.get("write"):
            self._write()

    @override
    def save_state(self) -> dict[str, Any]:
        notes = self.side.notes
        notes.flush()
        typing = "step" if notes.step_note.hasFocus() else ""
        typing = "whole" if notes.whole_note.hasFocus() else typing
        return {"sides": self._panes.kept_sizes(), "typing": typing}

    @override
    def restore_state(self, state: dict[str, Any]) -> None:
        self._panes.restore_sizes(state.get("sides"))
        self._typing = str(state.get("typing", ""))

    # --- layout ---

    def _empty(self) -> QWidget:
        return EmptyState(
            self.theme, "annotate",
            self.tr("This queue is empty. Make samples on the Data page, choose another queue, or "
                    "write a chain of thought yourself."),
            action=(self.tr("Make samples"), self._to_data),
            second=(self.tr("Write a chain by hand"), self._write),
        )  # fmt: skip

    def _looking(self) -> QWidget:
        return EmptyState(self.theme, "annotate", self.tr("Looking for samples to rate\u2026"))

    def _failed(self) -> EmptyState:
        again = (self.tr("Try again"), self.desk.reload)
        return EmptyState(self.theme, "error", "", action=again)

    def _wire(self) -> None:
        self.view.steps.setFocusProxy(self)
        self.view.ratings.asked.connect(self.deeds.run)
        self.side.notes.flagged.connect(self.rating.flag)
        self.side.queue.chosen.connect(self._take_keys)
        for note in (self.side.notes.step_note, self.side.notes.whole_note):
            note.noted.connect(self.rating.note)
            note.left.connect(self._take_keys)
        self.deeds.note_asked.connect(self.side.notes.step_note.setFocus)
        self.deeds.flags_asked.connect(self.side.notes.open_flags)
        self.deeds.more_asked.connect(self.view.steps.toggle_more)
        self.deeds.edit_asked.connect(self._edit)
        self.deeds.write_asked.connect(self._write)
        for signal in (self.desk.item_changed, self.desk.waiting):
            signal.connect(self._show_item)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def _read_keys(self) -> None:
        self._keys = keys_of(self.session.settings.get("annotate.keys"))
        self.view.show_keys(self._keys)
        self.side.show_keys(self._keys)

    def _show_item(self) -> None:
        """Show what is in hand, or why nothing is: an empty queue is only told when it is one."""
        shown = ITEM
        if self.desk.item is None:
            shown = FAILED if self.desk.trouble else LOOKING if self.desk.is_loading else EMPTY
        if shown == FAILED:
            self._trouble.set_text(self.desk.trouble)
        self._stack.setCurrentIndex(shown)

    # --- keys ---

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        name = action_of(event, self._keys)
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        elif name and (name in REPEATING or not event.isAutoRepeat()):
            self.deeds.run(name)
        elif event.key() == Qt.Key.Key_Escape and not self.hasFocus():
            self._take_keys()  # as the chip promises; notes store what was typed and do the same
        elif not name:
            super().keyPressEvent(event)

    @override
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """What a key decided is on disk when the key comes up."""
        if action_of(event, self._keys) in STORING and not event.isAutoRepeat():
            self.desk.book.wait(DISK_S)
        super().keyReleaseEvent(event)

    def _copy(self) -> None:
        text = self.view.selected_text()
        if text:
            QGuiApplication.clipboard().setText(for_clipboard(text))
        else:
            self.view.steps.copy_step()

    def _on_focus(self, old: QWidget | None, now: QWidget | None) -> None:
        """Say who has the keys."""
        del old
        self.view.problem.show_mode(mode_of(self, now))

    def _take_keys(self) -> None:
        self.setFocus()

    # --- deeds that need a window ---

    def _edit(self) -> None:
        self._hand_work.edit(self.window())

    def _write(self) -> None:
        self._hand_work.write(self.window())

    def _to_data(self) -> None:
        self.session.open("data")
