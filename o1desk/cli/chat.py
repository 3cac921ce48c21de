"""`o1desk chat`: one question, or a conversation line by line, with the thinking as it comes."""

import sys
from argparse import Namespace
from collections.abc import Iterator
from typing import Any

from o1desk.cli.desk import Desk, say
from o1desk.cli.evaluate import chains_of
from o1desk.cli.live_chat import LiveChat
from o1desk.cli.mix import device_of, model_of
from o1desk.core.config_json import from_json
from o1desk.core.configs import EvaluateConfig
from o1desk.core.errors import EXIT_DONE, InputError
from o1desk.paths import data_dir


def chat(arguments: Namespace) -> int:
    """Answer the prompt, or every line of stdin.

    Raises:
        InputError: If there is nothing to answer, or the worker could not answer.
    """
    how = question_of(arguments)
    model = model_of(arguments, data_dir(arguments.data))
    if arguments.prompt is not None and not arguments.prompt.strip():
        raise InputError("The prompt is empty; nothing was asked")
    config = {"model": model, **device_of(arguments)}
    with Desk(arguments) as desk, LiveChat(desk.manager, config, show=not arguments.json) as live:
        for prompt in prompts(arguments):
            value = live.ask(prompt, how)
            if arguments.json:
                say(arguments, "", value | judged(value.get("verdict")))
            else:
                sys.stdout.write(costs(value) + "\n")
    return EXIT_DONE


def judged(verdict: dict[str, Any] | None) -> dict[str, Any]:
    """Return the verdict in the shape of the command line: its word, and how it was found."""
    if verdict is None:
        return {"verdict": None}
    return {"verdict": verdict["judgement"], "verdict_details": verdict}


def prompts(arguments: Namespace) -> Iterator[str]:
    """Yield the questions."""
    if arguments.prompt is not None:
        yield arguments.prompt
        return
    if sys.stdin.isatty():
        sys.stderr.write("Ask anything; an empty line ends the conversation.\n")
    for line in sys.stdin:
        if not line.strip():
            return
        yield line.strip()


def question_of(arguments: Namespace) -> dict[str, Any]:
    """Return how to answer: strategy and sampling.

    Raises:
        InputError: For settings that do not fit.
    """
    drawn = {name: getattr(arguments, name) for name in ("max_new_tokens", "temperature", "seed")}
    from_json(EvaluateConfig, drawn)  # the same bounds hold wherever tokens are drawn
    return {
        "strategy": arguments.strategy,
        "strategy_settings": chains_of(arguments),
        "sampling": {**drawn, "thinking": not arguments.no_thinking},
    }


def costs(value: dict[str, Any]) -> str:
    """Return what an answer cost, in one line."""
    cost = value["efficiency"]
    parts = [f"{cost['tokens_thinking']} thinking + {cost['tokens_answer']} answer tokens"]
    if cost.get("decode_tps"):
        parts.append(f"{cost['decode_tps']:.0f} tokens/s")
    if cost.get("ttft_ms") is not None:
        parts.append(f"first token after {cost['ttft_ms']:.0f} ms")
    if value.get("truncated"):
        parts.append("cut by the length limit")
    return "  (" + ", ".join(parts) + ")"
