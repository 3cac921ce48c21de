"""A combo box for long lists: groups, a search field, and details beside the titles."""

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionButton,
    QStyleOptionViewItem,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from o1desk.gui.icons import icon, picture
from o1desk.gui.models.choices import (
    DETAIL_ROLE,
    HEADING_ROLE,
    MISSING_ROLE,
    Choice,
    ChoiceModel,
)
from o1desk.gui.shown import tooltip_text
from o1desk.gui.theme import Theme
from o1desk.gui.widgets.labels import button, label
from o1desk.gui.widgets.search_field import SearchField

WIDTH, MOST_HEIGHT, ROW = 460, 380, 28  # of the list that drops down, pixels at 100 %
NARROWEST = 96
SEARCHED_FROM = 8  # a shorter list needs no search field
_MOVES = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -8,
    Qt.Key.Key_PageDown: 8,
}


class Picker(QPushButton):
    """Shows one choice; a press drops down the others.

    A value that is not among the choices stays as it is and is shown as missing.

    Signals:
        picked: A person chose a value (object).
        opening: The list is about to drop down.
    """

    picked = Signal(object)
    opening = Signal()

    def __init__(self, theme: Theme, name: str, *, placeholder: str = "") -> None:
        """Start without choices.

        Args:
            theme: The look.
            name: What is chosen here, for screen readers.
            placeholder: Shown while nothing is chosen.
        """
        super().__init__()
        self._theme, self._name, self._placeholder = theme, name, placeholder
        self._choices: tuple[Choice, ...] = ()
        self._actions: list[QPushButton] = []
        self._value: Any = None
        self._popup: PickerPopup | None = None
        self._chevron = picture("chevron-down", theme.color("muted"), theme.px(12))
        self.setProperty("kind", "picker")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(theme.px(NARROWEST))
        self.clicked.connect(self.drop_down)
        self._show_choice()

    def set_choices(self, choices: Iterable[Choice]) -> None:
        """Offer choices; the value stays."""
        self._choices = tuple(choices)
        if self._popup is not None:
            self._popup.model.set_choices(self._choices)
        self._show_choice()

    def add_action(self, title: str, icon_name: str, pressed: Callable[[], None]) -> QPushButton:
        """Put a button under the list, for values from elsewhere; return it."""
        made = button(title, kind="quiet")
        made.setIcon(icon(self._theme, icon_name, size=16))
        made.setIconSize(QSize(self._theme.px(16), self._theme.px(16)))
        made.setProperty("left", "true")
        made.clicked.connect(self._close)
        made.clicked.connect(pressed)
        self._actions.append(made)
        return made

    def value(self) -> Any:
        """Return what is chosen; None for nothing."""
        return self._value

    def choice(self) -> Choice | None:
        """Return the choice of the value; None when it is not among the choices."""
        return next((each for each in self._choices if each.value == self._value), None)

    def set_value(self, value: Any) -> None:
        """Choose a value."""
        if value != self._value:
            self._value = value
            self._show_choice()

    def missing_title(self, value: Any) -> str:
        """Return the words for a value that is not among the choices."""
        return str(value)

    @property
    def is_missing(self) -> bool:
        """Whether the value is not there."""
        choice = self.choice()
        return bool(self._value) and (choice is None or choice.is_missing)

    def drop_down(self) -> None:
        """Show the choices."""
        self.opening.emit()
        if self._popup is None:
            self._popup = PickerPopup(self._theme, self, self._actions)
            self._popup.picked.connect(self._on_picked)
            self._popup.model.set_choices(self._choices)
        self._popup.drop(self, self._value)

    def popup(self) -> "PickerPopup | None":
        """Return the list that drops down; None before the first time."""
        return self._popup

    @override
    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        if arg__1.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.drop_down()
        else:
            super().keyPressEvent(arg__1)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(220), super().sizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.minimumWidth(), super().minimumSizeHint().height())

    @override
    def paintEvent(self, arg__1: QPaintEvent) -> None:
        painter, option = QStylePainter(self), QStyleOptionButton()
        self.initStyleOption(option)
        text, option.text, option.icon = option.text, "", QIcon()
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        gap, edge = self._theme.px(8), self._theme.px(12)
        room = self.rect().adjusted(gap + 2, 0, -(gap + edge + gap), 0)
        painter.setPen(self._theme.color(self._tone()))
        end = Qt.TextElideMode.ElideRight if self.choice() else Qt.TextElideMode.ElideMiddle
        shown = self.fontMetrics().elidedText(text, end, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), shown)
        top = (self.height() - edge) // 2
        painter.drawPixmap(QRect(self.width() - gap - edge, top, edge, edge), self._chevron)

    def _tone(self) -> str:
        if not self.isEnabled() or not self._value:
            return "faint"
        return "bad" if self.is_missing else "text"

    def _show_choice(self) -> None:
        choice = self.choice()
        if choice is not None:
            text = choice.title
        else:
            text = self.missing_title(self._value) if self._value else self._placeholder
        self.setText(text)
        self.setAccessibleName(f"{self._name}: {text}")
        self.setToolTip(tooltip_text(choice.detail if choice is not None else ""))
        self.update()

    def _on_picked(self, value: object) -> None:
        self._close()
        if value != self._value:
            self.set_value(value)
            self.picked.emit(value)

    def _close(self) -> None:
        if self._popup is not None:
            self._popup.hide()


