"""A new run: the form at the left, what it will cost and the start at the right."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from o1desk.gui.model_list import model_list
from o1desk.gui.pages.train.controller import TrainController
from o1desk.gui.pages.train.form import TrainForm
from o1desk.gui.pages.train.preflight import Preflight
from o1desk.gui.widgets.cards import column, scrolled

if TYPE_CHECKING:
    from o1desk.gui.session import Session

FORM_PX, CARD_PX = 860, 360


class NewRunView(QWidget):
    """The form and the card beside it.

    Attributes:
        form: The form.
        preflight: The card.
    """

    def __init__(self, session: "Session", controller: TrainController) -> None:
        """Show the form as it was left."""
        super().__init__()
        self._controller = controller
        theme = session.theme
        self.form = TrainForm(session, controller.draft)
        self.preflight = Preflight(session, controller)
        self.preflight.setFixedWidth(theme.px(CARD_PX))
        content, left = column(theme)
        left.setContentsMargins(0, 0, theme.px(12), theme.px(16))
        left.addWidget(self.form)
        right = QVBoxLayout()
        right.addWidget(self.preflight)
        right.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(12))
        area = scrolled(content)
        area.setMaximumWidth(theme.px(FORM_PX))
        layout.addWidget(area, 100)
        layout.addLayout(right)
        layout.addStretch(1)
        self.form.edited.connect(self._on_edited)
        self.preflight.first_error_asked.connect(self.form.show_first_error)
        controller.draft_loaded.connect(self._on_loaded)
        model_list(session).changed.connect(self._check)
        self._check()

    def _on_edited(self) -> None:
        self._controller.set_draft(self.form.draft)
        self._check()

    def _on_loaded(self) -> None:
        self.form.fill(self._controller.draft)
        self._check()

    def _check(self) -> None:
        self.preflight.set_errors(self.form.errors())
