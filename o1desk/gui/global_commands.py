"""What can be done on every page."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from o1desk.core.words import QT_TRANSLATE_NOOP
from o1desk.gui.page import Command
from o1desk.gui.tabs import TABS, Tab

if TYPE_CHECKING:
    from collections.abc import Callable

    from o1desk.gui.session import Session
    from o1desk.gui.window import MainWindow

translate = QCoreApplication.translate

_THEMES = (
    ("system", QT_TRANSLATE_NOOP("commands", "Theme: follow the system")),
    ("light", QT_TRANSLATE_NOOP("commands", "Theme: light")),
    ("dark", QT_TRANSLATE_NOOP("commands", "Theme: dark")),
)


def global_commands(window: "MainWindow") -> list[Command]:
    """Return the commands of everywhere in the language in force."""
    session = window.session
    found = [
        _command(
            "palette",
            translate("commands", "Find a command, page, run or model"),
            window.open_palette,
            "Ctrl+K",
        ),
        _command("keys", translate("commands", "Show all keys"), window.open_keys, "?"),
        *(_tab(window, tab, number + 1) for number, tab in enumerate(TABS)),
        _command("quit", translate("commands", "Quit"), window.quit_asked.emit, "Ctrl+Q"),
    ]
    if session is not None:
        found += [
            Command(
                key="undo", title=_titled(translate("commands", "Undo"), session.undo.undoText()),
                run=session.undo.undo, shortcut="Ctrl+Z", is_ready=session.undo.canUndo,
            ),
            Command(
                key="redo",
                title=_titled(translate("commands", "Do again"), session.undo.redoText()),
                run=session.undo.redo, shortcut="Ctrl+Shift+Z", is_ready=session.undo.canRedo,
            ),
            *(_theme(session, mode, name) for mode, name in _THEMES),
            _command("language.en", "English", _sets(session, "appearance.language", "en")),
            _command(
                "language.zh", "\u7b80\u4f53\u4e2d\u6587",
                _sets(session, "appearance.language", "zh_CN"),
            ),
        ]  # fmt: skip
    return found


def _titled(verb: str, text: str) -> str:
    return f"{verb}: {text}" if text else verb


def _tab(window: "MainWindow", tab: Tab, number: int) -> Command:
    def run() -> None:
        window.show_page(tab.key)

    return _command(f"go.{tab.key}", tab.title, run, f"Ctrl+{number}")


def _theme(session: "Session", mode: str, name: str) -> Command:
    title = translate("commands", name)
    return _command(f"theme.{mode}", title, _sets(session, "appearance.theme", mode))


def _sets(session: "Session", key: str, value: str) -> "Callable[[], None]":
    def run() -> None:
        session.settings.set(key, value)

    return run


def _command(key: str, title: str, run: "Callable[[], None]", shortcut: str = "") -> Command:
    return Command(key=key, title=title, run=run, shortcut=shortcut)
