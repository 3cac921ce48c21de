"""Settings: every preference with a sentence, saved at the moment it changes."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout
from typing_extensions import override

from o1desk.core.preferences import SECTIONS
from o1desk.gui.page import Command, Page
from o1desk.gui.pages.settings.about_card import AboutCard
from o1desk.gui.pages.settings.backups_card import BackupsCard
from o1desk.gui.pages.settings.keys_card import KeysCard
from o1desk.gui.pages.settings.rows import SettingRow, has_words, shown_settings
from o1desk.gui.session import Session
from o1desk.gui.widgets.cards import Card, column, scrolled
from o1desk.gui.widgets.labels import label
from o1desk.gui.widgets.search_field import SearchField

WIDTH_PX = 860
SEARCH_PX = 240


class SettingsPage(Page):
    """The last tab.

    Attributes:
        rows: Rows by the key of their setting.
        search: Narrows the page to some settings.
    """

    KEY = "settings"
    ICON = "settings"

    def __init__(self, session: Session) -> None:
        """Build a card for each section."""
        super().__init__(session)
        self.rows: dict[str, SettingRow] = {}
        self._sections: list[tuple[Card, list[SettingRow]]] = []
        content, lines = column(self.theme, edge=24, gap=16)
        content.setMaximumWidth(self.theme.px(WIDTH_PX))
        lines.addLayout(self._heads())
        for section, title in SECTIONS.items():
            card = self._section(section, QCoreApplication.translate("settings", title))
            if card is not None:
                lines.addWidget(card)
        self.keys, self.backups = KeysCard(session), BackupsCard(session)
        self._about = AboutCard(session)
        self._others = (self.keys, self.backups, self._about)
        for other in self._others:
            lines.addWidget(other)
        self._nothing = label(self.tr("No setting is called so."), "muted")
        self._nothing.hide()
        lines.addWidget(self._nothing)
        lines.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(content))
        self.destroyed.connect(session.settings.on_change(self._on_change))

    @override
    def title(self) -> str:
        return self.tr("Settings")

    @override
    def commands(self) -> Sequence[Command]:
        return (
            Command(
                key="settings.search", title=self.tr("Find a setting"),
                run=self.search.setFocus, shortcut="Ctrl+F",
            ),
            Command(
                key="settings.backup", title=self.tr("Back up now"), run=self.backups.back_up,
            ),
            Command(
                key="settings.copy", title=self.tr("Copy the report about this machine"),
                run=self._about.copy,
            ),
        )  # fmt: skip

    @override
    def entered(self) -> None:
        self.backups.look()

    @override
    def save_state(self) -> dict[str, Any]:
        return {"search": self.search.text()}

    @override
    def restore_state(self, state: dict[str, Any]) -> None:
        self.search.put(str(state.get("search") or ""))

    def narrow(self, words: str) -> None:
        """Show the settings that have all words; all of them when there are none."""
        found = False
        for card, rows in self._sections:
            is_any = sum(row.show_if(words) for row in rows) > 0
            card.setVisible(is_any)
            found = found or is_any
        for other in self._others:
            is_shown = has_words(_texts_of(other), words)
            other.setVisible(is_shown)
            found = found or is_shown
        self._nothing.setVisible(not found)

    def _heads(self) -> QHBoxLayout:
        heads = QHBoxLayout()
        heads.addWidget(label(self.tr("Settings"), "title"))
        heads.addStretch(1)
        self.search = SearchField(self.theme, self.tr("Find a setting"))
        self.search.setFixedWidth(self.theme.px(SEARCH_PX))
        self.search.settled.connect(self.narrow)
        heads.addWidget(self.search)
        return heads

    def _section(self, section: str, title: str) -> Card | None:
        settings = shown_settings(section)
        if not settings:
            return None
        card = Card(self.theme, title)
        grid = QGridLayout()
        grid.setHorizontalSpacing(self.theme.px(16))
        grid.setVerticalSpacing(self.theme.px(12))
        grid.setColumnStretch(0, 1)
        grid.setColumnMinimumWidth(2, self.theme.px(72))
        rows = []
        for number, setting in enumerate(settings):
            row = SettingRow(self.session, setting, self)
            row.refused.connect(self._on_refused)
            row.place(grid, number)
            rows.append(row)
            self.rows[setting.key] = row
        card.body.addLayout(grid)
        self._sections.append((card, rows))
        return card

    def _on_change(self, key: str, value: object) -> None:
        del value
        if key in self.rows:
            self.rows[key].refresh()

    def _on_refused(self, sentence: str) -> None:
        self.session.toast(sentence, tone="bad")


def _texts_of(card: Card) -> str:
    """Return what can be read on a card."""
    labels = (each.text() for each in card.findChildren(QLabel))
    buttons = (each.text() for each in card.findChildren(QAbstractButton))
    return " ".join((card.accessibleName(), *labels, *buttons))
