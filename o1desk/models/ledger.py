"""What was sampled for each row, and which rows are finished; NumPy only.

Shapes: R rows at the start, B rows in use, S steps since the last look.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class SampledSequence:
    """One answer.

    Attributes:
        ids: Its tokens, the end-of-turn token included when it was drawn.
        logprobs: Log-probability of each under the sampled distribution, nats; at temperature 0
            under the model's own.
        finish: "stop" when it ended by itself, "length" when a limit cut it.
    """

    ids: list[int]
    logprobs: list[float]
    finish: str


class Ledger:
    """Tokens of every row, in the order of the start, whatever place a row has now.

    Attributes:
        order: Which row stands at each place in use, (B,).
        steps: Tokens drawn so far per row in use.
    """

    def __init__(self, limits: Sequence[int], ends: npt.NDArray[np.bool_]) -> None:
        """Start empty.

        Args:
            limits: Longest answer of each row, tokens, at least 1.
            ends: Whether a token ends an answer, (V,).
        """
        rows, longest = len(limits), max(limits)
        self.order: Ints = np.arange(rows)
        self.steps = 0
        self._ends = ends
        self._limits: Ints = np.array(limits, dtype=np.int64)
        self._ids: Ints = np.zeros((rows, longest), dtype=np.int64)
        self._logprobs = np.zeros((rows, longest), dtype=np.float32)
        self._lengths: Ints = np.zeros(rows, dtype=np.int64)
        self._stopped = np.zeros(rows, dtype=np.bool_)

    @property
    def alive(self) -> int:
        """Rows in use."""
        return len(self.order)

    @property
    def room(self) -> int:
        """Steps until the first row in use meets its limit."""
        return int(self._limits[self.order].min()) - self.steps if self.alive else 0

    def add(self, ids_SB: npt.NDArray[Any], logprobs_SB: npt.NDArray[Any]) -> Ints | None:
        """Record some steps and note which rows they finish.

        Args:
            ids_SB: Tokens; what a row drew after its end is ignored.
            logprobs_SB: Their log-probabilities.

        Returns:
            The places, ascending, whose rows are finished; None when there is none.
        """
        done = self.steps + len(ids_SB)
        self._ids[self.order, self.steps : done] = ids_SB.T
        self._logprobs[self.order, self.steps : done] = logprobs_SB.T
        ends_SB = self._ends[ids_SB]
        stopped = ends_SB.any(axis=0)
        finished = stopped | (self._limits[self.order] <= done)
        first, self.steps = self.steps, done
        if not finished.any():
            return None
        lengths = np.where(stopped, first + ends_SB.argmax(axis=0) + 1, done)
        rows = self.order[finished]
        self._lengths[rows] = lengths[finished]
        self._stopped[rows] = stopped[finished]
        places: Ints = finished.nonzero()[0]
        return places

    def leave(self, places: Ints) -> tuple[Ints, Ints]:
        """Take finished rows out: the last rows in use move into the gaps.

        Returns:
            Where rows move to and where they come from, equally long.
        """
        keep = self.alive - len(places)
        is_gone = np.zeros(self.alive, dtype=np.bool_)
        is_gone[places] = True
        targets = places[places < keep]
        sources: Ints = keep + (~is_gone[keep:]).nonzero()[0]
        self.order[targets] = self.order[sources]
        self.order = self.order[:keep]
        return targets, sources

    def newest(self) -> tuple[int, float]:
        """Return the token and log-probability that the first row drew last."""
        return int(self._ids[0, self.steps - 1]), float(self._logprobs[0, self.steps - 1])

    def results(self) -> list[SampledSequence]:
        """Return the answers in the order of the start."""
        return [
            SampledSequence(
                ids=self._ids[row, :length].tolist(),
                logprobs=self._logprobs[row, :length].tolist(),
                finish="stop" if self._stopped[row] else "length",
            )
            for row, length in enumerate(self._lengths.tolist())
        ]
