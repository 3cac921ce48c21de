"""The dataset whose members are listed, with what can be done with it."""

from PySide6.QtCore import QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy
from typing_extensions import override

from o1desk.gui.pages.data.dataset_actions import DatasetActions
from o1desk.gui.shown import isolate, one_line, tooltip_text
from o1desk.gui.theme import Theme
from o1desk.gui.widgets.labels import button, close_to_writing, icon_button, label
from o1desk.store.datasets import Dataset

NAME_CHARACTERS, NAME_PX = 120, 80


class DatasetBar(QFrame):
    """Name and figures of a dataset, buttons, and a way back to all samples.

    Signals:
        closed: Everything should be listed again.
        generate_asked: Samples for its problems are wanted (Dataset).
    """

    closed = Signal()
    generate_asked = Signal(object)

    def __init__(self, theme: Theme, actions: DatasetActions) -> None:
        """Show nothing."""
        super().__init__()
        self._actions = actions
        self._dataset: Dataset | None = None
        self.setProperty("card", "accent")
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.px(12), theme.px(4), theme.px(4), theme.px(4))
        line.setSpacing(theme.px(4))
        self._name, self._facts = label(""), label("", "small")
        self._name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._name.setMinimumWidth(theme.px(NAME_PX))
        line.addWidget(self._name, 1)
        line.addWidget(self._facts)
        self._generate = button(self.tr("Generate samples"), self._on_generate, kind="quiet")
        self._about = button(self.tr("What is in it"), self._on_about, kind="quiet")
        self._train = button(self.tr("Train on it"), self._on_train, kind="quiet")
        self._more = icon_button(theme, "more", self.tr("More about this dataset"), self._on_more)
        self._close = icon_button(theme, "close", self.tr("Show all samples"), self.closed.emit)
        close_to_writing(actions.refusal, self._generate)
        for part in (self._generate, self._about, self._train, self._more, self._close):
            line.addWidget(part)
        self.hide()

    def show_dataset(self, dataset: Dataset | None) -> None:
        """Show a dataset; None for none."""
        self._dataset = dataset
        self.setVisible(dataset is not None)
        if dataset is None:
            return
        number = QLocale().toString
        self._name.setToolTip(tooltip_text(dataset.name))
        self._show_name()
        facts = self.tr("{samples} samples, {problems} problems").format(
            samples=number(dataset.samples), problems=number(dataset.problems)
        )
        self._facts.setText(facts)
        self._generate.setVisible(not dataset.samples and bool(dataset.file))
        self._about.setVisible(bool(dataset.samples))
        self._train.setVisible(bool(dataset.samples))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_name()

    def _show_name(self) -> None:
        """Show as much of the name as there is room for."""
        if self._dataset is not None:
            name = isolate(one_line(self._dataset.name, NAME_CHARACTERS))
            right = Qt.TextElideMode.ElideRight
            metrics = self._name.fontMetrics()
            self._name.setText(metrics.elidedText(name, right, self._name.width()))

    def _on_generate(self) -> None:
        self.generate_asked.emit(self._dataset)

    def _on_about(self) -> None:
        if self._dataset is not None:
            self._actions.show_card(self._dataset)

    def _on_train(self) -> None:
        if self._dataset is not None:
            self._actions.train(self._dataset)

    def _on_more(self) -> None:
        if self._dataset is not None:
            place = self._more.mapToGlobal(QPoint(0, self._more.height()))
            self._actions.open_menu(self._dataset, place)
