"""Asks for the name of a new dataset and says what it will hold."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from o1desk.gui.session import Session
from o1desk.gui.shown import one_line
from o1desk.gui.widgets.labels import label
from o1desk.store.filters import SampleFilter

WIDTH_PX = 440
NAME_CHARACTERS = 60


class KeepDialog(QDialog):
    """A name for what is listed.

    Signals:
        keep_asked: Keep the samples under a name (str, SampleFilter).
    """

    keep_asked = Signal(str, object)

    def __init__(
        self, session: Session, parent: QWidget, chosen: SampleFilter, names: Sequence[str]
    ) -> None:
        """Ask for a name.

        Args:
            session: Whose samples.
            parent: Owner.
            chosen: Which samples.
            names: Names that are taken.
        """
        super().__init__(parent)
        self._chosen, self._names = chosen, frozenset(names)
        theme = session.theme
        self.setWindowTitle(self.tr("Keep as dataset"))
        self.setMinimumWidth(theme.px(WIDTH_PX))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(16),) * 4)
        layout.setSpacing(theme.px(8))
        self._about = label("\u2026", is_wrapped=True)
        layout.addWidget(self._about)
        layout.addWidget(
            label(
                self.tr("A dataset is frozen: what comes later does not change it, so that a run "
                        "can be repeated."),
                "muted", is_wrapped=True,
            )
        )  # fmt: skip
        layout.addWidget(label(self.tr("Name")))
        self._name = QLineEdit()
        self._name.setAccessibleName(self.tr("Name of the dataset"))
        self._name.textChanged.connect(self._check)
        layout.addWidget(self._name)
        self._trouble = label("", "small", tone="bad", is_wrapped=True)
        layout.addWidget(self._trouble)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._keep = buttons.addButton(self.tr("Keep"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._keep.setProperty("kind", "primary")
        self._keep.setDefault(True)
        buttons.accepted.connect(self.keep)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self._check()
        session.ops.read(_count(session, chosen), self._show_count, owner=self)

    def set_name(self, name: str) -> None:
        """Put a name into the field."""
        self._name.setText(name)

    def keep(self) -> None:
        """Keep the samples, if the name will do."""
        if self._keep.isEnabled():
            self.keep_asked.emit(self._name.text().strip(), self._chosen)
            self.accept()

    def _check(self) -> None:
        name = self._name.text().strip()
        is_taken = name in self._names
        taken = self.tr("There is a dataset {name} already").format(
            name=one_line(name, NAME_CHARACTERS)
        )
        self._trouble.setText(taken if is_taken else "")
        self._keep.setEnabled(bool(name) and not is_taken)

    def _show_count(self, count: int) -> None:
        words = self.tr("%Ln sample(s) that are listed now", "", count)
        self._about.setText(words.replace(str(count), QLocale().toString(count)))


def _count(session: Session, chosen: SampleFilter) -> Callable[[], int]:
    store = session.store
    return lambda: store.samples.count(chosen)
