"""Which problems are for training and which are held out.

Seeds alone cannot keep the two apart: small families repeat themselves. A problem belongs to the
held-out part when its content hash says so, whatever seed, wording or machine made it, so that
nothing evaluated was ever trained on.
"""

from typing import Literal, TypeAlias

from o1desk.core.types import Problem

Split: TypeAlias = Literal["train", "heldout"]
HELDOUT_SHARE = 8  # one problem in eight


def split_of(problem: Problem) -> Split:
    """Return the part a problem belongs to, decided by its content hash alone."""
    return "heldout" if int(problem.key[:8], 16) % HELDOUT_SHARE == 0 else "train"
