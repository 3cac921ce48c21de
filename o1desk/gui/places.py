"""Things the palette can open besides pages: runs, models, conversations, datasets."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from o1desk.gui.page import Command
from o1desk.gui.session import Session

EACH = 40
translate = QCoreApplication.translate


def found_places(session: Session) -> Callable[[], list[Command]]:
    """Return a function that looks them up; it runs off the window's thread."""
    store = session.store

    def opens(page: str, **what: object) -> Callable[[], None]:
        def run() -> None:
            session.open(page, **what)

        return run

    def find() -> list[Command]:
        found = [
            Command(
                key=f"run.{run.id}",
                title=translate("places", "Run {name}").replace("{name}", run.id),
                words=f"{run.role} {run.state} {run.model}",
                run=opens("train", run=run.id),
            )
            for run in store.runs.newest(role="train", limit=EACH)
        ]
        found += [
            Command(
                key=f"chat.{chat.id}",
                title=translate("places", "Chat: {title}").replace("{title}", chat.title),
                run=opens("chat", conversation=chat.id),
            )
            for chat in store.conversations.newest(limit=EACH)
        ]
        found += [
            Command(
                key=f"dataset.{dataset.name}",
                title=translate("places", "Dataset: {name}").replace("{name}", dataset.name),
                run=opens("data", dataset=dataset.name),
            )
            for dataset in store.datasets.all()[:EACH]
        ]
        found += [
            Command(
                key=f"model.{model.ref}",
                title=translate("places", "Model: {name}").replace("{name}", model.ref),
                run=opens("models", model=model.ref),
            )
            for model in store.models.all()[:EACH]
        ]
        return found

    return find
