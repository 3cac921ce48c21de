"""The pages of the window: built when first shown, and built again when the look or language is."""

import logging
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from o1desk.gui.page import Page
from o1desk.gui.session import Session, Target
from o1desk.gui.tabs import TABS

logger = logging.getLogger(__name__)


class PageStack(QStackedWidget):
    """Holds the pages that were shown so far.

    Attributes:
        key: The page that is shown.

    Signals:
        shown: Key of the page that is shown now.
    """

    shown = Signal(str)

    def __init__(self, session: Session) -> None:
        """Hold no page yet."""
        super().__init__()
        self._session = session
        self._pages: dict[str, Page] = {}
        self._states: dict[str, dict[str, Any]] = {}
        self.key = ""

    @property
    def current(self) -> Page | None:
        """The page that is shown."""
        return self._pages.get(self.key)

    def show_page(self, key: str) -> Page:
        """Show a page, built if this is the first time."""
        if self.key and self.key != key and self.current is not None:
            self.current.left()
        page = self._pages.get(key) or self._build(key)
        is_new = self.key != key
        self.key = key
        self.setCurrentWidget(page)
        if is_new:
            page.entered()
        self.shown.emit(key)
        return page

    def open_target(self, target: Target) -> None:
        """Show something on its page."""
        page = self.show_page(target.page)
        if target.what:
            page.show_target(**target.what)

    def rebuild(self) -> None:
        """Throw every page away and build the shown one again, as it was."""
        for key, page in self._pages.items():
            self._states[key] = state_of(page)
            page.left()
            self.removeWidget(page)
            page.deleteLater()
        self._pages.clear()
        key, self.key = self.key, ""
        if key:
            self.show_page(key)

    def take_files(self, paths: Sequence[Path]) -> str:
        """Give dropped files to the page that understands them; return its key, or ""."""
        order = [self.key, *(tab.key for tab in TABS if tab.key != self.key)]
        for key in order:
            page = self._pages.get(key) or self._build(key)
            if page.take_files(paths):
                return key
        return ""

    def states(self) -> dict[str, Any]:
        """Return what the pages want to find again at the next start."""
        return self._states | {key: state_of(page) for key, page in self._pages.items()}

    def restore(self, states: dict[str, Any]) -> None:
        """Give the pages, when they are built, what they left at the last start."""
        self._states |= states

    def _build(self, key: str) -> Page:
        tab = next(tab for tab in TABS if tab.key == key)
        page = tab.build(self._session)
        page.setAccessibleName(tab.title)
        self._pages[key] = page
        self.addWidget(page)
        if key in self._states:
            give_back(page, self._states.pop(key))
        return page


def state_of(page: Page) -> dict[str, Any]:
    """Return what a page wants to find again; a bug in it must not keep the window from closing."""
    try:
        return page.save_state()
    except Exception:
        logger.exception("the state of the page %s could not be kept", page.KEY)
        return {}


def give_back(page: Page, state: dict[str, Any]) -> None:
    """Give a page its state; one that another version wrote must not keep it from being shown."""
    try:
        page.restore_state(state)
    except Exception:
        logger.exception("the state of the page %s could not be restored", page.KEY)
