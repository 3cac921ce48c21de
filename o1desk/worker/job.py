"""What a role receives: its folder, its configuration, and the wire to the user."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from o1desk.worker.control import WorkerControl
from o1desk.worker.inbox import Inbox


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One run, as its worker sees it.

    Attributes:
        folder: The run folder; the worker owns it.
        config: Everything in `config.json`.
        data: The data folder, for models and adapters of other runs; the database is off limits.
        control: Reports to the user and hears them.
        inbox: Requests of roles that answer questions.
        threads: Cores that one worker may use.
        is_resumed: Whether an earlier worker left something to go on from.
    """

    folder: Path
    config: Mapping[str, Any]
    data: Path
    control: WorkerControl
    inbox: Inbox
    threads: int
    is_resumed: bool

    @property
    def settings(self) -> Mapping[str, Any]:
        """The role's own configuration."""
        values: Mapping[str, Any] = self.config.get("config", {})
        return values
