"""What runs measured, as series over their steps."""

from o1desk.store.access import Access
from o1desk.store.gate import number_back

# Of a step that a resumed run repeated, the later measurement: time never runs backwards.
_TIMES = """
SELECT m.step, e.t FROM (
  SELECT step, max(seq) AS seq FROM run_metric WHERE run_id = ? GROUP BY step) m
JOIN run_event e ON e.run_id = ? AND e.seq = m.seq ORDER BY m.step
"""


class Metrics:
    """Numbers over the steps of a run."""

    def __init__(self, access: Access) -> None:
        """Keep the way to the database."""
        self._access = access

    def names(self, run_id: str) -> list[str]:
        """Return which metrics a run has."""
        sql = "SELECT DISTINCT name FROM run_metric WHERE run_id = ? ORDER BY name"
        return [row[0] for row in self._access.rows(sql, (run_id,))]

    def series(self, run_id: str, name: str) -> list[tuple[int, float]]:
        """Return (step, value) in order; a value that was not finite is NaN or infinite here."""
        rows = self._access.rows(
            "SELECT step, value, value_kind FROM run_metric WHERE run_id = ? AND name = ? "
            "ORDER BY step",
            (run_id, name),
        )
        return [(step, number_back(value, kind) or 0.0) for step, value, kind in rows]

    def all(self, run_id: str) -> dict[str, list[tuple[int, float]]]:
        """Return (step, value) in order of every metric of a run, by name."""
        rows = self._access.rows(
            "SELECT name, step, value, value_kind FROM run_metric WHERE run_id = ? "
            "ORDER BY name, step",
            (run_id,),
        )
        found: dict[str, list[tuple[int, float]]] = {}
        for name, step, value, kind in rows:
            found.setdefault(name, []).append((step, number_back(value, kind) or 0.0))
        return found

    def times(self, run_id: str) -> list[tuple[int, float]]:
        """Return when each step of a run was last measured, as (step, Unix time in seconds)."""
        return [(row[0], row[1]) for row in self._access.rows(_TIMES, (run_id, run_id))]

    def last(self, run_id: str) -> dict[str, float]:
        """Return the latest value of each metric of a run."""
        rows = self._access.rows(
            "SELECT name, value, value_kind, max(step) FROM run_metric WHERE run_id = ? "
            "GROUP BY name",
            (run_id,),
        )
        return {name: number_back(value, kind) or 0.0 for name, value, kind, _ in rows}
