"""What the question at the end promises: what becomes of each kind of work that is suspended."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from o1desk.core.words import filled
from o1desk.gui.live_run import LiveRun
from o1desk.gui.pages.data.file_work import FileWork

translate = QCoreApplication.translate

LOOP, TRAIN, GENERATE = "loop", "train", "generate"


def can_resume(run: LiveRun) -> bool:
    """Return whether a run, or the training that the loop has in hand, can go on later."""
    is_training = run.role == LOOP and run.progress is not None and run.progress.phase == TRAIN
    return run.role in (TRAIN, GENERATE) or is_training


def promise(runs: Sequence[LiveRun], files: Sequence[FileWork] = ()) -> str:
    """Return what suspending will do to some runs and files, one sentence for each kind."""
    found: list[str] = []
    if any(run.role == TRAIN for run in runs):
        found.append(
            translate(
                "Closing",
                "Suspend saves a checkpoint after the step in hand; it can be resumed later.",
            )
        )
    if any(run.role == GENERATE for run in runs):
        found.append(
            translate("Closing", "Finished samples are kept, and the rest can be made later.")
        )
    found += [_of_loop(run) for run in runs if run.role == LOOP]
    others = [run.title for run in runs if run.role != LOOP and not can_resume(run)]
    others += [work.title for work in files]
    if others:
        ends = translate("Closing", "This ends and begins anew when it is wanted again: %1")
        found.append(filled(ends, [", ".join(others)]))
    return "\n".join(dict.fromkeys(found))


def _of_loop(run: LiveRun) -> str:
    if can_resume(run):
        return translate(
            "Closing",
            "The loop ends. Its training saves a checkpoint after the step in hand and can be "
            "resumed later by itself, without the measurement that would have followed.",
        )
    return translate(
        "Closing",
        "The loop ends. Its finished parts are kept; it begins anew when it is wanted again.",
    )
