"""The data folder: where it lies, how large it is, and its backups."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QMessageBox

from o1desk.core.words import filled
from o1desk.gui.ops import sentence_of
from o1desk.gui.session import Session
from o1desk.gui.times import local_time
from o1desk.gui.widgets.cards import Card, row
from o1desk.gui.widgets.labels import button, close_to_writing, label
from o1desk.store import backups
from o1desk.store.backups import Backup

LIST_PX = 132


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderFacts:
    """Size of the database, bytes; rows of the main tables; backups, newest first."""

    size: int
    counts: dict[str, int]
    backups: list[Backup]


def facts_of(session: Session) -> Callable[[], FolderFacts]:
    """Return a function that looks them up; it runs off the window's thread."""

    def look() -> FolderFacts:
        files = [path for path in session.data.glob("o1desk.sqlite*") if path.is_file()]
        size = sum(path.stat().st_size for path in files)
        return FolderFacts(
            size=size, counts=session.store.counts(), backups=backups.listing(session.data)
        )

    return look


class BackupsCard(Card):
    """Facts about the data folder, and a backup at the press of a button."""

    def __init__(self, session: Session) -> None:
        """Show the folder; facts follow."""
        super().__init__(session.theme, self.tr("Your data"))
        self._session = session
        place = label(str(session.data), is_wrapped=True)
        place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body.addWidget(place)
        self._facts = label("", "muted", is_wrapped=True)
        self.body.addWidget(self._facts)
        self._list = QListWidget()
        self._list.setFixedHeight(session.theme.px(LIST_PX))
        self._list.setAccessibleName(self.tr("Backups"))
        self.body.addWidget(self._list)
        line, buttons = row(session.theme)
        self._make = button(self.tr("Back up now"), self.back_up, kind="primary")
        close_to_writing(session.refusal, self._make)
        self._restore = button(
            self.tr("Restore\u2026"), self.ask_restore,
            tip=self.tr("Go back to the backup that is chosen in the list"),
        )  # fmt: skip
        self._restore.setEnabled(False)
        self._list.itemSelectionChanged.connect(self._on_selected)
        buttons.addWidget(self._make)
        buttons.addWidget(self._restore)
        buttons.addWidget(button(self.tr("Open the folder"), self._open))
        buttons.addStretch(1)
        self.body.addWidget(line)
        self.body.addWidget(
            label(
                self.tr(
                    "A backup is made half an hour after a change and when the program closes; "
                    "older ones are thinned out. Going back to one keeps the database that is in "
                    "use now, and starts O1 Desk again."
                ),
                "small",
                is_wrapped=True,
            )
        )

    def look(self) -> None:
        """Look up the facts."""
        self._session.ops.read(facts_of(self._session), self._show, owner=self)

    def _show(self, facts: FolderFacts) -> None:
        number, size = QLocale().toString, QLocale().formattedDataSize
        self._facts.setText(
            self.tr(
                "Database {size}: {samples} samples, {problems} problems, {labels} labels, "
                "{messages} messages"
            ).format(
                size=size(facts.size),
                samples=number(facts.counts["sample"]),
                problems=number(facts.counts["problem"]),
                labels=number(facts.counts["label"]),
                messages=number(facts.counts["message"]),
            )
        )
        self._list.clear()
        for backup in facts.backups:
            made = local_time(backup.made.isoformat())
            item = QListWidgetItem(f"{made}    {size(backup.bytes)}    {backup.path.name}")
            item.setData(Qt.ItemDataRole.UserRole, (backup.path.name, made))
            self._list.addItem(item)
        if not facts.backups:
            nothing = QListWidgetItem(self.tr("No backup yet"))
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self._list.addItem(nothing)

    def back_up(self) -> None:
        """Make a backup now."""
        if self._session.store.is_read_only:
            return
        self._make.setEnabled(False)
        self._session.ops.long(
            self._session.store.backup, self._on_made, fail=self._on_failed, owner=self
        )

    def ask_restore(self) -> None:
        """Ask whether the chosen backup should take the place of the database."""
        chosen = self._chosen()
        if chosen is None or self._session.refuses():
            return
        name, made = chosen
        box = QMessageBox(self)
        box.setWindowTitle(self.tr("Restore a backup"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(filled(self.tr("Go back to the backup of %1?"), [made]))
        box.setInformativeText(
            self.tr(
                "What was made since then is not in it. The database of now stays in the folder "
                "'damaged' of your data, and O1 Desk starts again."
            )
        )
        box.addButton(QMessageBox.StandardButton.Ok).setText(self.tr("Restore and start again"))
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))

        def answer(pressed: int) -> None:
            box.deleteLater()
            if QMessageBox.StandardButton(pressed) is QMessageBox.StandardButton.Ok:
                self._session.restore_asked.emit(name)

        box.finished.connect(answer)
        box.open()

    def _chosen(self) -> tuple[str, str] | None:
        """Return file name and time of the backup that is chosen in the list."""
        found = [item.data(Qt.ItemDataRole.UserRole) for item in self._list.selectedItems()]
        return found[0] if found and found[0] else None

    def _on_selected(self) -> None:
        self._restore.setEnabled(self._chosen() is not None and not self._session.refusal)

    def _on_made(self, made: Backup) -> None:
        self._make.setEnabled(True)
        self._session.toast(self.tr("Backed up to {name}").format(name=made.path.name), tone="good")
        self.look()

    def _on_failed(self, error: Exception) -> None:
        self._make.setEnabled(True)
        self._session.toast(sentence_of(error), tone="bad")

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(self._session.data))))
