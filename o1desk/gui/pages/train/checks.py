"""Why a training cannot start, and what one should know before it does; one sentence each."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from o1desk.core.errors import InputError
from o1desk.gui.error_words import in_words
from o1desk.gui.pages.train.draft import Draft
from o1desk.gui.pages.train.measuring import Room

translate = QCoreApplication.translate


def reasons(draft: Draft, errors: Sequence[str], room: Room | None) -> list[str]:
    """Return what keeps a training from starting.

    Args:
        draft: The form.
        errors: What its editors cannot read.
        room: What the machine has; None before it was looked at.
    """
    found = list(errors) or _refusals(draft)
    if draft.method == "sft" and draft.source == "dataset" and not draft.dataset:
        found.append(translate("train", "Choose the data set to learn from."))
    if room is not None and not room.can_train:
        found.append(
            translate("train", "A GGUF file cannot be trained; choose the folder it was made from.")
        )
    if room is not None and room.disk_mib is not None and room.disk_mib > room.free_disk_mib:
        found.append(
            translate("train", "The disk has no room for the checkpoints; free some space.")
        )
    return found


def warnings(need_mib: float | None, room: Room | None, *, is_busy: bool) -> list[str]:
    """Return what a person should know; none of it keeps a training from starting.

    Args:
        need_mib: Memory that it will need, MiB; None when nobody can tell.
        room: What the machine has; None before it was looked at.
        is_busy: Whether another training is at work.
    """
    found = []
    free = None if room is None else room.free_mib
    if need_mib is not None and free is not None and need_mib > free:
        found.append(
            translate(
                "train",
                "It needs more memory than is free now: close something, or choose a smaller "
                "micro-batch, fewer answers or shorter ones.",
            )
        )
    if is_busy:
        found.append(translate("train", "Another training is at work; both will be slower."))
    return found


def _refusals(draft: Draft) -> list[str]:
    try:
        draft.config()
    except InputError as error:
        return [in_words(str(error))]
    return []
