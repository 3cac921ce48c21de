"""The adapters that were trained on a model, newest first, a few of them at once."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QMenu, QWidget

from o1desk.core.references import split_ref
from o1desk.gui.model_list import ModelEntry
from o1desk.gui.shown import isolate, one_line, tooltip_text
from o1desk.gui.theme import Theme
from o1desk.gui.widgets.labels import button, close_to_writing, icon_button, label

FIRST_FEW = 6
TITLE_CHARACTERS = 70
WRITING = ("export", "remove")


class AdapterRows(QWidget):
    """A line for each adapter, with what can be done with it.

    Signals:
        chat_asked: Chat with an adapter (reference).
        train_asked: Train it further (reference).
        export_asked: Export it (reference).
        run_asked: Show the run that made it (run id).
        remove_asked: Take it off the list (ModelEntry).
    """

    chat_asked = Signal(str)
    train_asked = Signal(str)
    export_asked = Signal(str)
    run_asked = Signal(str)
    remove_asked = Signal(object)

    def __init__(self, theme: Theme, entries: Sequence[ModelEntry], *, refusal: str = "") -> None:
        """List adapters; a refusal says why nothing can be written."""
        super().__init__()
        self._refusal = refusal
        self._theme, self._entries = theme, list(entries)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(12))
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        self._shown = 0
        self._show(FIRST_FEW)
        rest = len(self._entries) - self._shown
        self._more = button(self.tr("Show %Ln more", "", rest), self.show_all, kind="link")
        self._grid.addWidget(self._more, len(self._entries), 0, 1, 2)
        self._more.setVisible(rest > 0)

    @property
    def count(self) -> int:
        """How many adapters are listed."""
        return self._shown

    def show_all(self) -> None:
        """List the rest too."""
        self._more.hide()
        self._show(len(self._entries))

    def open_menu(self, entry: ModelEntry, place: QPoint) -> None:
        """Open the menu of an adapter at a place on the screen."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.setToolTipsVisible(True)
        for key, text, is_ready in (
            ("train", self.tr("Train further"), entry.exists),
            ("export", self.tr("Export\u2026"), entry.exists),
            ("run", self.tr("Its training run"), True),
            ("remove", self.tr("Remove from the list"), True),
        ):
            action = menu.addAction(text)
            action.setData((key, entry))
            action.setEnabled(is_ready)
            if key in WRITING:
                close_to_writing(self._refusal, action)
        menu.triggered.connect(self._on_action)
        menu.popup(place)

    def _on_action(self, action: QAction) -> None:
        key, entry = action.data()
        if key == "train":
            self.train_asked.emit(entry.ref)
        elif key == "export":
            self.export_asked.emit(entry.ref)
        elif key == "run":
            self.run_asked.emit(split_ref(entry.ref)[1].partition(":")[0])
        else:
            self.remove_asked.emit(entry)

    def _show(self, count: int) -> None:
        for line, entry in enumerate(self._entries[:count]):
            if line >= self._shown:
                self._add(line, entry)
        self._shown = max(self._shown, min(count, len(self._entries)))

    def _add(self, line: int, entry: ModelEntry) -> None:
        title = label(isolate(one_line(entry.title, TITLE_CHARACTERS)))
        title.setToolTip(tooltip_text(entry.ref))
        detail = entry.detail if entry.exists else self.tr("files are missing")
        chat = button(self.tr("Chat"), self._on_chat, kind="quiet")
        chat.setEnabled(entry.exists)
        chat.setAccessibleName(f"{chat.text()}: {entry.title}")
        chat.setProperty("ref", entry.ref)
        more = icon_button(
            self._theme, "more",
            self.tr("More about {name}").format(name=one_line(entry.title, TITLE_CHARACTERS)),
            self._on_more,
        )  # fmt: skip
        more.setProperty("line", line)
        self._grid.addWidget(title, line, 0)
        self._grid.addWidget(label(detail, "muted", tone="" if entry.exists else "bad"), line, 1)
        self._grid.addWidget(chat, line, 2)
        self._grid.addWidget(more, line, 3)

    def _on_chat(self) -> None:
        self.chat_asked.emit(str(self.sender().property("ref")))

    def _on_more(self) -> None:
        sender = self.sender()
        if isinstance(sender, QWidget):
            place = sender.mapToGlobal(QPoint(0, sender.height()))
            self.open_menu(self._entries[int(sender.property("line"))], place)
