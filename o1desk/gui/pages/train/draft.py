"""What the form of a new run holds: remembered between starts, checked before anything begins.

The settings of a method are kept as what differs from their defaults, so that a later version with
better defaults is not held to the old ones.
"""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from o1desk.core.config_json import from_json, to_json
from o1desk.core.configs import MixPart, RewardPart, RlConfig, SftConfig
from o1desk.core.errors import InputError
from o1desk.environments.families import STARTER
from o1desk.gui.pages.train.presets import PRESETS, presets_of

TrainConfig: TypeAlias = RlConfig | SftConfig

CONFIGS: Mapping[str, type[RlConfig] | type[SftConfig]] = {"rl": RlConfig, "sft": SftConfig}
APART = frozenset({"model", "environments", "rewards", "dataset"})
"""Settings with a place of their own in the draft; presets leave them alone."""

TOO_HARD = "gsm_symbolic"  # for the starter, whose families are the first mix
FIRST_MIX = tuple(MixPart(environment=name) for name in STARTER if name != TOO_HARD)
FIRST_PRESET = {"rl": "five", "sft": "usual_sft"}
SOURCES = ("solver", "dataset")
MACHINE = frozenset({"seed", "device", "precision"})
"""Settings that no preset speaks of: choosing one leaves them alone."""


def _first_changes() -> dict[str, dict[str, Any]]:
    return {p.method: dict(p.changes) for p in PRESETS if p.key == FIRST_PRESET[p.method]}


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One filled-in form.

    Attributes:
        method: "rl" or "sft".
        model: Reference of the model or adapter to start from.
        environments: What is practised.
        rewards: What is rewarded; for reinforcement learning.
        source: Where fine-tuning takes its samples from: "solver" or "dataset".
        dataset: Name of the data set.
        changes: Settings by method, as far as they differ from the defaults.
    """

    method: str = "rl"
    model: str = "starter"
    environments: tuple[MixPart, ...] = FIRST_MIX
    rewards: tuple[RewardPart, ...] = field(default_factory=lambda: RlConfig().rewards)
    source: str = "solver"
    dataset: str = ""
    changes: Mapping[str, Mapping[str, Any]] = field(default_factory=_first_changes)

    @property
    def needs_solver(self) -> bool:
        """Whether samples must be written by the solvers before the training can begin."""
        return self.method == "sft" and self.source == "solver"

    @property
    def settings(self) -> dict[str, Any]:
        """The settings of the method in force, JSON values, without those of `APART`."""
        config = to_json(CONFIGS[self.method]())
        return {k: v for k, v in config.items() if k not in APART} | dict(
            self.changes.get(self.method, {})
        )

    @property
    def preset(self) -> str:
        """Key of the preset that the settings agree with; empty for none."""
        changes = self.changes.get(self.method, {})
        now = {k: v for k, v in changes.items() if k not in MACHINE}
        found = [p.key for p in presets_of(self.method) if dict(p.changes) == now]
        return found[0] if found else ""

    def config(self) -> TrainConfig:
        """Return the configuration; samples of a data set bring their own environments.

        Raises:
            InputError: For a value that does not fit, in one sentence.
        """
        values = self.settings | {"model": self.model}
        if self.method == "rl" or self.source == "solver":
            values["environments"] = [to_json(part) for part in self.environments]
        if self.method == "rl":
            values["rewards"] = [to_json(part) for part in self.rewards]
        return from_json(CONFIGS[self.method], values)

    def with_settings(self, values: Mapping[str, Any]) -> "Draft":
        """Return the draft with settings of the method in force, JSON values."""
        defaults = to_json(CONFIGS[self.method]())
        kept = {k: v for k, v in values.items() if k in defaults and k not in APART}
        changes = {k: v for k, v in kept.items() if v != defaults[k]}
        return dataclasses.replace(self, changes={**self.changes, self.method: changes})

    def with_preset(self, key: str) -> "Draft":
        """Return the draft with the settings of a preset, and its method."""
        preset = next(preset for preset in PRESETS if preset.key == key)
        machine = {k: v for k, v in self.changes.get(preset.method, {}).items() if k in MACHINE}
        changes = {**self.changes, preset.method: {**preset.changes, **machine}}
        return dataclasses.replace(self, method=preset.method, changes=changes)

    def to_json(self) -> dict[str, Any]:
        """Return JSON values."""
        return {
            "method": self.method,
            "model": self.model,
            "environments": [to_json(part) for part in self.environments],
            "rewards": [to_json(part) for part in self.rewards],
            "source": self.source,
            "dataset": self.dataset,
            "changes": {name: dict(values) for name, values in self.changes.items()},
        }


def draft_from_json(data: Any) -> Draft:
    """Return a remembered draft; what this version does not understand gets its default."""
    if not isinstance(data, Mapping):
        return Draft()
    first = Draft()
    method, source = _text(data, "method"), _text(data, "source")
    changes = data.get("changes")
    return Draft(
        method=method if method in CONFIGS else first.method,
        model=_text(data, "model") or first.model,
        environments=_parts(MixPart, data.get("environments"), first.environments),
        rewards=_parts(RewardPart, data.get("rewards"), first.rewards),
        source=source if source in SOURCES else first.source,
        dataset=_text(data, "dataset"),
        changes=_changes(changes) if isinstance(changes, Mapping) else first.changes,
    )


def samples_of(draft: Draft) -> dict[str, str]:
    """Return where the samples of a fine-tuning come from, for the run's `config.json`."""
    if draft.method != "sft":
        return {}
    return {"source": draft.source, "dataset": draft.dataset if draft.source == "dataset" else ""}


def draft_of_run(config: Mapping[str, Any], base: Draft) -> Draft:
    """Return the form that would start a run again.

    Args:
        config: The run's `config.json`: "method", and its settings under "config".
        base: Gives what the run does not say.
    """
    values = config.get("config")
    values = values if isinstance(values, Mapping) else {}
    method = str(config.get("method", "rl"))
    draft = dataclasses.replace(
        base,
        method=method if method in CONFIGS else "rl",
        model=str(values.get("model") or base.model),
        environments=_parts(MixPart, values.get("environments"), base.environments),
        rewards=_parts(RewardPart, values.get("rewards"), base.rewards),
    )
    known = _changes({draft.method: values})[draft.method]
    samples = config.get("samples")
    if isinstance(samples, Mapping) and samples.get("source") in SOURCES:
        source, dataset = str(samples["source"]), str(samples.get("dataset", ""))
        draft = dataclasses.replace(draft, source=source, dataset=dataset)
    return draft.with_settings(known)


def _text(data: Mapping[str, Any], name: str) -> str:
    value = data.get(name)
    return value if isinstance(value, str) else ""


def _parts(kind: type[Any], data: Any, default: tuple[Any, ...]) -> tuple[Any, ...]:
    if not isinstance(data, list | tuple):
        return default
    try:
        return tuple(from_json(kind, part) for part in data)
    except InputError:
        return default


def _changes(data: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Return the settings that this version still knows and accepts, one by one."""
    found: dict[str, dict[str, Any]] = {}
    for method, cls in CONFIGS.items():
        values = data.get(method)
        known = values.items() if isinstance(values, Mapping) else ()
        found[method] = {k: v for k, v in known if k not in APART and _fits(cls, k, v)}
    return found


def _fits(cls: type[Any], name: str, value: Any) -> bool:
    try:
        from_json(cls, {name: value})
    except InputError:
        return False
    return True
