"""reasoning-gym in a child that can be killed, for all families but the starter's.

Their generators may search for long, some use global random states or iterate over sets, and some
scorers parse what the model wrote with sympy or Python's own evaluator. In the child all this has a
limit of time and memory, and one hash seed on every machine.
"""

import atexit
import functools
from collections.abc import Iterator, Mapping
from typing import Any

from o1desk.core.errors import InputError
from o1desk.rewards.child import Child, ChildFailure

DRAW_LIMIT_S = 120.0  # for one batch of entries
SCORE_LIMIT_S = 5.0
MEMORY_BYTES = 6 << 30  # address space; numpy and sympy map far more than they use
_BATCHES = (2, 6, 24)  # entries a question: few at first, so that a glance costs little


class Away:
    """The library in a child process; same questions as `library.Here`."""

    def __init__(self) -> None:
        """The child starts with the first question."""
        self._child = Child(
            "o1desk.environments.library_child", memory_bytes=MEMORY_BYTES, recycle_after=20_000
        )

    def entries(self, family: str, level: str, seed: int, size: int) -> Iterator[dict[str, Any]]:
        """Yield the entries of one data set, metadata as JSON values.

        Raises:
            InputError: If the family cannot be drawn from or takes too long.
        """
        start = batch = 0
        while start < size:
            stop = min(start + _BATCHES[min(batch, len(_BATCHES) - 1)], size)
            request = {"family": family, "level": level, "seed": seed, "size": size}
            yield from self._drawn({**request, "start": start, "stop": stop})
            start, batch = stop, batch + 1

    def score(self, family: str, level: str, answer: str, entry: Mapping[str, Any]) -> float:
        """Return the family's score of an answer.

        Raises:
            ChildFailure: If the scorer was late or took its process down.
            ValueError: If the scorer refused the answer.
        """
        request = {"family": family, "level": level, "answer": answer, "entry": dict(entry)}
        reply = self._child.ask(request, SCORE_LIMIT_S)
        if "score" not in reply:
            raise ValueError(str(reply.get("error", "no score")))
        return float(reply["score"])

    def close(self) -> None:
        """End the child; the next question starts another."""
        self._child.close()

    def _drawn(self, request: Mapping[str, Any]) -> list[dict[str, Any]]:
        try:
            reply = self._child.ask(request, DRAW_LIMIT_S)
        except ChildFailure as failure:
            reply = {"error": str(failure)}
        if "entries" not in reply:
            raise InputError(
                f"No problems of '{request['family']}' could be made at the level "
                f"'{request['level']}' ({reply.get('error')}); choose another level or family"
            )
        entries: list[dict[str, Any]] = reply["entries"]
        return entries


@functools.cache
def shared() -> Away:
    """Return the library's child of this process; it ends with the process."""
    away = Away()
    atexit.register(away.close)
    return away
