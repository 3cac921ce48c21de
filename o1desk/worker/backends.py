"""Opens the model that a role asks for, and says so when it is not quite what was asked."""

from typing import Protocol

from o1desk.core.backend import Backend
from o1desk.core.events import Log
from o1desk.worker.job import Job


class ModelChoice(Protocol):
    """The fields that every config with a model has."""

    @property
    def model(self) -> str:
        """Reference of the model."""
        ...

    @property
    def device(self) -> str:
        """auto, cpu or cuda."""
        ...

    @property
    def precision(self) -> str:
        """auto, fp32 or bf16."""
        ...


def backend_for(job: Job, choice: ModelChoice) -> Backend:
    """Open a model; a fallback in force is told to the user.

    Raises:
        MissingModelError: If the reference leads nowhere.
        DamagedModelError: If the files are corrupt or refused.
    """
    from o1desk.models.open import open_backend

    backend: Backend = open_backend(
        choice.model,
        data=job.data,
        device=choice.device,
        precision=choice.precision,
        threads=job.threads,
    )
    if backend.notice:
        job.control.emit(Log(level="info", text=backend.notice))
    return backend
