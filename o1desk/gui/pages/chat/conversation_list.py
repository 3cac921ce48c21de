"""The left side of the chat: a new chat, a search field, and every conversation."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QListView, QMenu, QVBoxLayout

from o1desk.gui.icons import icon
from o1desk.gui.pages.chat.controller import ChatController
from o1desk.gui.pages.chat.conversation_delegate import ConversationDelegate
from o1desk.gui.pages.chat.conversation_model import ID_ROLE, ConversationModel
from o1desk.gui.theme import Theme
from o1desk.gui.widgets.labels import icon_button, label


class ConversationList(QFrame):
    """Lists conversations and opens the one that is chosen."""

    def __init__(self, theme: Theme, chat: ChatController) -> None:
        """Show what the library has."""
        super().__init__()
        self.setProperty("side", "left")
        self._theme, self._chat = theme, chat
        self._model = ConversationModel(self)
        self._view = QListView()
        self.search = QLineEdit()
        self._none = label("", "muted", is_wrapped=True)
        self._build()
        self._model.renamed.connect(chat.library.rename)
        chat.library.changed.connect(self._on_library_changed)
        chat.opened.connect(self._mark)
        chat.answers.moved.connect(self._on_moved)
        chat.answers.settled.connect(self._on_moved)
        self._on_library_changed()
        self._on_moved()

    @property
    def model(self) -> ConversationModel:
        """The lines."""
        return self._model

    def rename(self) -> None:
        """Edit the title of the conversation in hand: the one with the keys, or the shown one."""
        row = self._row_in_hand()
        if row >= 0:
            self._view.scrollTo(self._model.index(row))
            self._view.setCurrentIndex(self._model.index(row))
            self._view.edit(self._model.index(row))

    def can_rename(self) -> bool:
        """Return whether there is a conversation in hand."""
        return self._row_in_hand() >= 0

    def _row_in_hand(self) -> int:
        row = self._view.currentIndex().row() if self._view.hasFocus() else -1
        return row if row >= 0 else self._model.row_of(self._chat.conversation)

    def _build(self) -> None:
        theme = self._theme
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(8), theme.px(12), theme.px(8), theme.px(12))
        layout.setSpacing(theme.px(8))
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Chats"), "lead"))
        head.addStretch(1)
        head.addWidget(
            icon_button(theme, "plus", self.tr("New chat (Ctrl+N)"), self._chat.new_chat)
        )
        layout.addLayout(head)
        self.search.setPlaceholderText(self.tr("Search chats"))
        self.search.setAccessibleName(self.tr("Search titles, questions and answers"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon(theme, "search"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.setText(self._chat.library.words)
        self.search.textChanged.connect(self._chat.library.search)
        layout.addWidget(self.search)
        layout.addWidget(self._none)
        self._build_view()
        layout.addWidget(self._view, 1)

    def _build_view(self) -> None:
        view = self._view
        view.setModel(self._model)
        view.setItemDelegate(ConversationDelegate(self._theme, view))
        view.setProperty("frame", "none")
        view.setAccessibleName(self.tr("Conversations"))
        view.setMouseTracking(True)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setEditTriggers(QListView.EditTrigger.EditKeyPressed)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._open_menu)
        view.clicked.connect(self._on_chosen)
        view.activated.connect(self._on_chosen)
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), view)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._delete_current)

    def _on_library_changed(self) -> None:
        library = self._chat.library
        self._model.show(library.found)
        is_empty = library.is_read and not library.found
        found_none = self.tr("No chat contains these words")
        self._none.setText(found_none if library.words else self.tr("Your chats appear here"))
        self._none.setVisible(is_empty)
        self._mark()

    def _mark(self) -> None:
        """Select the conversation that is shown."""
        row = self._model.row_of(self._chat.conversation)
        if row < 0:
            self._view.selectionModel().clear()
            return
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        if self._view.state() != QListView.State.EditingState:
            self._view.selectionModel().setCurrentIndex(self._model.index(row), flag)

    def _on_moved(self) -> None:
        self._model.set_busy(self._chat.answers.conversations)

    def _on_chosen(self, index: QModelIndex) -> None:
        conversation = index.data(ID_ROLE)
        if conversation != self._chat.conversation:
            self._chat.open(conversation)

    def _open_menu(self, at: QPoint) -> None:
        index = self._view.indexAt(at)
        if not index.isValid():
            return
        self._view.setCurrentIndex(index)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(icon(self._theme, "edit"), self.tr("Rename (F2)"), self._edit_current)
        menu.addAction(icon(self._theme, "trash"), self.tr("Delete"), self._delete_current)
        menu.popup(self._view.viewport().mapToGlobal(at))

    def _edit_current(self) -> None:
        self._view.edit(self._view.currentIndex())

    def _delete_current(self) -> None:
        index = self._view.currentIndex()
        if index.isValid():
            self._chat.remove(index.data(ID_ROLE))
