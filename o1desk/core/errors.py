"""Errors that a person is meant to read: one sentence, and an exit code the command line shares.

The codes are those of the command line and of workers: 0 done, 1 bug, 2 usage, 3 cancelled or
suspended, 4 out of memory, 5 bad configuration or input.
"""

import difflib
from collections.abc import Iterable
from pathlib import Path

EXIT_DONE = 0
EXIT_BUG = 1
EXIT_USAGE = 2
EXIT_CANCELLED = 3
EXIT_MEMORY = 4
EXIT_INPUT = 5


class O1DeskError(Exception):
    """An error whose message is one sentence: what happened, what was kept, what to do.

    Attributes:
        exit_code: The process exit code that this kind of error maps to.
        reason: The `reason` of a worker's `failed` event.
    """

    exit_code = EXIT_BUG
    reason = "bug"


class InputError(O1DeskError):
    """Bad configuration or input: nothing was written."""

    exit_code = EXIT_INPUT
    reason = "bad_config"


class FolderInUseError(InputError):
    """Another O1 Desk has the data folder."""


class UnknownNameError(InputError):
    """A name that nothing answers to; the message offers the nearest known one."""

    def __init__(self, kind: str, name: str, known: Iterable[str]) -> None:
        """Describe the unknown name.

        Args:
            kind: What the name was meant to be, such as "environment".
            name: The name as it was given.
            known: Every name that would have been accepted.
        """
        self.kind = kind
        self.name = name
        choices = sorted(known)
        near = difflib.get_close_matches(name, choices, n=1, cutoff=0.3)
        listed = f"known: {', '.join(choices[:12])}" if choices else "there is none yet"
        hint = f"did you mean '{near[0]}'?" if near else listed
        super().__init__(f"There is no {kind} called '{name}'; {hint}")


class MissingModelError(InputError):
    """A model reference that leads nowhere, or to a folder that is not a model."""

    reason = "missing_model"


class DamagedModelError(InputError):
    """A model file that is corrupt or refused for safety."""

    reason = "missing_model"


class StoreUnavailableError(InputError):
    """The user's database cannot be opened or written: disk, lock or a newer version."""


class NoSpaceError(InputError):
    """The disk is too full for a write; the message names the space needed."""


class FolderGoneError(InputError):
    """The folder of a run was moved or removed under its worker."""

    def __init__(self, folder: Path) -> None:
        """Say where it was."""
        super().__init__(
            f"The run stopped because its folder {folder} is gone; what was written so far is "
            "still in it, wherever it was moved to; put it back and resume the run"
        )


class OutOfMemoryError(O1DeskError):
    """The device ran out of memory.

    Attributes:
        hint: Settings to try next, such as {"micro_batch": 4}.
    """

    exit_code = EXIT_MEMORY
    reason = "out_of_memory"

    def __init__(self, message: str, hint: dict[str, int | float | str] | None = None) -> None:
        """Keep the hint beside the sentence."""
        super().__init__(message)
        self.hint = hint or {}


class Cancelled(O1DeskError):  # noqa: N818 - a decision of the user, not a fault
    """The user asked to stop; raised at a safe point."""

    exit_code = EXIT_CANCELLED
    reason = "cancelled"


class Suspended(Cancelled):
    """The user asked to stop in such a way that the run can be resumed."""

    reason = "suspended"
