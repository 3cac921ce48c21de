"""The rail of tabs at the left edge."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton, QVBoxLayout

from o1desk.gui.icons import icon
from o1desk.gui.tabs import TABS, Tab
from o1desk.gui.theme import Theme
from o1desk.gui.widgets.labels import label

WIDTH_PX = 148


class Rail(QFrame):
    """One button for each tab.

    Signals:
        chosen: Key of a tab.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        """Build the buttons; none is chosen yet."""
        super().__init__()
        self.setObjectName("rail")
        self.setFixedWidth(theme.px(WIDTH_PX))
        self._theme = theme
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QToolButton] = {}
        layout = QVBoxLayout(self)
        edge = theme.px(8)
        layout.setContentsMargins(edge, theme.px(12), edge, theme.px(12))
        layout.setSpacing(theme.px(4))
        name = label("O1 Desk", "lead")
        name.setContentsMargins(theme.px(8), 0, 0, theme.px(8))
        layout.addWidget(name)
        for number, tab in enumerate(TABS):
            if tab.is_low and not TABS[number - 1].is_low:
                layout.addStretch(1)
            layout.addWidget(self._button(tab, number + 1))
        self._group.idClicked.connect(self._on_clicked)

    def show_chosen(self, key: str) -> None:
        """Mark a tab as the one that is shown."""
        self._buttons[key].setChecked(True)

    def _button(self, tab: Tab, number: int) -> QToolButton:
        made = QToolButton()
        made.setProperty("rail", "true")
        made.setText(f"  {tab.title}")
        made.setIcon(icon(self._theme, tab.icon, size=20))
        made.setIconSize(QSize(self._theme.px(20), self._theme.px(20)))
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        made.setCheckable(True)
        made.setAccessibleName(tab.title)
        made.setToolTip(f"{tab.title} (Ctrl+{number})")
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        self._group.addButton(made, number)
        self._buttons[tab.key] = made
        return made

    def _on_clicked(self, number: int) -> None:
        self.chosen.emit(TABS[number - 1].key)
