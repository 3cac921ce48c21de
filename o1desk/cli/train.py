"""`o1desk train`: one run of reinforcement learning or supervised fine-tuning."""

import tomllib
from argparse import Namespace
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from o1desk.cli.desk import Desk, check_resumable, ended, say
from o1desk.cli.mix import check_mix, check_model, device_of, file_of, mix_of
from o1desk.core.config_json import from_json
from o1desk.core.configs import GenerateConfig, RlConfig, SftConfig
from o1desk.core.control import NullControl
from o1desk.core.errors import InputError
from o1desk.core.samples_io import sample_to_json
from o1desk.paths import data_dir

MOST_TRACES = 5000
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
    values = read_toml(Path(arguments.config)) if arguments.config else {}
    asked_environment = arguments.environment is not None or "environments" not in values
    if asked_environment and not (arguments.method == "sft" and arguments.dataset):
        values["environments"] = mix_of(arguments, data)
    if arguments.model != "starter" or "model" not in values:
        values["model"] = arguments.model
    values |= {key: value for key, value in device_of(arguments).items() if value != "auto"}
    values.setdefault("seed", arguments.seed)
    for name in ("steps", "minutes", "dataset"):
        given = getattr(arguments, name)
        if given is not None:
            values[name] = given
    config = from_json(CONFIGS[arguments.method], values)
    if isinstance(config, SftConfig) and config.dataset:
        file_of(config.dataset)
    check_mix(config.environments, data)
    check_model(config.model, data)
    return values


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
