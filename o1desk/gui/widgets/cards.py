"""Cards: a framed place for one thing, with an optional heading."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from o1desk.gui.theme import Theme
from o1desk.gui.widgets.labels import label


class Card(QFrame):
    """A frame with rounded corners.

    Attributes:
        body: Layout for its content.
        head: Layout of the heading row, for buttons and chips at its right end.
    """

    def __init__(
        self, theme: Theme, title: str = "", *, kind: str = "true", parent: QWidget | None = None
    ) -> None:
        """Make an empty card.

        Args:
            theme: The look.
            title: Heading; empty for none.
            kind: "true", "sunken", "accent", "good", "warn" or "bad".
            parent: Owner.
        """
        super().__init__(parent)
        self.setProperty("card", kind)
        self.setAccessibleName(title)
        outer = QVBoxLayout(self)
        edge = theme.px(16)
        outer.setContentsMargins(edge, theme.px(12), edge, theme.px(12))
        outer.setSpacing(theme.px(8))
        self.head = QHBoxLayout()
        self.head.setSpacing(theme.px(8))
        if title:
            self.head.addWidget(label(title, "lead"))
            self.head.addStretch(1)
            outer.addLayout(self.head)
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.px(8))
        outer.addLayout(self.body, 1)

    def set_kind(self, kind: str) -> None:
        """Change the colour of the card."""
        if self.property("card") != kind:
            self.setProperty("card", kind)
            self.style().unpolish(self)
            self.style().polish(self)


class Column(QWidget):
    """A content of one column.

    Attributes:
        is_scrolled: Whether it lies in a scroll area, which gives it the height of its real width.
    """

    is_scrolled = False

    @override
    def minimumSizeHint(self) -> QSize:
        """Leave the height to the width: wrapped labels guess far too much of it beforehand."""
        hint = super().minimumSizeHint()
        layout = self.layout()
        if self.is_scrolled and layout is not None and layout.hasHeightForWidth():
            hint.setHeight(1)
        return hint


def column(theme: Theme, *, edge: int = 0, gap: int = 8) -> tuple[QWidget, QVBoxLayout]:
    """Return a widget with a vertical layout; margins and gap in pixels at 100 %."""
    widget = Column()
    layout = QVBoxLayout(widget)
    margin = theme.px(edge)
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.setSpacing(theme.px(gap))
    return widget, layout


def row(theme: Theme, *, gap: int = 8) -> tuple[QWidget, QHBoxLayout]:
    """Return a widget with a horizontal layout without margins."""
    widget = QWidget()
    layout = QHBoxLayout(widget)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(theme.px(gap))
    return widget, layout


def scrolled(content: QWidget) -> QScrollArea:
    """Return a content that scrolls up and down and fills the width."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    content.setObjectName("page")
    if isinstance(content, Column):
        content.is_scrolled = True
    area.setWidget(content)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