class PickerPopup(QFrame):
    """The list that drops down.

    Attributes:
        model: What it offers.
        search: Its search field.
        view: Its list.

    Signals:
        picked: The chosen value (object).
    """

    picked = Signal(object)

    def __init__(self, theme: Theme, owner: QWidget, actions: Iterable[QWidget]) -> None:
        """Build it, hidden."""
        super().__init__(owner, Qt.WindowType.Popup)
        self._theme = theme
        self.setProperty("popup", "true")
        self.model = ChoiceModel()
        self.search = SearchField(theme, self.tr("Search"))
        self.search.textChanged.connect(self._on_typed)
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(ChoiceDelegate(theme, self.view))
        self.view.setProperty("frame", "none")
        self.view.setMouseTracking(True)
        self.view.setUniformItemSizes(True)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setAccessibleName(self.tr("Choices"))
        self.view.clicked.connect(self._on_clicked)
        self._none = label(self.tr("Nothing fits"), "muted")
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        edge = theme.px(8)
        layout.setContentsMargins(edge, edge, edge, edge)
        layout.setSpacing(theme.px(4))
        for widget in (self.search, self._none, self.view, *actions):
            layout.addWidget(widget)
        self._actions = layout.count() - 3

    def drop(self, under: QWidget, value: Any) -> None:
        """Show the list under a widget, or over it where there is no room."""
        self.search.clear()
        self.model.narrow("")
        self.search.setVisible(self.model.rowCount() >= SEARCHED_FROM)
        self._on_typed("")
        self._go(self.model.row_of(value))
        size = QSize(max(under.width(), self._theme.px(WIDTH)), self._height())
        self.setFixedSize(size)
        spot = under.mapToGlobal(QPoint(0, under.height()))
        free = under.screen().availableGeometry()
        if spot.y() + size.height() > free.bottom():
            spot.setY(max(free.top(), under.mapToGlobal(QPoint(0, 0)).y() - size.height()))
        spot.setX(max(free.left(), min(spot.x(), free.right() - size.width())))
        self.move(spot)
        self.show()
        (self.search if self.search.isVisible() else self).setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        row = self.view.currentIndex().row()
        if key in _MOVES:
            self._go(self.model.next_row(row, _MOVES[Qt.Key(key)]))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._pick(row)
        else:
            super().keyPressEvent(event)

    def _height(self) -> int:
        row = self._theme.px(ROW)
        chrome = self._theme.px(28) + (self._theme.px(36) if self.search.isVisibleTo(self) else 0)
        wanted = self.model.rowCount() * row + chrome + self._actions * self._theme.px(34)
        return min(wanted, self._theme.px(MOST_HEIGHT))

    def _on_typed(self, text: str) -> None:
        self.model.narrow(text)
        is_empty = self.model.rowCount() == 0
        self._none.setVisible(is_empty)
        self.view.setVisible(not is_empty)
        self._go(self.model.row_of(None))

    def _on_clicked(self, index: QModelIndex) -> None:
        self._pick(index.row())

    def _pick(self, row: int) -> None:
        choice = self.model.choice(row)
        if choice is not None:
            self.picked.emit(choice.value)

    def _go(self, row: int) -> None:
        index = self.model.index(row)
        self.view.setCurrentIndex(index)
        self.view.scrollTo(index)


class ChoiceDelegate(QStyledItemDelegate):
    """Paints headings small, choices with their details at the right end."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Keep the look."""
        super().__init__(parent)
        self._theme = theme
        self._heading = theme.font("small", bold=True)
        self._title, self._detail = theme.font(), theme.font("small")

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(self._theme.px(120), self._theme.px(ROW))

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        rect: QRect = option.rect
        gap = self._theme.px(8)
        room = rect.adjusted(gap, 0, -gap, 0)
        painter.save()
        if index.data(HEADING_ROLE):
            painter.setFont(self._heading)
            painter.setPen(self._theme.color("muted"))
            room.adjust(0, self._theme.px(6), 0, 0)
            _draw(painter, room, index.data(), Qt.AlignmentFlag.AlignLeft)
        else:
            self._paint_choice(painter, option, index, room)
        painter.restore()

    def _paint_choice(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        room: QRect,
    ) -> None:
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        is_under = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if is_current or is_under:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("accent_soft" if is_current else "hover"))
            corner = self._theme.px(6)
            painter.drawRoundedRect(option.rect, corner, corner)
        painter.setFont(self._title)
        painter.setPen(self._theme.color("bad" if index.data(MISSING_ROLE) else "text"))
        used = painter.fontMetrics().horizontalAdvance(index.data())
        _draw(painter, room, index.data(), Qt.AlignmentFlag.AlignLeft)
        rest = room.adjusted(used + self._theme.px(16), 0, 0, 0)
        if index.data(DETAIL_ROLE) and rest.width() > self._theme.px(40):
            painter.setFont(self._detail)
            painter.setPen(self._theme.color("muted"))
            _draw(painter, rest, index.data(DETAIL_ROLE), Qt.AlignmentFlag.AlignRight)


def _draw(painter: QPainter, room: QRect, text: str, side: Qt.AlignmentFlag) -> None:
    middle = Qt.TextElideMode.ElideMiddle
    shown = painter.fontMetrics().elidedText(text, middle, room.width())
    painter.drawText(room, int(side | Qt.AlignmentFlag.AlignVCenter), shown)
