"""The table of samples: the lesser columns leave when there is no room, until somebody chooses."""

import json

from PySide6.QtGui import QFontMetrics, QResizeEvent
from typing_extensions import override

from o1desk.gui.models.paged_table import PagedTable
from o1desk.gui.models.table_header import TableHeader, parsed
from o1desk.gui.models.table_view import TableView
from o1desk.gui.theme import Theme

# Which columns leave first when the table is narrow.
LEAVING = ("chars", "reward", "tokens_thinking", "origin", "steps", "level", "environment")
RARE = frozenset({"chars"})  # shown only when somebody asks for it
BY_HAND = "by_hand"  # in the saved header: somebody chose the columns


class SampleTable(TableView):
    """A table whose columns fit its width."""

    def __init__(self, theme: Theme, model: PagedTable) -> None:
        """Show a model."""
        super().__init__(theme, model)
        self._look, self._model = theme, model
        self._left_out: set[str] = set()
        self._is_by_hand = False
        self.setAccessibleName(self.tr("Samples"))

    def column_choices(self) -> list[tuple[str, str, bool]]:
        """Return key and title of each column, and whether it is shown."""
        hidden = self._hidden()
        return [(each.key, each.title, each.key not in hidden) for each in self._model.columns]

    def set_column_shown(self, key: str, *, is_shown: bool) -> None:
        """Show or hide a column by hand; from then on nothing is hidden by itself."""
        self._is_by_hand = True
        self._columns().set_shown(key, is_shown)

    @override
    def save_header(self) -> str:
        self._notice_choice()
        state = parsed(super().save_header())
        state[BY_HAND] = self._is_by_hand
        if not self._is_by_hand:
            state["hidden"] = []
        return json.dumps(state, sort_keys=True)

    @override
    def restore_header(self, text: str) -> None:
        state = parsed(text)
        self._is_by_hand = bool(state.get(BY_HAND))
        if self._is_by_hand:
            self._set_hidden(set())
        super().restore_header(text)
        self._fit_columns()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit_columns()
        super().resizeEvent(event)

    def _fit_columns(self) -> None:
        """Leave lesser columns out until the others have room."""
        self._notice_choice()
        if self._is_by_hand:
            return
        em = QFontMetrics(self._look.font()).horizontalAdvance("m" * 10) / 10
        widths = {each.key: each.width_em * em for each in self._model.columns}
        left_out = set(RARE)
        for key in LEAVING:
            if sum(w for k, w in widths.items() if k not in left_out) <= self.viewport().width():
                break
            left_out.add(key)
        if left_out != self._left_out:
            self._left_out = left_out
            self._set_hidden(left_out)

    def _notice_choice(self) -> None:
        """Notice that somebody used the menu of the header."""
        self._is_by_hand = self._is_by_hand or self._hidden() != self._left_out

    def _set_hidden(self, hidden: set[str]) -> None:
        for column in self._model.columns:
            self._columns().set_shown(column.key, column.key not in hidden)

    def _hidden(self) -> set[str]:
        header = self._columns()
        return {c.key for n, c in enumerate(self._model.columns) if header.isSectionHidden(n)}

    def _columns(self) -> TableHeader:
        header = self.horizontalHeader()
        assert isinstance(header, TableHeader)  # noqa: S101 - the view's own
        return header
