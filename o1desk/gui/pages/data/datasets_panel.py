"""Named datasets: frozen selections to train on."""

from collections.abc import Callable

from PySide6.QtCore import QLocale, QPoint, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from o1desk.gui.pages.data.value_list import Value, ValueList
from o1desk.gui.session import Session
from o1desk.gui.widgets.labels import label
from o1desk.store import Store
from o1desk.store.datasets import Dataset


class DatasetsPanel(QWidget):
    """The list of datasets.

    Attributes:
        chosen_id: The dataset whose members are listed; None for none.

    Signals:
        picked: List the members of a dataset (id), or everything (None).
        loaded: The list was read anew.
        menu_asked: The menu of a dataset is wanted (Dataset, QPoint on the screen).
    """

    picked = Signal(object)
    loaded = Signal()
    menu_asked = Signal(object, object)

    def __init__(self, session: Session) -> None:
        """Start empty; `look` fills it."""
        super().__init__()
        self._session = session
        self.chosen_id: int | None = None
        self._datasets: list[Dataset] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(session.theme.px(2))
        layout.addWidget(label(self.tr("Datasets").upper(), "section"))
        self._list = ValueList(session.theme, self.tr("Datasets"))
        self._list.picked.connect(self._on_picked)
        self._list.menu_asked.connect(self._on_menu)
        layout.addWidget(self._list)
        self._nothing = label(
            self.tr("None yet. Filter the list, then keep it as a dataset to train on."),
            "small",
            is_wrapped=True,
        )
        layout.addWidget(self._nothing)

    def look(self) -> None:
        """Look the datasets up."""
        self._session.ops.read(_all(self._session.store), self.show_datasets, owner=self)

    def show_datasets(self, found: list[Dataset]) -> None:
        """List datasets."""
        self._datasets = found
        self._show()
        self.loaded.emit()

    def show_chosen(self, row_id: int | None) -> None:
        """Mark the dataset whose members are listed."""
        self.chosen_id = row_id
        self._show()

    @property
    def chosen(self) -> Dataset | None:
        """The dataset whose members are listed; None for none, or when it is gone."""
        return next((each for each in self._datasets if each.id == self.chosen_id), None)

    def names(self) -> list[str]:
        """Return the names that are listed."""
        return [each.name for each in self._datasets]

    def pick(self, name: str) -> None:
        """List the members of a dataset by its name, whether it was read yet or not."""
        store = self._session.store
        self._session.ops.read(lambda: store.datasets.get(name).id, self._on_found, owner=self)

    def _show(self) -> None:
        number = QLocale().toString
        chosen = self.chosen
        self._list.show_values(
            [
                Value(
                    value=each.name,
                    title=each.name,
                    count=number(each.samples or each.problems),
                    tip=self._facts(each),
                )
                for each in self._datasets
            ],
            "" if chosen is None else chosen.name,
        )
        self._list.setVisible(bool(self._datasets))
        self._nothing.setVisible(not self._datasets)

    def _facts(self, dataset: Dataset) -> str:
        number = QLocale().toString
        facts = self.tr("{name}: {samples} samples, {problems} problems")
        return facts.format(
            name=dataset.name, samples=number(dataset.samples), problems=number(dataset.problems)
        )

    def _on_found(self, row_id: int) -> None:
        self.picked.emit(row_id)

    def _on_picked(self, name: str) -> None:
        self.picked.emit(next((each.id for each in self._datasets if each.name == name), None))

    def _on_menu(self, name: str, place: QPoint) -> None:
        dataset = next((each for each in self._datasets if each.name == name), None)
        if dataset is not None:
            self.menu_asked.emit(dataset, place)


def _all(store: Store) -> Callable[[], list[Dataset]]:
    return store.datasets.all
