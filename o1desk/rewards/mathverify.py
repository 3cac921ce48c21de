"""Math-Verify in children that can be killed: at most one less than there are cores."""

import atexit
import functools
import os
import queue
from dataclasses import dataclass, field

from o1desk.rewards.child import Child, ChildFailure

LIMIT_S = 1.8  # a judgement ends within 2 s, the killing included
MEMORY_BYTES = 1536 << 20


@dataclass(frozen=True, slots=True)
class Comparison:
    """What Math-Verify said.

    Attributes:
        equal: Whether the two are the same; None if it could not say.
        reason: Why it could not say, such as "gold", "answer" or "no answer within 1.8 s".
    """

    equal: bool | None
    reason: str = ""


@dataclass(slots=True)
class MathVerify:
    """A pool of warm children.

    Attributes:
        limit_s: Wall time of a comparison, seconds.
        size: How many children there may be.
    """

    limit_s: float = LIMIT_S
    size: int = max(1, (os.cpu_count() or 2) - 1)
    _idle: "queue.LifoQueue[Child]" = field(init=False)

    def __post_init__(self) -> None:
        """Set the places; children start when they are needed."""
        self._idle = queue.LifoQueue()
        for _ in range(self.size):
            self._idle.put(Child("o1desk.rewards.mathverify_child", memory_bytes=MEMORY_BYTES))

    def compare(self, gold: str, answer: str, limit_s: float | None = None) -> Comparison:
        """Compare two expressions that passed the guard; never raises."""
        child = self._idle.get()
        try:
            request = {"gold": gold, "answer": answer}
            reply = child.ask(request, self.limit_s if limit_s is None else limit_s)
        except ChildFailure as failure:
            return Comparison(None, str(failure))
        finally:
            self._idle.put(child)
        return Comparison(reply.get("equal"), reply.get("bad") or reply.get("error") or "")

    def warm(self) -> None:
        """Start one child now, so that the first judgement does not wait for it."""
        child = self._idle.get()
        try:
            child.warm()
        finally:
            self._idle.put(child)

    @property
    def idle(self) -> int:
        """How many children are free; `size` when the pool is whole."""
        return self._idle.qsize()

    def close(self) -> None:
        """End all children; the pool can be used again."""
        children = [self._idle.get() for _ in range(self.size)]
        for child in children:
            child.close()
            self._idle.put(child)


@functools.cache
def shared() -> MathVerify:
    """Return the pool of this process; it ends with the process."""
    pool = MathVerify()
    atexit.register(pool.close)
    return pool
