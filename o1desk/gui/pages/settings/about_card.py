"""What runs here: versions and the machine, to copy into a report."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout

from o1desk.gui.session import Session
from o1desk.gui.widgets.cards import Card
from o1desk.gui.widgets.labels import button, label
from o1desk.logs import environment_report

COLUMNS = 2


class AboutCard(Card):
    """The report about program and machine."""

    def __init__(self, session: Session) -> None:
        """Show the report."""
        super().__init__(session.theme, self.tr("Program and machine"))
        self._session = session
        self.head.addWidget(button(self.tr("Copy the report"), self.copy, kind="quiet"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(session.theme.px(16))
        report = environment_report()
        half = -(-len(report) // COLUMNS)
        for number, (name, value) in enumerate(report.items()):
            line, column = number % half, 2 * (number // half)
            shown = label(value, is_wrapped=True)
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(label(name, "muted"), line, column, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(shown, line, column + 1, Qt.AlignmentFlag.AlignTop)
        for column in range(COLUMNS):
            grid.setColumnStretch(2 * column + 1, 1)
        self.body.addLayout(grid)

    def copy(self) -> None:
        """Copy the report."""
        text = "\n".join(f"{name}: {value}" for name, value in environment_report().items())
        QGuiApplication.clipboard().setText(text)
        self._session.toast(self.tr("Copied"))
