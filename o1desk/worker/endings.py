"""How an exception becomes the last event and the exit code of a worker."""

import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from o1desk.core.errors import (
    EXIT_BUG,
    EXIT_CANCELLED,
    EXIT_MEMORY,
    Cancelled,
    FolderGoneError,
    O1DeskError,
    OutOfMemoryError,
    Suspended,
)
from o1desk.core.events import Done, Event, Failed
from o1desk.core.files import is_gone
from o1desk.core.ladder import next_rung
from o1desk.worker.memory import is_out_of_memory

logger = logging.getLogger(__name__)

SAMPLING = frozenset({"sample", "stream", "token"})  # phases in which answers are drawn


def ending_of(
    error: BaseException,
    settings: Mapping[str, Any],
    *,
    phase: str = "",
    folder: Path | None = None,
) -> tuple[Event, int]:
    """Return the last event and the exit code that an exception stands for.

    The code decides, the event explains. A traceback goes to `worker.log` where it helps: for
    bugs and for memory, not for a wrong option.

    Args:
        error: What ended the role.
        settings: The role's configuration, for the advice after running out of memory.
        phase: What the loop was doing, as it told last.
        folder: The run folder; whatever failed while it was gone failed because of that.
    """
    hint = next_rung(settings, while_sampling=phase in SAMPLING)
    if isinstance(error, Cancelled):
        outcome = "suspended" if isinstance(error, Suspended) else "cancelled"
        return Done(outcome=outcome), EXIT_CANCELLED
    if isinstance(error, OutOfMemoryError):
        advice = error.hint or hint
        return Failed(reason=error.reason, message=str(error), hint=advice), EXIT_MEMORY
    if isinstance(error, O1DeskError):
        return Failed(reason=error.reason, message=str(error)), error.exit_code
    if is_out_of_memory(error):
        logger.error("out of memory", exc_info=error)
        return _memory(error, hint), EXIT_MEMORY
    if folder is not None and is_gone(folder):
        logger.error("the run folder is gone: %s: %s", type(error).__name__, error)
        return ending_of(FolderGoneError(folder), settings)
    logger.error("the worker stopped on a bug", exc_info=error)
    message = f"{type(error).__name__}: {error}".splitlines()[0]
    return Failed(reason="bug", message=f"{message} (details in worker.log)"), EXIT_BUG


def _memory(error: BaseException, hint: Mapping[str, int]) -> Failed:
    inner = (str(error).splitlines() or [type(error).__name__])[0] or type(error).__name__
    advice = "".join(f"; try {name} = {value}" for name, value in hint.items())
    return Failed(
        reason="out_of_memory",
        message=f"Memory ran out ({inner}); the last checkpoint was kept{advice}",
        hint=hint,
    )
