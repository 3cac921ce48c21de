"""What a tab of the window is, and the commands it offers to menus, palette and key sheet."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget

from o1desk.gui.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """Something a person can do by key, palette or button.

    Attributes:
        key: Stable name, such as "train.start".
        title: What people read; a verb first.
        run: Does it.
        shortcut: Key sequence in portable text ("Ctrl+K"); empty for none.
        shortcut_text: Keys that the page itself handles, as people read them; shown, never bound.
        words: Further words under which the palette finds it.
        is_ready: Whether it can be done now; None for always.
    """

    key: str
    title: str
    run: Callable[[], None]
    shortcut: str = ""
    shortcut_text: str = ""
    words: str = ""
    is_ready: Callable[[], bool] | None = None


class Page(QWidget):
    """One tab: a view over the session that may be thrown away and built again.

    Attributes:
        session: What all pages share.
        KEY: Name in the code and in `Session.open`.
        ICON: File in resources/icons.
    """

    KEY: ClassVar[str] = ""
    ICON: ClassVar[str] = ""

    def __init__(self, session: Session) -> None:
        """Build the view; nothing slow happens here."""
        super().__init__()
        self.setObjectName("page")
        self.session = session
        self.theme = session.theme

    def title(self) -> str:
        """Return the name of the tab."""
        raise NotImplementedError

    def commands(self) -> Sequence[Command]:
        """Return what can be done on this page; shortcuts work while it is shown."""
        return ()

    def show_target(self, **what: Any) -> None:
        """Show something that another page pointed at."""

    def take_files(self, paths: Sequence[Path]) -> bool:
        """Take files that were dropped; return whether this page understands them."""
        del paths
        return False

    def entered(self) -> None:
        """The page is shown now: read what may have changed."""

    def left(self) -> None:
        """Another page is shown now: stop what nobody sees."""

    def save_state(self) -> dict[str, Any]:
        """Return what must survive building the page again, JSON values."""
        return {}

    def restore_state(self, state: dict[str, Any]) -> None:
        """Be as `save_state` saw it."""
        del state
