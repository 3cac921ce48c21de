"""Which samples are asked about in which order, and where we are among them."""

from collections.abc import Collection, Sequence

KINDS = ("unlabelled", "random", "mine", "flagged")
TRAIL = 50  # so many samples can be gone back to after a restart


class SampleQueue:
    """Rows of samples in order.

    Attributes:
        ids: The rows.
        at: Index of the one in hand.
    """

    def __init__(self) -> None:
        """Hold nothing."""
        self.ids: list[int] = []
        self.at = 0
        self._replaced: set[int] = set()

    @property
    def current(self) -> int | None:
        """The sample in hand."""
        return self.ids[self.at] if self.ids else None

    @property
    def left(self) -> int:
        """How many there are from the one in hand on."""
        return len(self.ids) - self.at

    @property
    def trail(self) -> list[int]:
        """The samples before the one in hand, as far as they are remembered."""
        return self.ids[max(0, self.at - TRAIL) : self.at]

    @property
    def following(self) -> int | None:
        """The sample after the one in hand."""
        return self.ids[self.at + 1] if self.at + 1 < len(self.ids) else None

    def fill(self, ids: Sequence[int]) -> None:
        """Begin with the first of other samples."""
        self.ids, self.at = list(ids), 0
        self._replaced.clear()

    def resume(
        self, ids: Sequence[int], current: int, trail: Sequence[int], following: int | None
    ) -> None:
        """Go on where an earlier session stopped.

        What was done since may have left the queue; it stands where it stood all the same.

        Args:
            ids: What the queue holds now.
            current: The sample that was in hand.
            trail: Those before it.
            following: The one after it; None if it was the last.
        """
        known = set(ids)
        if following in known:
            cut = ids.index(following)
        elif current in known:
            cut = ids.index(current)
        else:
            cut = len(ids) if following is None else 0
        done = {*trail, current}
        before = [row for row in ids[:cut] if row not in done] + list(trail)
        after = [row for row in ids[cut:] if row not in done]
        self.fill([*before, current, *after])
        self.at = len(before)

    def go_to(self, row_id: int) -> None:
        """Take a sample in hand, put before the present one if it is not there."""
        if row_id in self.ids:
            self.at = self.ids.index(row_id)
        else:
            self.ids.insert(self.at, row_id)

    def move(self, by: int) -> bool:
        """Go to another sample; False at the ends."""
        there = self.at + by
        if not 0 <= there < len(self.ids):
            return False
        self.at = there
        return True

    def swap(self, old: int, new: int) -> None:
        """Put a sample into the place of another and take it in hand."""
        if new in self.ids:
            self.drop(new)
        if old in self.ids:
            self.at = self.ids.index(old)
            self.ids[self.at] = new
        else:
            self.ids.insert(self.at, new)
        self._replaced.add(old)
        self._replaced.discard(new)

    def drop(self, row_id: int) -> None:
        """Leave a sample out; the next one is in hand if it was this one."""
        if row_id in self.ids:
            index = self.ids.index(row_id)
            del self.ids[index]
            if index < self.at or self.at == len(self.ids):
                self.at = max(0, self.at - 1)

    def refresh(self, fresh: Sequence[int], removed: Collection[int]) -> bool:
        """Leave out what was removed and add what is new at the end; return whether any was.

        Args:
            fresh: What may be added.
            removed: Samples that were removed; the one in hand stays.
        """
        known, before = set(self.ids), list(self.ids)
        for row_id in known.intersection(removed) - {self.current}:
            self.drop(row_id)
        self.ids += [row for row in fresh if row not in known and row not in self._replaced]
        return self.ids != before
