"""Where a fine-tuning takes its samples from: the solvers, or a data set of the store."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget
from typing_extensions import override

from o1desk.gui.models.choices import Choice
from o1desk.gui.widgets.labels import button, label
from o1desk.gui.widgets.picker import Picker

if TYPE_CHECKING:
    from o1desk.gui.session import Session
    from o1desk.store.datasets import Dataset


class SampleSource(QWidget):
    """Two ways, and the data set of the second.

    Signals:
        changed: Another source or data set was chosen.
    """

    changed = Signal()

    def __init__(self, session: "Session") -> None:
        """Start with the solvers."""
        super().__init__()
        self._session = session
        theme = session.theme
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(6))
        self._solver = QRadioButton(self.tr("Solutions written by the solvers"))
        self._solver.setToolTip(
            self.tr("A program solves problems of the environments below, every step written out")
        )
        self._dataset = QRadioButton(self.tr("A data set"))
        self._dataset.setToolTip(self.tr("The samples of a named selection from the Data page"))
        group = QButtonGroup(self)
        group.addButton(self._solver)
        group.addButton(self._dataset)
        self._solver.setChecked(True)
        self._picker = Picker(theme, self.tr("Data set"), placeholder=self.tr("Choose a data set"))
        self._none = label("", "small", is_wrapped=True)
        self._make = button(self.tr("Make one on the Data page"), self._on_make, kind="link")
        for widget in (self._solver, self._dataset, self._picker, self._none, self._make):
            layout.addWidget(widget)
        group.buttonClicked.connect(self._on_edited)
        self._picker.picked.connect(self._on_edited)
        session.tables_changed.connect(self._on_tables)
        self._show()

    def value(self) -> tuple[str, str]:
        """Return "solver" or "dataset", and the name of the data set."""
        source = "dataset" if self._dataset.isChecked() else "solver"
        return source, str(self._picker.value() or "")

    def set_value(self, source: str, dataset: str) -> None:
        """Show a source."""
        (self._dataset if source == "dataset" else self._solver).setChecked(True)
        self._picker.set_value(dataset or None)
        self._show()

    def _on_edited(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        is_dataset = self._dataset.isChecked()
        for widget in (self._picker, self._none, self._make):
            widget.setVisible(is_dataset)

    def _on_make(self) -> None:
        self._session.open("data")

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._read()

    def _on_tables(self, tables: frozenset[str]) -> None:
        if "dataset" in tables and self.isVisible():
            self._read()

    def _read(self) -> None:
        self._session.ops.read(self._session.store.datasets.all, self._on_datasets, owner=self)

    def _on_datasets(self, found: "list[Dataset]") -> None:
        number = QLocale().toString
        self._picker.set_choices(
            Choice(
                value=dataset.name,
                title=dataset.name,
                detail=self.tr("{n} samples").format(n=number(dataset.samples)),
            )
            for dataset in found
            if dataset.samples
        )
        has_any = any(dataset.samples for dataset in found)
        self._none.setText("" if has_any else self.tr("There is no data set with answers yet."))
