"""Named datasets: frozen selections, with what is in each."""

from PySide6.QtCore import QLocale, QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QInputDialog,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from o1desk.gui.session import Session
from o1desk.gui.widgets.labels import label
from o1desk.store.datasets import Dataset

NAME, ID = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
LIST_PX = 150


class DatasetsPanel(QWidget):
    """The list of datasets.

    Signals:
        chosen: List the members of a dataset (id), or everything (None).
        export_asked: Write a dataset to a file (name).
    """

    chosen = Signal(object)
    export_asked = Signal(str)

    def __init__(self, session: Session) -> None:
        """Start empty; `look` fills it."""
        super().__init__()
        self._session = session
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(label(self.tr("Datasets").upper(), "section"))
        self._list = QListWidget()
        self._list.setProperty("frame", "none")
        self._list.setAccessibleName(self.tr("Datasets"))
        self._list.setMaximumHeight(session.theme.px(LIST_PX))
        self._list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._list.customContextMenuRequested.connect(self._on_menu)
        self._list.itemClicked.connect(self._on_clicked)
        layout.addWidget(self._list)
        self._nothing = label(
            self.tr("Filter the list, then keep it as a dataset to train on."),
            "small",
            is_wrapped=True,
        )
        layout.addWidget(self._nothing)
        self._chosen = ""

    def look(self) -> None:
        """Look the datasets up."""
        self._session.ops.read(self._session.store.datasets.all, self.show_datasets, owner=self)

    def show_datasets(self, found: list[Dataset]) -> None:
        """List datasets."""
        self._list.clear()
        for dataset in found:
            size = QLocale().toString(dataset.samples or dataset.problems)
            lock = "" if dataset.frozen is None else "  \u25a0"
            made = QListWidgetItem(f"{dataset.name}   {size}{lock}")
            made.setData(NAME, dataset.name)
            made.setData(ID, dataset.id)
            made.setToolTip(self._facts(dataset))
            self._list.addItem(made)
            if dataset.name == self._chosen:
                self._list.setCurrentItem(made)
        self._list.setVisible(bool(found))
        self._nothing.setVisible(not found)

    def choose(self, name: str) -> None:
        """List the members of a dataset."""
        self._chosen = name
        store = self._session.store
        self._session.ops.read(lambda: store.datasets.get(name).id, self.chosen.emit, owner=self)

    def _facts(self, dataset: Dataset) -> str:
        frozen = self.tr("frozen") if dataset.frozen else self.tr("can still change")
        return self.tr("{samples} samples of {problems} problems, {state}").format(
            samples=dataset.samples, problems=dataset.problems, state=frozen
        )

    def _on_clicked(self, item: QListWidgetItem) -> None:
        name = item.data(NAME)
        if name == self._chosen:
            self._chosen = ""
            self._list.clearSelection()
            self.chosen.emit(None)
        else:
            self._chosen = name
            self.chosen.emit(item.data(ID))

    def _on_menu(self, place: QPoint) -> None:
        item = self._list.itemAt(place)
        if item is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        name = str(item.data(NAME))
        actions = {
            menu.addAction(self.tr("Export\u2026")): lambda: self.export_asked.emit(name),
            menu.addAction(self.tr("Train on it")): lambda: self._session.open(
                "train", dataset=name
            ),
            menu.addAction(self.tr("Rename\u2026")): lambda: self._ask_name(name),
            menu.addAction(self.tr("Remove")): lambda: self.remove(name),
        }
        for action, run in actions.items():
            action.triggered.connect(run)
        menu.popup(self._list.mapToGlobal(place))

    def remove(self, name: str) -> None:
        """Remove a dataset; its samples stay, and it can be undone."""
        datasets = self._session.store.datasets
        self._session.do(
            self.tr("Remove dataset {name}").format(name=name),
            lambda: datasets.remove(name),
            lambda: datasets.restore(name),
            changed=("dataset",),
        )

    def rename(self, name: str, new: str) -> None:
        """Give a dataset another name."""
        datasets = self._session.store.datasets
        self._session.do(
            self.tr("Rename dataset {name}").format(name=name),
            lambda: datasets.rename(name, new),
            lambda: datasets.rename(new, name),
            changed=("dataset",),
        )

    def _ask_name(self, name: str) -> None:
        dialog = QInputDialog(self)
        dialog.setWindowTitle(self.tr("Rename dataset"))
        dialog.setLabelText(self.tr("New name"))
        dialog.setTextValue(name)
        dialog.textValueSelected.connect(lambda new: self.rename(name, new))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
