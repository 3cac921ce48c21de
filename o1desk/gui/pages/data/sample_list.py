"""The middle of the page: the samples that pass the filter, or why there are none."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from o1desk.gui.models.paged_table import PagedTable
from o1desk.gui.ops import sentence_of
from o1desk.gui.pages.data.columns import sample_columns
from o1desk.gui.pages.data.listing import Listing, Order, listing_of
from o1desk.gui.pages.data.sample_table import SampleTable
from o1desk.gui.session import Session
from o1desk.gui.widgets.empty import EmptyState
from o1desk.store.filters import SampleFilter
from o1desk.store.measures import ORDERS

REFRESH_MS = 250
TABLE, EMPTY, NO_RESULTS = range(3)


class SampleList(QWidget):
    """A table over the store; what is chosen stays chosen by id.

    Attributes:
        view: The table.
        found: What was listed last.

    Signals:
        listed: There is another list (Listing).
        chosen: Id of the sample that the keys are at, or None.
        opened: Id of a sample that was double-clicked or entered.
        remove_asked: Ids of samples that should go (list of int).
        missed: Id of a sample that was pointed at and does not pass the filter.
    """

    listed = Signal(object)
    chosen = Signal(object)
    opened = Signal(object)
    remove_asked = Signal(object)
    missed = Signal(int)

    def __init__(
        self, session: Session, *, generate: Callable[[], None], few: Callable[[], None],
        clear: Callable[[], None],
    ) -> None:  # fmt: skip
        """Start empty.

        Args:
            session: Whose samples.
            generate: Asks what to generate.
            few: Makes a few sample problems at once.
            clear: Drops the filter.
        """
        super().__init__()
        self._session = session
        self._filter, self._order = SampleFilter(), Order()
        self._asked = self._answered = 0
        self._is_stale = False
        self._next_row: int | None = None
        self._wanted: int | None = None
        self._is_pointed = False  # somebody asked to see the wanted sample, and no other
        self.found = Listing(ids=[], facets={}, total=0)
        self._model = PagedTable(
            sample_columns(), session.store.samples.page, session.ops.read, self
        )
        self.view = SampleTable(session.theme, self._model)
        self._model.sort_asked.connect(self._on_sort)
        self.view.current_changed.connect(self.chosen)
        self.view.row_opened.connect(self.opened)
        self.view.remove_asked.connect(self._on_remove)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        for part in self._empty_states(generate, few, clear):
            self._stack.addWidget(part)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self._stack)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(REFRESH_MS)
        self._later.timeout.connect(self._look_again)

    def set_filter(self, chosen: SampleFilter) -> None:
        """List what passes a filter."""
        self._filter = chosen
        self.look()

    def look_later(self) -> None:
        """List anew in a moment, once for many changes, and never twice at a time."""
        if not self._later.isActive():
            self._later.start()

    def look(self) -> None:
        """List anew what passes the filter."""
        self._asked += 1
        store, asked = self._session.store, self._asked
        look = listing_of(store, self._filter, self._order)
        self._session.ops.read(lambda: (asked, look()), self._on_found, fail=self._on_failed)

    def select(self, row_id: int) -> None:
        """Choose a sample that another page points at; `missed` tells when it is not listed."""
        self._wanted, self._is_pointed = row_id, True
        self.view.select_id(row_id)
        self.look()  # another list may be on its way, and the sample newer than this one

    def give_up(self) -> None:
        """Choose any sample: the one that was pointed at cannot be listed."""
        self._wanted, self._is_pointed = None, False
        self._choose()

    def ids(self) -> list[int]:
        """Return what is listed, in order."""
        return self.found.ids

    def save_state(self) -> dict[str, Any]:
        """Return order, columns and the chosen sample."""
        return {
            "order": {"key": self._order.key, "descending": self._order.descending},
            "header": self.view.save_header(),
            "current": self.view.current_id(),
        }

    def restore_state(self, state: dict[str, Any]) -> None:
        """Be as `save_state` saw it."""
        order = state.get("order")
        if isinstance(order, dict):
            key, falls = str(order.get("key")), bool(order.get("descending", True))
            self._order = Order(key=key if key in ORDERS else "id", descending=falls)
        self.view.restore_header(str(state.get("header") or ""))
        current = state.get("current")
        self._wanted = current if isinstance(current, int) else None

    def _empty_states(
        self, generate: Callable[[], None], few: Callable[[], None], clear: Callable[[], None]
    ) -> tuple[EmptyState, EmptyState]:
        theme = self._session.theme
        nothing = EmptyState(
            theme, "data",
            self.tr("No samples yet. Let the solver write some with every step worked out, or drop "
                    "a JSONL file of questions and answers on the window."),
            action=(self.tr("Generate samples"), generate),
            second=(self.tr("Make 20 sample problems now"), few),
            refusal=self._session.refusal,
        )  # fmt: skip
        no_results = EmptyState(
            theme, "search", self.tr("No sample passes these filters."),
            action=(self.tr("Show everything"), clear),
        )  # fmt: skip
        return nothing, no_results

    def _look_again(self) -> None:
        if self._answered == self._asked:
            self.look()
        else:
            self._is_stale = True  # a large store takes its time: that answer comes first

    def _on_failed(self, error: Exception) -> None:
        self._answered, self._is_pointed = self._asked, False
        self._session.toast(sentence_of(error), tone="bad")

    def _on_found(self, answer: tuple[int, Listing]) -> None:
        asked, found = answer
        if asked != self._asked:
            return
        self._answered = asked
        if self._is_stale:
            self._is_stale = False
            self._later.start()
        self.found = found
        bar = self.view.verticalScrollBar()
        is_at_top = bar.value() == 0
        self._model.set_ids(found.ids)
        if is_at_top:  # new samples come there
            bar.setValue(0)
        self._stack.setCurrentIndex(TABLE if found.ids else NO_RESULTS if found.total else EMPTY)
        self._choose()
        self.listed.emit(found)

    def _choose(self) -> None:
        """Choose the sample that was asked for, else the one after what was removed, else one."""
        wanted, self._wanted = self._wanted, None
        if wanted is not None and not self.view.select_id(wanted):
            self._wanted = wanted
            if self._is_pointed:  # another one in its place would be taken for it
                self.missed.emit(wanted)
                return
        self._is_pointed = False
        if self.view.current_id() is None and self.found.ids:
            row = min(self._next_row or 0, len(self.found.ids) - 1)
            self.view.select_id(self.found.ids[row])
        self._next_row = None

    def _on_sort(self, key: str, descending: bool) -> None:
        self._order = Order(key=key, descending=descending)
        self.look()

    def _on_remove(self, ids: list[int]) -> None:
        rows = [row for each in ids if (row := self._model.row_of(each)) is not None]
        self._next_row = min(rows, default=None)
        self.remove_asked.emit(ids)
