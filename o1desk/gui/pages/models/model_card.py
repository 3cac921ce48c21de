"""One model with its fit, its adapters, and what can be done with it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QAction, QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton

from o1desk.gui.model_list import ModelEntry
from o1desk.gui.pages.models.adapter_rows import AdapterRows
from o1desk.gui.pages.models.model_look import (
    TONES,
    ModelLook,
    badge_text,
    formula_text,
    need_text,
    size_text,
)
from o1desk.gui.shown import for_clipboard, isolate, one_line, tooltip_text
from o1desk.gui.theme import Theme
from o1desk.gui.widgets.cards import Card
from o1desk.gui.widgets.labels import (
    button,
    chip,
    close_to_writing,
    icon_button,
    label,
    set_chip,
)

TITLE_CHARACTERS, DETAIL_CHARACTERS = 60, 110
FILES = ("folder", "gguf")  # kinds that lie somewhere a person can open


class ModelCard(Card):
    """A base model and the adapters that were trained on it.

    Attributes:
        model: The model.
        adapters: Lines of its adapters; None when there are none.

    Signals:
        chat_asked: Reference to chat with.
        train_asked: Reference to train.
        export_asked: Reference to export.
        remove_asked: Entry to take off the list (ModelEntry).
        run_asked: Run that made an adapter.
    """

    chat_asked = Signal(str)
    train_asked = Signal(str)
    export_asked = Signal(str)
    remove_asked = Signal(object)
    run_asked = Signal(str)

    def __init__(
        self,
        theme: Theme,
        model: ModelEntry,
        adapters: Sequence[ModelEntry],
        *,
        refusal: str = "",
    ) -> None:
        """Show a model; its size and fit follow with `show_look`.

        Args:
            theme: The look.
            model: What is shown.
            adapters: What was trained on it.
            refusal: Why nothing can be written (`Session.refusal`).
        """
        super().__init__(theme)
        self._theme, self.model, self._refusal = theme, model, refusal
        self.setAccessibleName(model.title)
        self.badge = chip("\u2026")
        self._size, self._fit = label("", "muted"), label("", "small", is_wrapped=True)
        self.body.addLayout(self._heads())
        detail = self._detail()
        if detail is not None:
            self.body.addWidget(detail)
        for part in (self._size, self._fit):
            part.hide()
            self.body.addWidget(part)
        self.adapters: AdapterRows | None = None
        if adapters:
            self._add_adapters(adapters)
        if not model.exists:
            self.badge.setText(self.tr("files are missing"))
            set_chip(self.badge, "bad")

    def show_look(self, found: ModelLook) -> None:
        """Show size and fit."""
        self.badge.setText(badge_text(found.fit))
        set_chip(self.badge, TONES[found.fit.badge])
        for part in (self.badge, self._fit):
            part.setToolTip(tooltip_text(formula_text(found.fit)))
        for part, text in ((self._size, size_text(found.facts)), (self._fit, need_text(found.fit))):
            part.setText(text)
            part.setVisible(bool(text))

    def texts(self) -> list[str]:
        """Return what the card says: badge, size and need."""
        return [self.badge.text(), self._size.text(), self._fit.text()]

    def set_marked(self, *, is_marked: bool) -> None:
        """Set the card apart: another page pointed at it."""
        self.set_kind("accent" if is_marked else "true")

    def _heads(self) -> QHBoxLayout:
        heads = QHBoxLayout()
        heads.setSpacing(self._theme.px(8))
        title = label(isolate(one_line(self.model.title, TITLE_CHARACTERS)), "lead")
        title.setToolTip(tooltip_text(self.model.title))
        heads.addWidget(title)
        heads.addWidget(self.badge)
        heads.addStretch(1)
        for made in self._buttons():
            heads.addWidget(made)
        self._more = icon_button(
            self._theme, "more",
            self.tr("More about {name}").format(name=one_line(self.model.title)), self._on_more,
        )  # fmt: skip
        heads.addWidget(self._more)
        return heads

    def _buttons(self) -> list[QPushButton]:
        made = [button(self.tr("Chat"), self._on_chat, kind="primary")]
        if self.model.kind != "gguf":
            made.append(
                button(
                    self.tr("Train"), self._on_train,
                    tip=self.tr("Train an adapter on it; the model itself stays as it is"),
                )
            )  # fmt: skip
            made.append(button(self.tr("Export"), self._on_export))
        for each in made:
            each.setEnabled(self.model.exists)
            each.setAccessibleName(f"{each.text()}: {self.model.title}")
        if self.model.kind != "gguf":
            close_to_writing(self._refusal, made[-1])
        return made

    def _detail(self) -> QLabel | None:
        if not self.model.detail:
            return None
        made = label(isolate(one_line(self.model.detail, DETAIL_CHARACTERS)), "muted")
        made.setMinimumWidth(1)
        made.setToolTip(tooltip_text(self.model.detail))
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return made

    def _add_adapters(self, entries: Sequence[ModelEntry]) -> None:
        self.body.addWidget(label(self.tr("Trained adapters").upper(), "section"))
        self.adapters = AdapterRows(self._theme, entries, refusal=self._refusal)
        self.adapters.chat_asked.connect(self.chat_asked)
        self.adapters.train_asked.connect(self.train_asked)
        self.adapters.export_asked.connect(self.export_asked)
        self.adapters.run_asked.connect(self.run_asked)
        self.adapters.remove_asked.connect(self.remove_asked)
        self.body.addWidget(self.adapters)

    def _on_more(self) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.setToolTipsVisible(True)
        menu.addAction(self.tr("Copy its reference")).setData("copy")
        if self.model.kind in FILES:
            menu.addAction(self.tr("Show it in its folder")).setData("folder")
        if self.model.kind != "starter":
            remove = menu.addAction(self.tr("Remove from the list"))
            remove.setData("remove")
            close_to_writing(self._refusal, remove)
        menu.triggered.connect(self._on_action)
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))

    def _on_action(self, action: QAction) -> None:
        if action.data() == "copy":
            QGuiApplication.clipboard().setText(for_clipboard(self.model.ref))
        elif action.data() == "folder":
            folder = Path(self.model.ref).parent
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
        else:
            self.remove_asked.emit(self.model)

    def _on_chat(self) -> None:
        self.chat_asked.emit(self.model.ref)

    def _on_train(self) -> None:
        self.train_asked.emit(self.model.ref)

    def _on_export(self) -> None:
        self.export_asked.emit(self.model.ref)
