"""The main window: rail, pages, status bar, and what works everywhere."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget
from typing_extensions import override

from o1desk.gui.focus_place import give_focus, place_of
from o1desk.gui.global_commands import global_commands
from o1desk.gui.keysheet import KeySheet
from o1desk.gui.page import Command
from o1desk.gui.palette import Palette
from o1desk.gui.places import found_places
from o1desk.gui.rail import Rail
from o1desk.gui.session import Session, Toast
from o1desk.gui.stack import PageStack
from o1desk.gui.statusbar import StatusBar
from o1desk.gui.tabs import TABS
from o1desk.gui.theme import Theme
from o1desk.gui.toasts import Toasts
from o1desk.gui.undisturbed import Undisturbed
from o1desk.gui.widgets.labels import label

FIRST_SIZE = (1280, 800)
LEAST_SIZE = (960, 600)


class MainWindow(QMainWindow):
    """The window.

    Attributes:
        session: The open data folder; None before it is open.

    Signals:
        close_asked: The user wants to close it.
        quit_asked: The user wants the program to end, not only the window.
        toast_asked: A message worth a system notification (Toast).
    """

    close_asked = Signal()
    quit_asked = Signal()
    toast_asked = Signal(object)

    def __init__(self, theme: Theme, shape: QSettings) -> None:
        """Build the frame; the pages come with `attach`.

        Args:
            theme: The look.
            shape: Where size and place of the window are remembered.
        """
        super().__init__()
        self.setWindowTitle("O1 Desk")
        self.setAcceptDrops(True)
        self.setMinimumSize(*LEAST_SIZE)
        self.session: Session | None = None
        self._theme, self._shape = theme, shape
        self._may_close = False
        self._stack: PageStack | None = None
        self._make: Callable[[], QWidget] | None = None
        self._notes: dict[str, str | Callable[[], str]] = {}
        self._actions: list[QAction] = []
        self._rail = Rail(theme)
        self._banner = label("", is_wrapped=True)
        self._toasts = Toasts(self, theme)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._rebuild)
        theme.changed.connect(self._later.start)
        self._undisturbed = Undisturbed(self)
        self._undisturbed.freed.connect(self._later.start)
        self._restore_shape()

    # --- what is shown ---

    def show_only(self, make: Callable[[], QWidget]) -> None:
        """Show something instead of the pages: the welcome, or trouble with the folder.

        Args:
            make: Builds it; called again when the language or the look is another.
        """
        self._make = make
        self._lay_out(make(), has_rail=False)

    def attach(
        self,
        session: Session,
        *,
        first: str = "overview",
        states: Mapping[str, Any] | None = None,
    ) -> None:
        """Show the pages of an open data folder.

        Args:
            session: The session.
            first: The page to begin with.
            states: What the pages left at the last end, by page.
        """
        self.session, self._make = session, None
        self._stack = PageStack(session)
        self._stack.shown.connect(self._on_shown)
        self._stack.restore(dict(states or {}))
        session.opened.connect(self._stack.open_target)
        session.toasted.connect(self._on_toast)
        session.ops.held_up.connect(self._on_held_up)
        self._lay_out(self._stack)
        self.setStatusBar(StatusBar(session))
        self._stack.show_page(first if first in {tab.key for tab in TABS} else TABS[0].key)

    def set_banner(self, words: str | Callable[[], str], source: str = "") -> None:
        """Show a sentence above the pages until it is empty again.

        Args:
            words: The sentence, or what says it in the language in force; empty takes it away.
            source: Whose it is, so that two of them do not wipe each other out.
        """
        if self._notes.get(source, "") != words:
            self._notes[source] = words
            self._show_notes()

    def _show_notes(self) -> None:
        said = (note if isinstance(note, str) else note() for note in self._notes.values())
        shown = " ".join(note for note in said if note)
        self._banner.setText(shown)
        self._banner.setVisible(bool(shown))

    def language_changed(self) -> None:
        """Build everything that speaks again."""
        self._later.start()

    @property
    def stack(self) -> PageStack | None:
        """The pages; None before a folder is open."""
        return self._stack

    def _lay_out(self, content: QWidget, *, has_rail: bool = True) -> None:
        middle = QWidget()
        sides = QHBoxLayout(middle)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(0)
        sides.addWidget(self._rail)
        self._rail.setVisible(has_rail)
        pages = QVBoxLayout()
        self._banner.setContentsMargins(*(self._theme.px(12),) * 4)
        self._banner.setProperty("chip", "warn")
        pages.addWidget(self._banner)
        self._banner.setVisible(bool(self._banner.text()))
        pages.addWidget(content, 1)
        sides.addLayout(pages, 1)
        self.setCentralWidget(middle)
        content.show()

    def _rebuild(self) -> None:
        """Build rail, pages and bar again in the language and look that hold now.

        The system may turn dark at any time; a dialog belongs to its page and would go with it.
        """
        if not self._undisturbed.is_free():
            return
        places = [place_of(view) for view in self._views()]
        self._rail.deleteLater()
        self._rail = Rail(self._theme)
        self._show_notes()
        if self._make is not None:
            self.show_only(self._make)
        elif self._stack is not None and self.session is not None:
            shown = self._stack.key
            self._lay_out(self._stack)
            self._stack.rebuild()
            self.setStatusBar(StatusBar(self.session))
            self._connect_rail()
            self._rail.show_chosen(shown)
        for view, place in zip(self._views(), places, strict=True):
            give_focus(view, place)

    def _views(self) -> tuple[QWidget | None, ...]:
        """Return what the keyboard may be in: a setting changed by arrows must not lose it."""
        return self._rail, None if self._stack is None else self._stack.current

    # --- commands ---

    def commands(self) -> list[tuple[str, Sequence[Command]]]:
        """Return what can be done now: everywhere, and on the page that is shown."""
        groups: list[tuple[str, Sequence[Command]]] = [
            (self.tr("Everywhere"), global_commands(self))
        ]
        page = None if self._stack is None else self._stack.current
        if page is not None:
            groups.append((page.title(), list(page.commands())))
        return groups

    def show_page(self, key: str) -> None:
        """Show a tab."""
        if self._stack is not None:
            self._stack.show_page(key)

    def open_palette(self) -> None:
        """Open the command palette; runs, models and chats are added as they are found."""
        if self.session is None:
            return
        palette = Palette(self._theme, self, [c for _, group in self.commands() for c in group])
        self.session.ops.read(found_places(self.session), palette.add, owner=palette)
        palette.open()

    def open_keys(self) -> None:
        """Open the sheet of keys."""
        KeySheet(self._theme, self, self.commands()).open()

    def _on_shown(self, key: str) -> None:
        self._connect_rail()
        self._rail.show_chosen(key)
        title = next(tab.title for tab in TABS if tab.key == key)
        self.setWindowTitle(f"{title} \u2013 O1 Desk")
        self._set_actions()

    def _connect_rail(self) -> None:
        self._rail.chosen.connect(self.show_page, Qt.ConnectionType.UniqueConnection)

    def _set_actions(self) -> None:
        """Bind the keys of everywhere and of the page that is shown."""
        for action in self._actions:
            self.removeAction(action)
            action.deleteLater()
        self._actions = []
        for _, group in self.commands():
            for command in group:
                if command.shortcut:
                    action = QAction(command.title, self)
                    action.setShortcut(QKeySequence(command.shortcut))
                    action.triggered.connect(_when_ready(command))
                    self.addAction(action)
                    self._actions.append(action)

    # --- messages ---

    def _on_held_up(self, is_held_up: bool) -> None:
        self.set_banner(self._held_up_words if is_held_up else "", "held up")

    def _held_up_words(self) -> str:
        return self.tr(
            "Still storing: the disk is slow, or another program has locked the database. What you "
            "did is kept and stored as soon as it can be."
        )

    def _on_toast(self, toast: Toast) -> None:
        if toast.is_system and not self.isActiveWindow():
            self.toast_asked.emit(toast)
        self._toasts.show_toast(toast)

    # --- files dropped anywhere ---

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and self._stack is not None:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths and self._stack is not None and self.session is not None:
            event.acceptProposedAction()
            key = self._stack.take_files(paths)
            if key:
                self.show_page(key)
            else:
                text = self.tr("No page understands {name}; drop JSONL, GGUF or a model folder")
                self.session.toast(text.format(name=paths[0].name), tone="warn")

    # --- size and end ---

    def release(self) -> None:
        """Let the next close succeed."""
        self._may_close = True

    def remember(self) -> dict[str, Any]:
        """Save the shape; return what the pages want to find again."""
        self._shape.setValue("geometry", self.saveGeometry())
        if self._stack is None:
            return {}
        self._shape.setValue("page", self._stack.key)
        return self._stack.states()

    def _restore_shape(self) -> None:
        geometry = self._shape.value("geometry")
        if not (isinstance(geometry, QByteArray) and self.restoreGeometry(geometry)):
            self.resize(*FIRST_SIZE)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_close:
            event.accept()
        else:
            event.ignore()
            self.close_asked.emit()


def _when_ready(command: Command) -> Any:
    def run() -> None:
        if command.is_ready is None or command.is_ready():
            command.run()

    return run
