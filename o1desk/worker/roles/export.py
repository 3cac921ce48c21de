"""Writes a model in a format that other programs read, and verifies it."""

from pathlib import Path
from typing import Any

from o1desk.core.config_json import from_json
from o1desk.core.configs import ExportConfig
from o1desk.worker.job import Job

LIVE: tuple[str, ...] = ()


def run(job: Job) -> dict[str, Any]:
    """Export the model that the configuration names.

    Returns:
        Where it is and how it was verified.

    Raises:
        InputError: For a configuration that does not fit, or a model that cannot be exported so.
    """
    from o1desk.models.export import export_model

    config = from_json(ExportConfig, job.settings)
    job.control.enter("running")
    return export_model(
        config.model, config.format, Path(config.out), kind=config.type, data=job.data
    )
