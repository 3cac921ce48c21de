"""The picture of the loop: three phases, the store below them, and arrows that move with data."""

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QHideEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QRegion,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from o1desk.gui.icons import picture
from o1desk.gui.pages.overview.parts import PHASES, STORE, Part, Phase
from o1desk.gui.theme import Theme
from o1desk.gui.widgets.cards import Card
from o1desk.gui.widgets.labels import label

FRAME_MS = 40
SPEED_PX = 2.2  # per frame at 100 %
DASH_PX = 7.0


class PartButton(QToolButton):
    """One part: a picture, its name, and what is in it now."""

    def __init__(self, theme: Theme, part: Part) -> None:
        """Show the part without figures."""
        super().__init__()
        self.part = part
        self._title = QCoreApplication.translate("loop", part.name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip(QCoreApplication.translate("loop", part.help))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumHeight(theme.px(46))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.px(8), theme.px(4), theme.px(8), theme.px(4))
        layout.setSpacing(theme.px(12))
        sign = label()
        sign.setPixmap(picture(part.icon, theme.color("accent"), theme.px(20)))
        layout.addWidget(sign)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(label(self._title, is_wrapped=True))
        self._state = label("", "small", is_wrapped=True)
        words.addWidget(self._state)
        words.addStretch(1)
        layout.addLayout(words, 1)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.set_state("")

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        """Return the height that the words need; a tool button knows only of its own."""
        layout = self.layout()
        needed = 0 if layout is None else layout.totalHeightForWidth(width)
        return max(needed, self.minimumHeight())

    def set_working(self, *, is_working: bool) -> None:
        """Set the part apart while it is at work."""
        if self.property("working") != is_working:
            self.setProperty("working", is_working)
            self.style().unpolish(self)
            self.style().polish(self)

    def set_state(self, text: str) -> None:
        """Say what is in it now."""
        self._state.setText(text)
        self._state.setVisible(bool(text))
        self.setAccessibleName(f"{self._title}: {text}" if text else self._title)


class Diagram(QWidget):
    """The loop.

    Signals:
        part_chosen: A part was clicked (Part).
    """

    part_chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        """Lay out phases and store; nothing flows."""
        super().__init__()
        self._theme = theme
        self._parts: dict[str, PartButton] = {}
        self._cards: dict[str, Card] = {}
        self._flows: frozenset[str] = frozenset()
        self._phase = 0.0
        self._clock = QTimer(self)
        self._clock.setInterval(FRAME_MS)
        self._clock.timeout.connect(self._on_frame)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(44))
        grid.setVerticalSpacing(theme.px(36))
        for column, phase in enumerate(PHASES):
            grid.addWidget(self._phase_card(phase, column + 1), 0, column)
            grid.setColumnStretch(column, 1)
        store = Card(theme, kind="accent")
        store.body.addWidget(self._part(STORE))
        self._cards["store"] = store
        grid.addWidget(store, 1, 0, 1, len(PHASES))

    @property
    def flows(self) -> frozenset[str]:
        """Names of the arrows that move."""
        return self._flows

    @property
    def is_moving(self) -> bool:
        """Whether the clock of the arrows runs."""
        return self._clock.isActive()

    def part(self, key: str) -> PartButton:
        """Return the button of a part."""
        return self._parts[key]

    def set_states(self, states: dict[str, str]) -> None:
        """Say what is in the parts, by their keys."""
        for key, text in states.items():
            self._parts[key].set_state(text)

    def set_working(self, keys: frozenset[str]) -> None:
        """Set the parts apart that are at work."""
        for key, part in self._parts.items():
            part.set_working(is_working=key in keys)

    def set_flows(self, flows: frozenset[str]) -> None:
        """Let some arrows move, and the others rest."""
        if flows != self._flows:
            self._flows = flows
            self._run_clock()
            self.update()

    def _phase_card(self, phase: Phase, number: int) -> Card:
        title = QCoreApplication.translate("loop", phase.name)
        card = Card(self._theme, f"{number}  {title}")
        card.body.setSpacing(self._theme.px(2))
        for part in phase.parts:
            card.body.addWidget(self._part(part))
        card.body.addStretch(1)
        self._cards[phase.key] = card
        return card

    def _part(self, part: Part) -> PartButton:
        made = PartButton(self._theme, part)
        made.clicked.connect(self._on_clicked)
        self._parts[part.key] = made
        return made

    def _on_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, PartButton):
            self.part_chosen.emit(sender.part)

    # --- arrows ---

    def _run_clock(self) -> None:
        if self._flows and self.isVisible():
            self._clock.start()
        else:
            self._clock.stop()

    def _on_frame(self) -> None:
        """Move the dashes on; only the arrows are painted, not the cards beside them."""
        self._phase -= SPEED_PX / DASH_PX
        edge = self._theme.px(10)
        moving = QRegion()
        for name, (start, end) in self._arrows().items():
            if name in self._flows:
                box = QRectF(start, end).normalized().toAlignedRect()
                moving += box.adjusted(-edge, -edge, edge, edge)
        self.update(moving)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._run_clock()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._clock.stop()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for name, (start, end) in self._arrows().items():
            self._paint_arrow(painter, start, end, is_moving=name in self._flows)
        painter.end()

    def _arrows(self) -> dict[str, tuple[QPointF, QPointF]]:
        boxes = {key: card.geometry() for key, card in self._cards.items()}
        generation, training = boxes["generation"], boxes["training"]
        inference, store = boxes["inference"], boxes["store"]
        gap = self._theme.px(4)
        high = generation.top() + self._theme.px(24)
        found = {
            "generation-training": (
                QPointF(generation.right() + gap, high), QPointF(training.left() - gap, high)
            ),
            "training-inference": (
                QPointF(training.right() + gap, high), QPointF(inference.left() - gap, high)
            ),
        }  # fmt: skip
        for key, box in (("generation", generation), ("inference", inference)):
            x = box.center().x()
            found[f"{key}-store"] = (QPointF(x, box.bottom() + gap), QPointF(x, store.top() - gap))
        x = training.center().x()
        found["store-training"] = (
            QPointF(x, store.top() - gap), QPointF(x, training.bottom() + gap)
        )  # fmt: skip
        return found

    def _paint_arrow(
        self, painter: QPainter, start: QPointF, end: QPointF, *, is_moving: bool
    ) -> None:
        color = self._theme.color("accent" if is_moving else "border_strong")
        width = self._theme.px(2)
        pen = QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        if is_moving:
            pen.setDashPattern([DASH_PX / width / 2, DASH_PX / width / 2])
            pen.setDashOffset(self._phase * DASH_PX / width)
        painter.setPen(pen)
        painter.drawLine(start, end)
        painter.setPen(QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        length = (end - start).manhattanLength() or 1.0
        along = (end - start) / length
        across = QPointF(-along.y(), along.x())
        size = self._theme.px(6)
        head = QPainterPath(end - along * size + across * size)
        head.lineTo(end)
        head.lineTo(end - along * size - across * size)
        painter.drawPath(head)
