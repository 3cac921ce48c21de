"""Settings: every preference with a sentence, saved at the moment it changes."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QVBoxLayout
from typing_extensions import override

from o1desk.core.preferences import SECTIONS
from o1desk.gui.page import Command, Page
from o1desk.gui.pages.settings.backups_card import BackupsCard
from o1desk.gui.pages.settings.keys_card import KeysCard
from o1desk.gui.pages.settings.rows import SettingRow, shown_settings
from o1desk.gui.session import Session
from o1desk.gui.widgets.cards import Card, column, scrolled
from o1desk.gui.widgets.labels import button, label
from o1desk.logs import environment_report

WIDTH_PX = 860


class SettingsPage(Page):
    """The last tab."""

    KEY = "settings"
    ICON = "settings"

    def __init__(self, session: Session) -> None:
        """Build a card for each section."""
        super().__init__(session)
        content, rows = column(self.theme, edge=24, gap=16)
        content.setMaximumWidth(self.theme.px(WIDTH_PX))
        rows.addWidget(label(self.tr("Settings"), "title"))
        self._rows: dict[str, SettingRow] = {}
        for section, title in SECTIONS.items():
            card = self._section(section, QCoreApplication.translate("settings", title))
            if card is not None:
                rows.addWidget(card)
        rows.addWidget(KeysCard(session))
        self._backups = BackupsCard(session)
        rows.addWidget(self._backups)
        rows.addWidget(self._about())
        rows.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(content))
        forget = session.settings.on_change(self._on_change)
        self.destroyed.connect(forget)

    @override
    def title(self) -> str:
        return self.tr("Settings")

    @override
    def commands(self) -> Sequence[Command]:
        return (
            Command(
                key="settings.copy", title=self.tr("Copy the report about this machine"),
                run=self._copy,
            ),
        )  # fmt: skip

    @override
    def entered(self) -> None:
        self._backups.look()

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
        for number, setting in enumerate(settings):
            row = SettingRow(self.session.settings, setting, self.theme, self)
            row.refused.connect(self._on_refused)
            row.place(grid, number)
            self._rows[setting.key] = row
        card.body.addLayout(grid)
        return card

    def _about(self) -> Card:
        card = Card(self.theme, self.tr("This machine"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(self.theme.px(16))
        for number, (name, value) in enumerate(environment_report().items()):
            grid.addWidget(label(name, "muted"), number // 2, 2 * (number % 2))
            grid.addWidget(label(value, is_wrapped=True), number // 2, 2 * (number % 2) + 1)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        card.body.addLayout(grid)
        card.body.addWidget(button(self.tr("Copy the report"), self._copy))
        return card

    def _copy(self) -> None:
        text = "\n".join(f"{name}: {value}" for name, value in environment_report().items())
        QGuiApplication.clipboard().setText(text)
        self.session.toast(self.tr("Copied"))

    def _on_change(self, key: str, value: object) -> None:
        del value
        if key in self._rows:
            self._rows[key].refresh()

    def _on_refused(self, sentence: str) -> None:
        self.session.toast(sentence, tone="bad")
