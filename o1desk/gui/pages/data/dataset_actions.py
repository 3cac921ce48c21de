"""What can be done with a dataset: look at its card, train, export, rename, remove."""

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from o1desk.core.errors import InputError
from o1desk.gui.pages.data.dataset_dialog import DatasetDialog
from o1desk.gui.session import Session
from o1desk.gui.shown import one_line
from o1desk.gui.widgets.labels import close_to_writing
from o1desk.store.datasets import Dataset

NAME_CHARACTERS = 60
CHANGING = ("rename", "remove")


class DatasetActions(QObject):
    """Acts on datasets by name; every change can be undone.

    Signals:
        export_asked: Write a dataset to a file (Dataset).
        renamed: A dataset has another name now (old, new).
    """

    export_asked = Signal(object)
    renamed = Signal(str, str)

    def __init__(self, session: Session, owner: QWidget) -> None:
        """Act for a page.

        Args:
            session: Whose datasets.
            owner: Parent of dialogs and menus.
        """
        super().__init__(owner)
        self._session, self._owner = session, owner
        self._dataset: Dataset | None = None
        self._menu: QMenu | None = None

    @property
    def refusal(self) -> str:
        """Why no dataset can be changed; empty when they can."""
        return self._session.refusal

    def open_menu(self, dataset: Dataset, place: QPoint) -> None:
        """Open the menu of a dataset at a place on the screen."""
        self._dataset = dataset
        menu = QMenu(self._owner)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.setToolTipsVisible(True)
        for key, text in (
            ("about", self.tr("What is in it")),
            ("train", self.tr("Train on it")),
            ("export", self.tr("Export\u2026")),
            ("rename", self.tr("Rename\u2026")),
            ("remove", self.tr("Remove")),
        ):
            action = menu.addAction(text)
            action.setData(key)
            if key in CHANGING:
                close_to_writing(self.refusal, action)
        menu.triggered.connect(self._on_chosen)
        menu.popup(place)
        self._menu = menu

    def _on_chosen(self, action: QAction) -> None:
        if self._dataset is not None:
            acts = {
                "about": self.show_card,
                "train": self.train,
                "export": self.export,
                "rename": self.ask_name,
                "remove": self.remove,
            }
            acts[str(action.data())](self._dataset)

    def show_card(self, dataset: Dataset) -> None:
        """Show what a dataset holds."""
        dialog = DatasetDialog(self._session, self._owner, dataset)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def train(self, dataset: Dataset) -> None:
        """Begin a training on a dataset."""
        self._session.open("train", dataset=dataset.name, view="new")

    def export(self, dataset: Dataset) -> None:
        """Write a dataset to a file."""
        self.export_asked.emit(dataset)

    def ask_name(self, dataset: Dataset) -> None:
        """Ask for another name."""
        if self._session.refuses():
            return
        dialog = QInputDialog(self._owner)
        dialog.setWindowTitle(self.tr("Rename dataset"))
        dialog.setLabelText(self.tr("New name"))
        dialog.setTextValue(dataset.name)
        self._dataset = dataset
        dialog.textValueSelected.connect(self._on_named)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_named(self, new: str) -> None:
        if self._dataset is not None:
            self.rename(self._dataset.name, new)

    def rename(self, name: str, new: str) -> None:
        """Give a dataset another name; a name that will not do is refused in a sentence."""
        datasets, wanted = self._session.store.datasets, new.strip()
        if wanted == name:
            return
        empty = self.tr("A dataset needs a name")
        taken = self.tr("There is a dataset {name} already; choose another name").format(
            name=one_line(wanted, NAME_CHARACTERS)
        )

        def check() -> None:
            if not wanted or any(each.name == wanted for each in datasets.all()):
                raise InputError(taken if wanted else empty)

        def go_on(nothing: None) -> None:
            del nothing
            self._session.do(
                self.tr("Rename dataset {name}").format(name=one_line(name, NAME_CHARACTERS)),
                lambda: datasets.rename(name, wanted),
                lambda: datasets.rename(wanted, name),
                changed=("dataset",),
            )
            self.renamed.emit(name, wanted)

        self._session.ops.read(check, go_on, owner=self)

    def remove(self, dataset: Dataset) -> None:
        """Remove a dataset; its samples stay."""
        datasets, name = self._session.store.datasets, dataset.name
        self._session.do(
            self.tr("Remove dataset {name}").format(name=one_line(name, NAME_CHARACTERS)),
            lambda: datasets.remove(name),
            lambda: datasets.restore(name),
            changed=("dataset",),
        )
