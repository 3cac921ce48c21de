"""`o1desk train`: one run of reinforcement learning or supervised fine-tuning."""

import tomllib
from argparse import Namespace
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from o1desk.cli.desk import Desk, check_resumable, ended, say
from o1desk.cli.mix import check_mix, file_of, mix_of, trainable
from o1desk.core.config_json import from_json
from o1desk.core.configs import GenerateConfig, RlConfig, SftConfig
from o1desk.core.control import NullControl
from o1desk.core.errors import InputError
from o1desk.core.samples_io import sample_to_json
from o1desk.paths import data_dir

MOST_TRACES = 5000
OPTIONS = ("model", "seed", "device", "precision", "steps", "minutes", "dataset")
CONFIGS: Mapping[str, type[RlConfig] | type[SftConfig]] = {"rl": RlConfig, "sft": SftConfig}


def train(arguments: Namespace) -> int:
    """Train, or go on with a run that stopped.

    Raises:
        InputError: For settings that do not fit; nothing was written.
    """
    data = data_dir(arguments.data)
    if arguments.resume:
        config = {}
        check_resumable(data, arguments.resume, "train")
    else:
        config = settings(arguments, data)
    with Desk(arguments) as desk:
        if arguments.resume:
            outcome = desk.resume(arguments.resume, title="train")
        else:
            job = {"method": arguments.method, "config": config}
            inputs = solved(config, data) if needs_solver(arguments.method, config) else ()
            outcome = desk.run("train", job, title=f"train {arguments.method}", inputs=inputs)
        saved = outcome.summary.get("checkpoint")
        checkpoint = str(outcome.folder / saved) if saved else ""
        value = {
            "run": outcome.run,
            "state": str(outcome.state),
            "steps": outcome.summary.get("steps", 0),
            "final": outcome.summary.get("final", {}),
            "checkpoint": checkpoint,
        }
        where = f"adapter in {checkpoint}" if checkpoint else "no adapter was saved"
        say(arguments, f"run {outcome.run}: {outcome.state}, {where}", value)
        return ended(outcome)


def settings(arguments: Namespace, data: Path) -> dict[str, Any]:
    """Return the settings of the config file with the options of the command line on top.

    Raises:
        InputError: If the file cannot be read, or an option does not fit the method.
    """
    values: dict[str, Any] = {"model": "starter", "seed": 0}
    values |= read_toml(Path(arguments.config)) if arguments.config else {}
    given = {name: getattr(arguments, name) for name in OPTIONS}
    values |= {name: value for name, value in given.items() if value is not None}
    mix = environments_of(arguments, values, data)
    if mix is not None:
        values["environments"] = mix
    config = from_json(CONFIGS[arguments.method], values)
    if isinstance(config, SftConfig) and config.dataset:
        file_of(config.dataset)
    check_mix(config.environments, data)
    trainable(config.model, data)
    return values


def environments_of(arguments: Namespace, values: Mapping[str, Any], data: Path) -> Any:
    """Return the mix: the one that was typed, or the file's; None leaves it to the data set.

    Args:
        arguments: The command line; a level alone holds for every environment of the file.
        values: The settings, those of the file included.
        data: The data folder.

    Raises:
        UnknownNameError: For an environment or level that does not exist.
        InputError: For a level that nothing takes.
    """
    named, level = arguments.environment is not None, arguments.level
    if not named and "environments" in values:
        kept = values["environments"]
        return kept if level is None else _at_level(kept, level)
    if not named and values.get("dataset"):
        if level is not None:
            raise InputError(
                "--level needs --environment beside a data set, which brings its own levels; "
                "nothing was written"
            )
        return None
    return mix_of(arguments, data)


def _at_level(parts: Any, level: str) -> Any:
    if not isinstance(parts, list):
        return parts  # refused where the whole configuration is read
    return [{**part, "level": level} if isinstance(part, dict) else part for part in parts]


def needs_solver(method: str, config: Mapping[str, Any]) -> bool:
    """Whether fine-tuning has no data set of its own and learns from solver traces."""
    return method == "sft" and not config.get("dataset")


def solved(config: Mapping[str, Any], data: Path) -> Iterator[dict[str, Any]]:
    """Yield solver traces of the mix, frozen with the run: one epoch, at most `MOST_TRACES`."""
    from o1desk.environments import catalog
    from o1desk.generation.run import generate

    made = from_json(SftConfig, config)
    count = min(made.steps * made.batch_size, MOST_TRACES)
    plan = GenerateConfig(environments=made.environments, count=count, seed=made.seed)
    known = partial(catalog.get, data=data)
    samples = generate(plan, get_environment=known, backend=None, control=NullControl())
    return (sample_to_json(sample) for sample in samples)


def read_toml(path: Path) -> dict[str, Any]:
    """Read a config file.

    Raises:
        InputError: If it is not there or is no TOML; the message has the line.
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError(
            f"{path} cannot be read ({error.strerror}); nothing was written"
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(f"{path} is no TOML: {error}; nothing was written") from error
