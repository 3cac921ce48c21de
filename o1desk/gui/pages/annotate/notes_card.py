"""Notes on the step and on the whole, and flags."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from o1desk.gui.pages.annotate.desk import AnnotationDesk
from o1desk.gui.pages.annotate.keys import hint
from o1desk.gui.pages.annotate.note_field import NoteField
from o1desk.gui.pages.annotate.rating import FLAGS
from o1desk.gui.theme import Theme
from o1desk.gui.widgets.cards import Card
from o1desk.gui.widgets.flow import FlowLayout
from o1desk.gui.widgets.labels import label


class NotesCard(Card):
    """What belongs to the sample in hand but is no rating.

    Attributes:
        step_note: Note on the step in hand.
        whole_note: Note on the whole.
        flags: Button of each flag.

    Signals:
        flagged: Word of a flag that was chosen.
    """

    flagged = Signal(str)

    def __init__(self, theme: Theme, desk: AnnotationDesk) -> None:
        """Build the fields.

        Args:
            theme: The look.
            desk: The annotation.
        """
        super().__init__(theme, self.tr("Notes and flags"))
        self._desk = desk
        self.step_note = NoteField(theme, self.tr("Note on this step"))
        self.whole_note = NoteField(theme, self.tr("Note on the whole"))
        self.body.addWidget(self.step_note)
        self.body.addWidget(self.whole_note)
        holder = QWidget()
        flow = FlowLayout(holder, gap=theme.px(4))
        self._flag_title = label("", "small")
        self.flags: dict[str, QPushButton] = {}
        for word, text in FLAGS.items():
            self.flags[word] = self._flag(word, QCoreApplication.translate("annotate", text))
            flow.addWidget(self.flags[word])
        self.body.addWidget(self._flag_title)
        self.body.addWidget(holder)
        for signal in (desk.item_changed, desk.labels_changed, desk.step_changed):
            signal.connect(self.refresh)
        self.refresh()

    def show_keys(self, keys: Mapping[str, Sequence[str]]) -> None:
        """Print the keys."""
        name, key = self.tr("Note on this step"), hint("note", keys)
        self.step_note.setPlaceholderText(f"{name} ({key})" if key else name)
        title, key = self.tr("Flag the problem"), hint("flag", keys)
        self._flag_title.setText(f"{title} ({key})" if key else title)

    def refresh(self) -> None:
        """Show what is said of what is in hand."""
        item, step = self._desk.item, self._desk.step
        step_mark = item.mark(step).note if item is not None else ""
        whole = item.mark(None) if item is not None else None
        self.step_note.show_note(item if item and item.length else None, step, step_mark)
        self.whole_note.show_note(item, None, whole.note if whole else "")
        for word, made in self.flags.items():
            made.setChecked(whole is not None and whole.flag == word)
            made.setEnabled(item is not None)

    def flush(self) -> None:
        """Store what was typed."""
        self.step_note.flush()
        self.whole_note.flush()

    def open_flags(self) -> QMenu:
        """Open the flags as a menu whose entries have digits for keys; return it."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for number, (word, text) in enumerate(FLAGS.items(), start=1):
            name = QCoreApplication.translate("annotate", text)
            action = menu.addAction(f"&{number}  {name}")
            action.setCheckable(True)
            action.setChecked(self.flags[word].isChecked())
            action.triggered.connect(self.flags[word].click)
        menu.popup(self._flag_title.mapToGlobal(QPoint(0, 0)))
        return menu

    def _flag(self, word: str, text: str) -> QPushButton:
        made = QPushButton(text)
        made.setCheckable(True)
        made.setProperty("kind", "chip")
        made.setProperty("word", word)
        made.setAccessibleName(self.tr("Flag: {name}").format(name=text))
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.clicked.connect(self._on_flag)
        return made

    def _on_flag(self) -> None:
        sender = self.sender()
        if isinstance(sender, QPushButton):
            self.flagged.emit(str(sender.property("word")))
        self.refresh()
