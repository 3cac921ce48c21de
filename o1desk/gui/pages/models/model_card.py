"""One model with its fit, its adapters, and what can be done with it."""

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QPushButton

from o1desk.gui.model_list import ModelEntry
from o1desk.gui.theme import Theme
from o1desk.gui.widgets.cards import Card
from o1desk.gui.widgets.labels import button, chip, label, set_chip
from o1desk.jobs.fit import Fit

MOST_ADAPTERS = 8
BADGES = {"runs_well": "good", "slow": "warn", "will_not_fit": "bad", "unknown": "plain"}


class ModelCard(Card):
    """A base model and the adapters that were trained on it.

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

    def __init__(self, theme: Theme, model: ModelEntry, adapters: list[ModelEntry]) -> None:
        """Show a model."""
        super().__init__(theme)
        self._theme, self._model, self._adapters = theme, model, adapters
        heads = QHBoxLayout()
        heads.setSpacing(theme.px(8))
        heads.addWidget(label(model.title, "lead"))
        self._badge = chip("\u2026")
        if not model.exists:
            self._badge.setText(self.tr("files are missing"))
            set_chip(self._badge, "bad")
        heads.addWidget(self._badge)
        heads.addStretch(1)
        for made in self._buttons(model):
            heads.addWidget(made)
        self.body.addLayout(heads)
        if model.detail:
            detail = label(model.detail, "muted", is_wrapped=True)
            detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.body.addWidget(detail)
        self._fit = label("", "small", is_wrapped=True)
        self._fit.hide()
        self.body.addWidget(self._fit)
        if adapters:
            self._grid = QGridLayout()
            self._grid.setHorizontalSpacing(theme.px(12))
            self._grid.setColumnStretch(1, 1)
            self.body.addLayout(self._grid)
            self._list(MOST_ADAPTERS)

    def show_fit(self, fit: Fit) -> None:
        """Show whether the model fits into the memory that is free now."""
        words = {
            "runs_well": self.tr("Runs well"),
            "slow": self.tr("Slow"),
            "will_not_fit": self.tr("Will not fit"),
            "unknown": self.tr("Memory estimate unavailable"),
        }
        self._badge.setText(words[fit.badge])
        set_chip(self._badge, BADGES[fit.badge])
        self._badge.setToolTip(fit.formula)
        if fit.needed_mib is not None and fit.free_mib is not None:
            number = QLocale().toString
            self._fit.setText(
                self.tr("Needs about {need} MiB to chat, {free} MiB are free now").format(
                    need=number(round(fit.needed_mib)), free=number(round(fit.free_mib))
                )
            )
            self._fit.setToolTip(fit.formula)
            self._fit.show()

    def _buttons(self, entry: ModelEntry) -> list[QPushButton]:
        made = [button(self.tr("Chat"), lambda: self.chat_asked.emit(entry.ref))]
        if entry.kind != "gguf":
            made.append(button(self.tr("Train"), lambda: self.train_asked.emit(entry.ref)))
            made.append(button(self.tr("Export"), lambda: self.export_asked.emit(entry.ref)))
        if entry.kind != "starter":
            made.append(
                button(self.tr("Remove"), lambda: self.remove_asked.emit(entry), kind="quiet")
            )
        for each in made:
            each.setEnabled(entry.exists or each is made[-1])
            each.setAccessibleName(f"{each.text()}: {entry.title}")
        return made

    def _list(self, most: int) -> None:
        for place, entry in enumerate(self._adapters[:most]):
            self._adapter_row(place, entry)
        rest = len(self._adapters) - most
        if rest > 0:
            more = button(self.tr("Show %n more", "", rest), self._show_all, kind="link")
            self._grid.addWidget(more, most, 0, 1, 2)
            self._more = more

    def _show_all(self) -> None:
        self._more.deleteLater()
        for place, entry in enumerate(self._adapters[MOST_ADAPTERS:], MOST_ADAPTERS):
            self._adapter_row(place, entry)

    def _adapter_row(self, place: int, entry: ModelEntry) -> None:
        title = label(entry.title)
        title.setToolTip(entry.ref)
        self._grid.addWidget(title, place, 0)
        self._grid.addWidget(label(entry.detail, "muted"), place, 1)
        chat = button(self.tr("Chat"), lambda: self.chat_asked.emit(entry.ref), kind="quiet")
        chat.setEnabled(entry.exists)
        chat.setAccessibleName(f"{chat.text()}: {entry.title}")
        self._grid.addWidget(chat, place, 2)
        more = button("\u22ef", kind="quiet")
        more.setAccessibleName(self.tr("More about {name}").format(name=entry.title))
        more.setMenu(self._menu(entry))
        self._grid.addWidget(more, place, 3)

    def _menu(self, entry: ModelEntry) -> QMenu:
        menu = QMenu(self)
        run = entry.ref.rpartition("@")[2].partition(":")[0]
        for text, act in (
            (self.tr("Train further"), lambda: self.train_asked.emit(entry.ref)),
            (self.tr("Export\u2026"), lambda: self.export_asked.emit(entry.ref)),
            (self.tr("Its training run"), lambda: self.run_asked.emit(run)),
            (self.tr("Remove from the list"), lambda: self.remove_asked.emit(entry)),
        ):
            menu.addAction(text).triggered.connect(act)
        return menu
