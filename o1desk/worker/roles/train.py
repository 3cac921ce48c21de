"""Trains: picks the loop of the method, and lets it read from top to bottom."""

import dataclasses
import importlib
from collections.abc import Mapping
from typing import Any

from o1desk.core.config_json import from_json
from o1desk.core.configs import RlConfig, SftConfig
from o1desk.core.errors import UnknownNameError
from o1desk.worker.job import Job

LIVE = ("temperature", "learning_rate", "kl_beta", "entropy_coef")
METHODS: dict[str, tuple[type[Any], str, str]] = {
    "rl": (RlConfig, "o1desk.training.rl", "train_rl"),
    "sft": (SftConfig, "o1desk.training.sft", "train_sft"),
}


def run(job: Job) -> dict[str, Any]:
    """Train, from the last checkpoint when the run is resumed.

    Raises:
        InputError: For a method or a configuration that does not fit.
        Cancelled: When the user stopped it; suspended runs leave a checkpoint.
    """
    method = str(job.config.get("method", "rl"))
    if method not in METHODS:
        raise UnknownNameError("training method", method, METHODS)
    cls, module, function = METHODS[method]
    config = from_json(cls, job.settings)
    train = getattr(importlib.import_module(module), function)
    summary = train(config, job.folder, job.control, data=job.data, resume=job.is_resumed)
    return _plain(summary)


def _plain(summary: Any) -> dict[str, Any]:
    if dataclasses.is_dataclass(summary) and not isinstance(summary, type):
        return dataclasses.asdict(summary)
    return dict(summary) if isinstance(summary, Mapping) else {}
