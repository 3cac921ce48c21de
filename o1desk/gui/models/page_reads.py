"""Reads of a big table that run off the window's thread."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from o1desk.gui.models.columns import Column, Row

PAGE = 100
Fetch: TypeAlias = Callable[[Sequence[int]], Sequence[Row]]
IdOf: TypeAlias = Callable[[Row], int]


class PageRead:
    """Reads one page off the window's thread."""

    def __init__(
        self,
        fetch: Fetch,
        id_of: IdOf,
        ids: Sequence[int],
        place: tuple[int, int],
    ) -> None:
        """Prepare to read.

        Args:
            fetch: Reads the rows of ids.
            id_of: Returns the id of a row.
            ids: The ids of the page.
            place: Comes back with the rows.
        """
        self._fetch, self._id_of, self._ids, self._place = fetch, id_of, ids, place

    def __call__(self) -> tuple[tuple[int, int], list[Row | None]]:
        """Return the place and the rows, None for those that are gone."""
        found = {self._id_of(row): row for row in self._fetch(self._ids)}
        return self._place, [found.get(row_id) for row_id in self._ids]


class TextsRead:
    """Reads rows off the window's thread and writes them as a spreadsheet takes them."""

    def __init__(
        self,
        fetch: Fetch,
        ids: Sequence[int],
        columns: Sequence[Column],
    ) -> None:
        """Prepare to read.

        Args:
            fetch: Reads the rows of ids.
            ids: Which rows.
            columns: Which columns, in order.
        """
        self._fetch, self._ids, self._columns = fetch, ids, columns

    def __call__(self) -> str:
        """Return the cells, one row a line; rows that are gone are left out."""
        lines: list[str] = []
        for start in range(0, len(self._ids), PAGE):
            rows = self._fetch(self._ids[start : start + PAGE])
            lines.extend(self._line(row) for row in rows)
        return "\n".join(lines)

    def _line(self, row: Row) -> str:
        return "\t".join(_quoted(column.text(row)) for column in self._columns)


def _quoted(text: str) -> str:
    """Return a cell of tab separated text; quoted when it holds what separates."""
    if any(each in text for each in '\t\n\r"'):
        return '"' + text.replace('"', '""') + '"'
    return text
