"""What stands beside the charts of a run: its answers, questions, guard and settings."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QTabWidget

from o1desk.gui.pages.train.ask_box import AskBox
from o1desk.gui.pages.train.guard_log import GuardLog
from o1desk.gui.pages.train.record import RunRecord
from o1desk.gui.pages.train.rollout_browser import RolloutBrowser
from o1desk.gui.pages.train.settings_list import SettingsList

if TYPE_CHECKING:
    from o1desk.gui.session import Session

WIDTH_PX = 340
ANSWERS, ASK, GUARD, SETTINGS = range(4)


class RunSide(QTabWidget):
    """Four tabs; a run shows those that it has something for.

    Attributes:
        browser: The answers of each step.
        ask: Questions to the policy in training.
        guard: What the guard did.
        settings: What the run was started with.
    """

    def __init__(self, session: "Session") -> None:
        """Show no run yet."""
        super().__init__()
        theme = session.theme
        self.browser = RolloutBrowser(session)
        self.ask = AskBox(theme)
        self.guard = GuardLog(theme)
        self.settings = SettingsList(theme)
        self.setDocumentMode(True)
        self.setMinimumWidth(theme.px(WIDTH_PX))
        titles = (
            self.tr("Answers"),
            self.tr("Ask it now"),
            self.tr("Guard"),
            self.tr("Settings"),
        )
        parts = (self.browser, self.ask, self.guard, self.settings)
        for part, title in zip(parts, titles, strict=True):
            part.setContentsMargins(0, theme.px(8), 0, 0)
            self.addTab(part, title)

    def show_record(self, record: RunRecord) -> None:
        """Show a run as it is now."""
        for part in (self.browser, self.ask, self.guard, self.settings):
            part.show_record(record)
        count = len(record.anomalies)
        title = self.tr("Guard ({n})").format(n=count) if count else self.tr("Guard")
        self.setTabText(GUARD, title)
        is_training = record.role == "train"
        self.setTabVisible(ANSWERS, is_training and record.method == "rl")
        self.setTabVisible(ASK, is_training)
        self.setTabVisible(GUARD, is_training)
