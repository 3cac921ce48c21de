"""What a run is and how it ended, from its worker while it lives and from the store later."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from o1desk.core.runs import RunState

if TYPE_CHECKING:
    from o1desk.gui.live_run import LiveRun
    from o1desk.store.runs import RunRow


class RunFacts(QObject):
    """The facts of one run.

    Attributes:
        id: Its id; empty until its folder exists.
        live: Its worker's side; None for a reopened run.
        row: What the store knows; None before it was read.
    """

    def __init__(self, parent: QObject, run_id: str, live: "LiveRun | None") -> None:
        """Take what is known at once."""
        super().__init__(parent)
        self.id, self.live = run_id, live
        self.row: RunRow | None = None

    @property
    def state(self) -> RunState:
        """Where the run is."""
        if self.live is not None:
            return self.live.state
        return self.row.state if self.row is not None else RunState.QUEUED

    @property
    def is_active(self) -> bool:
        """Whether a worker is at work."""
        return self.live is not None and not self.live.is_over

    @property
    def role(self) -> str:
        """train, generate, evaluate or chat."""
        if self.live is not None:
            return self.live.role
        return self.row.role if self.row is not None else "train"

    @property
    def config(self) -> Mapping[str, Any]:
        """What its `config.json` holds."""
        if self.live is not None and self.live.config:
            return self.live.config
        return self.row.config if self.row is not None else {}

    @property
    def method(self) -> str:
        """Method of a training: rl or sft."""
        return str(self.config.get("method", "rl"))

    @property
    def settings(self) -> Mapping[str, Any]:
        """The settings of its role."""
        found = self.config.get("config", {})
        return found if isinstance(found, Mapping) else {}

    @property
    def model(self) -> str:
        """Reference of the model it started from."""
        return str(self.settings.get("model", "starter"))

    @property
    def folder(self) -> Path | None:
        """Where it lies; None until it does."""
        if self.row is not None:
            return self.row.folder
        job = None if self.live is None else self.live.job
        return None if job is None else job.run.folder

    @property
    def message(self) -> str:
        """How it ended, in one sentence; empty for a plain finish."""
        if self.live is not None and self.live.end is not None:
            return self.live.end.message
        return self.row.message if self.row is not None else ""

    @property
    def reason(self) -> str:
        """The reason of a failure; empty for others."""
        if self.live is not None and self.live.end is not None:
            return self.live.end.reason
        return self.row.reason if self.row is not None else ""

    @property
    def hint(self) -> Mapping[str, Any]:
        """Settings to try next after a failure."""
        if self.live is not None and self.live.end is not None:
            return self.live.end.hint
        return self.row.hint if self.row is not None else {}

    @property
    def summary(self) -> Mapping[str, Any]:
        """What its worker summed up."""
        if self.live is not None and self.live.end is not None:
            return self.live.end.summary
        return self.row.summary if self.row is not None else {}
