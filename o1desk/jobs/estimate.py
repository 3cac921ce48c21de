"""Every estimate that a page shows before something is started, behind one door.

By formula in moments (`memory_needed`, `fit`), or measured by a few real steps (`dry_run`).
"""

from o1desk.jobs.dry_run import Estimate, dry_run, duration
from o1desk.jobs.fit import Badge, Fit, fit
from o1desk.jobs.machine import Gpu, device_for, free_memory_mib, gpus
from o1desk.jobs.memory import memory_needed, need_mib
from o1desk.jobs.model_facts import ModelFacts, model_facts
from o1desk.jobs.traces import solver_traces

__all__ = [
    "Badge",
    "Estimate",
    "Fit",
    "Gpu",
    "ModelFacts",
    "device_for",
    "dry_run",
    "duration",
    "fit",
    "free_memory_mib",
    "gpus",
    "memory_needed",
    "model_facts",
    "need_mib",
    "solver_traces",
]
