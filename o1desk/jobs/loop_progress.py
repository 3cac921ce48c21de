"""How far the loop is: parts of unequal length, one of which fills what the others leave.

The time of a part is planned from its share, and corrected by what the run itself teaches: the
second measurement takes as long as the first, and the training knows its limit.
"""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

LATE = 0.05  # share of a part that stays in sight when it takes longer than planned


@dataclass(frozen=True, slots=True, kw_only=True)
class LoopPart:
    """One part of the loop.

    Attributes:
        name: What it is called in events and outcomes.
        share: Its share of the whole time, planned; all shares add up to 1.
    """

    name: str
    share: float


PARTS = (
    LoopPart(name="generate", share=0.05),
    LoopPart(name="measure before", share=0.2),
    LoopPart(name="train", share=0.55),
    LoopPart(name="measure after", share=0.2),
)


class LoopProgress:
    """Foresees the rest of a loop; any thread may ask."""

    def __init__(self, whole_s: float, clock: Callable[[], float] = time.monotonic) -> None:
        """Plan the parts.

        Args:
            whole_s: Time of everything together, seconds.
            clock: Tells the time, seconds.
        """
        self._clock = clock
        self._lock = threading.Lock()
        self._planned = {part.name: part.share * whole_s for part in PARTS}
        self._names = [part.name for part in PARTS]
        self._at = -1
        self._since = self._begun = 0.0
        self._shown = 0.0
        self._is_over = False

    def enter(self, name: str, planned_s: float | None = None) -> None:
        """Begin a part.

        Args:
            name: One of `PARTS`.
            planned_s: What it will take, seconds, when that is known better than planned.
        """
        with self._lock:
            now = self._clock()
            self._begun = self._begun if self._at >= 0 else now
            if self._at >= 0 and self._names[self._at] == "measure before":
                self._planned["measure after"] = now - self._since
            if planned_s is not None:
                self._planned[name] = planned_s
            self._at, self._since = self._names.index(name), now

    def finish(self) -> None:
        """Note that every part is over."""
        with self._lock:
            self._is_over = True

    def now(self) -> tuple[str, float, float | None]:
        """Return the part at work, the share of the whole that is done, and the seconds left.

        The share never falls. Before the first part nothing is known of the rest; after the last
        the part is "".
        """
        with self._lock:
            if self._is_over:
                return "", 1.0, 0.0
            if self._at < 0:
                return "", 0.0, None
            now = self._clock()
            spent = now - self._since
            planned = self._planned[self._names[self._at]]
            rest = max(planned - spent, LATE * planned)
            left = rest + sum(self._planned[name] for name in self._names[self._at + 1 :])
            done = now - self._begun
            share = done / (done + left) if done + left > 0 else 0.0
            self._shown = max(self._shown, share)
            return self._names[self._at], self._shown, left
