"""Short messages in the lower right corner; they leave by themselves, but not under the mouse."""

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSystemTrayIcon, QWidget
from typing_extensions import override

from o1desk.gui.icons import picture
from o1desk.gui.session import Toast
from o1desk.gui.theme import Theme
from o1desk.gui.widgets.labels import button, icon_button, label

STAY_MS = 6000
MOST = 4
NARROW_PX, WIDE_PX = 120, 380  # of the text
ICONS = {"plain": "info", "good": "check", "warn": "warning", "bad": "error"}
COLORS = {"plain": "muted", "good": "good", "warn": "warn", "bad": "bad"}


class ToastFrame(QFrame):
    """One message."""

    def __init__(self, theme: Theme, toast: Toast, parent: QWidget) -> None:
        """Show a message until its time is over."""
        super().__init__(parent)
        self.setProperty("card", "true")
        self.toast = toast
        self.setAccessibleName(toast.text)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.px(12), theme.px(8), theme.px(8), theme.px(8))
        sign = label()
        color = theme.color(COLORS[toast.tone])
        sign.setPixmap(picture(ICONS[toast.tone], color, theme.px(18)))
        layout.addWidget(sign)
        text = label(toast.text, is_wrapped=True)
        text.ensurePolished()
        wanted = text.fontMetrics().horizontalAdvance(toast.text) + theme.px(4)
        text.setFixedWidth(max(theme.px(NARROW_PX), min(wanted, theme.px(WIDE_PX))))
        layout.addWidget(text, 1)
        if toast.action:
            layout.addWidget(button(toast.action, self._act, kind="quiet"))
        layout.addWidget(icon_button(theme, "close", self.tr("Dismiss"), self.leave))
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self.leave)
        self._wait(STAY_MS * (2 if toast.tone == "bad" else 1))

    def leave(self) -> None:
        """Go away."""
        self.hide()
        self.deleteLater()

    def _wait(self, milliseconds: int) -> None:
        """Leave later; a warning that offers something stays until it is answered."""
        if not (self.toast.action and self.toast.tone in ("warn", "bad")):
            self._clock.start(milliseconds)

    def _act(self) -> None:
        if self.toast.run is not None:
            self.toast.run()
        self.leave()

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self._clock.stop()
        super().enterEvent(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._wait(STAY_MS)
        super().leaveEvent(event)


class Toasts(QObject):
    """Places messages over a window, newest at the bottom."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        """Watch the window's size; no message yet."""
        super().__init__(window)
        self._window, self._theme = window, theme
        self._frames: list[ToastFrame] = []
        window.installEventFilter(self)

    def show_toast(self, toast: Toast) -> None:
        """Show a message in the place of an equal one, or of an older one about the same."""
        for frame in list(self._frames):
            if _is_replaced(frame.toast, toast):
                frame.leave()
                self._forget(frame)
        frame = ToastFrame(self._theme, toast, self._window)
        frame.destroyed.connect(self._place)
        self._frames.append(frame)
        while len(self._frames) > MOST:
            self._frames.pop(0).leave()
        frame.show()
        self._place()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _forget(self, frame: ToastFrame) -> None:
        self._frames = [each for each in self._frames if each is not frame]

    def _place(self) -> None:
        self._frames = [frame for frame in self._frames if _is_there(frame)]
        gap = self._theme.px(8)
        bottom = self._window.height() - self._theme.px(40)
        for frame in reversed(self._frames):
            frame.adjustSize()
            bottom -= frame.height() + gap
            right = self._window.width() - frame.width() - self._theme.px(16)
            frame.move(QPoint(right, bottom))
            frame.raise_()


def notify_system(tray: QSystemTrayIcon | None, toast: Toast) -> bool:
    """Show a system notification; return whether the system can."""
    if tray is None or not QSystemTrayIcon.supportsMessages():
        return False
    tray.showMessage("O1 Desk", toast.text)
    return True


def _is_replaced(old: Toast, new: Toast) -> bool:
    """Return whether a message makes another superfluous; offers about two things stay apart."""
    if old.topic is not None and old.topic == new.topic:
        return True
    return old.text == new.text and (old.topic is None or new.topic is None)


def _is_there(frame: ToastFrame) -> bool:
    import shiboken6

    return shiboken6.isValid(frame) and not frame.isHidden()
