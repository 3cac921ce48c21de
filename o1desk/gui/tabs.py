"""The tabs of the window, in order: names at once, their pages when they are first shown."""

import importlib
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QCoreApplication

from o1desk.core.words import QT_TRANSLATE_NOOP
from o1desk.gui.page import Page
from o1desk.gui.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Tab:
    """One tab.

    Attributes:
        key: Package in `gui/pages` and name in `Session.open`.
        name: English title, marked for translation.
        icon: File in resources/icons.
        is_low: Whether it stands at the lower end of the rail.
    """

    key: str
    name: str
    icon: str
    is_low: bool = False

    @property
    def title(self) -> str:
        """The title in the language in force."""
        return QCoreApplication.translate("tabs", self.name)

    def build(self, session: Session) -> Page:
        """Load and build the page."""
        module = importlib.import_module(f"o1desk.gui.pages.{self.key}.page")
        return cast("Page", getattr(module, f"{self.key.title()}Page")(session))


TABS = (
    Tab(key="overview", name=QT_TRANSLATE_NOOP("tabs", "Overview"), icon="overview"),
    Tab(key="data", name=QT_TRANSLATE_NOOP("tabs", "Data"), icon="data"),
    Tab(key="annotate", name=QT_TRANSLATE_NOOP("tabs", "Annotate"), icon="annotate"),
    Tab(key="train", name=QT_TRANSLATE_NOOP("tabs", "Train"), icon="train"),
    Tab(key="chat", name=QT_TRANSLATE_NOOP("tabs", "Chat"), icon="chat"),
    Tab(key="models", name=QT_TRANSLATE_NOOP("tabs", "Models"), icon="models", is_low=True),
    Tab(key="settings", name=QT_TRANSLATE_NOOP("tabs", "Settings"), icon="settings", is_low=True),
)


def load_pages() -> None:
    """Import the code of every page, on another thread, so that its first showing is quick.

    Half of what a page costs when it is first shown is reading its modules.
    """
    for tab in TABS:
        importlib.import_module(f"o1desk.gui.pages.{tab.key}.page")
