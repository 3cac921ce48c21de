"""`o1desk evaluate`: accuracy on held-out problems, with its interval."""

from argparse import Namespace
from pathlib import Path
from typing import Any

from o1desk.cli.desk import Desk, check_resumable, ended, say
from o1desk.cli.mix import device_of, mix_of, model_of
from o1desk.core.config_json import from_json
from o1desk.core.configs import EvaluateConfig
from o1desk.core.errors import InputError
from o1desk.core.registry import find
from o1desk.paths import data_dir


def evaluate(arguments: Namespace) -> int:
    """Evaluate a model.

    Raises:
        InputError: For settings that do not fit; nothing was written.
    """
    data = data_dir(arguments.data)
    config = {} if arguments.resume else settings(arguments, data)
    if arguments.resume:
        check_resumable(data, arguments.resume, "evaluate")
    with Desk(arguments) as desk:
        if arguments.resume:
            outcome = desk.resume(arguments.resume, title="evaluate")
        else:
            outcome = desk.run("evaluate", {"config": config}, title="evaluate")
        found = dict(outcome.results[-1].value) if outcome.results else {}
        value = {"run": outcome.run, "state": str(outcome.state), **found}
        nothing = f"run {outcome.run}: {outcome.state}, nothing was measured"
        say(arguments, sentence(found) if found else nothing, value)
        return ended(outcome)


def settings(arguments: Namespace, data: Path) -> dict[str, Any]:
    """Return the settings of the run, checked before anything is written.

    Raises:
        InputError: For settings that do not fit.
    """
    config: dict[str, Any] = {
        "model": model_of(arguments, data),
        "environments": mix_of(arguments, data),
        "count": arguments.count,
        "strategy": arguments.strategy,
        "strategy_settings": chains_of(arguments),
        "max_new_tokens": arguments.max_new_tokens,
        "temperature": arguments.temperature,
        "seed": arguments.seed,
        **device_of(arguments),
    }
    from_json(EvaluateConfig, config)
    return config


def chains_of(arguments: Namespace) -> dict[str, int]:
    """Return the settings of the strategy.

    Raises:
        UnknownNameError: If there is no such strategy.
        InputError: If a number of chains is given to a strategy that samples one, or is no number
            that a vote can have.
    """
    strategy = find("strategy", arguments.strategy)
    if arguments.chains is None:
        return {}
    if arguments.strategy == "single":
        raise InputError("--chains needs --strategy vote; nothing was written")
    settings = {"k": arguments.chains}
    strategy.factory(**settings)
    return settings


def sentence(value: dict[str, Any]) -> str:
    """Return the result in words, the environments below."""
    low, high = value["ci95"]
    head = (
        f"pass@1 {value['pass_at_1']:.3f}  95 % interval [{low:.3f}, {high:.3f}]  "
        f"n = {value['n']}  strategy {value['strategy']}"
    )
    parts = sorted(value["by_environment"].items())
    return "\n".join(
        [head, *(f"  {name:24} {part['pass_at_1']:.3f}  n = {part['n']}" for name, part in parts)]
    )
