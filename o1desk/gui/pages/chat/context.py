"""What a model is told of the conversation so far, and how a question travels."""

import json
import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from o1desk.core.errors import InputError
from o1desk.core.events import MAX_LINE
from o1desk.core.references import split_ref
from o1desk.gui import model_list
from o1desk.gui.pages.chat.tree import Turn

WIRE_ROOM = 2048  # bytes of a command line kept for everything besides the messages
VOTES = (4, 8, 16)
STRATEGIES = ("single", "vote")


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """How the next question is asked.

    Attributes:
        model: Reference of model and adapter ("starter@RUN:STEP").
        strategy: One of `STRATEGIES`.
        k: Chains of a vote.
        temperature: 0 takes the likeliest token.
        max_new_tokens: Longest thinking and answer together, tokens.
        is_alone: Whether the model reads the question only, not what was said before.
        is_thinking: Whether it thinks first; where the chat template has a switch for it.
    """

    model: str = "starter"
    strategy: str = "single"
    k: int = 8
    temperature: float = 0.6
    max_new_tokens: int = 512
    is_alone: bool = True
    is_thinking: bool = True

    @property
    def base(self) -> str:
        """Reference of the base model, without the adapter."""
        return split_ref(self.model)[0]

    @property
    def adapter(self) -> str:
        """Adapter to put over it ("RUN:STEP"); empty for none."""
        return split_ref(self.model)[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a model gets to read.

    Attributes:
        messages: Turns as JSON values, oldest first.
        left_out: Older turns that did not fit.
        saved_tokens: Tokens of earlier thinking that were left out on purpose.
        is_alone: Whether earlier turns were left out on purpose.
    """

    messages: list[dict[str, str]]
    left_out: int = 0
    saved_tokens: int = 0
    is_alone: bool = False


def suits_single_questions(base: str) -> bool:
    """Return whether a model was trained on single questions: earlier turns confuse the starter."""
    return base == model_list.STARTER


def alone(question: Turn) -> Context:
    """Return a question as if nothing had been said before.

    Raises:
        InputError: If it is too long to send.
    """
    context = _fitted([{"role": question.role, "content": question.text}], 0)
    return replace(context, is_alone=True)


def context_of(path: Sequence[Turn], *, drop_thinking: bool) -> Context:
    """Return what the model reads before it answers the last turn of a path.

    Answers that failed are left out; questions that would then stand side by side become one.

    Args:
        path: Turns from the first to the question.
        drop_thinking: Whether earlier chains of thought are left out.

    Raises:
        InputError: If the question alone is too long to send.
    """
    messages: list[dict[str, str]] = []
    saved = 0
    for turn in path:
        if turn.is_answer and not turn.text and not turn.thinking:
            continue
        if turn.is_answer and drop_thinking and turn.cost is not None:
            saved += turn.cost.tokens_thinking
        said = {"role": turn.role, "content": turn.text}
        if turn.is_answer and turn.thinking and not drop_thinking:
            said["thinking"] = turn.thinking
        if messages and messages[-1]["role"] == said["role"] == "user":
            messages[-1] = {"role": "user", "content": f"{messages[-1]['content']}\n\n{turn.text}"}
        else:
            messages.append(said)
    return _fitted(messages, saved)


def question_of(context: Context, choice: Choice, seed: int) -> dict[str, Any]:
    """Return the fields of an "ask" command."""
    question: dict[str, Any] = {
        "messages": context.messages,
        "adapter": choice.adapter,
        "strategy": choice.strategy,
        "sampling": {
            "max_new_tokens": choice.max_new_tokens,
            "temperature": choice.temperature,
            "seed": seed,
            "thinking": choice.is_thinking,
        },
    }
    if choice.strategy == "vote":
        question["strategy_settings"] = {"k": choice.k}
    return question


def new_seed() -> int:
    """Return a seed, so that asking again gives another answer that can be drawn once more."""
    return random.randrange(2**31)


def _fitted(messages: list[dict[str, str]], saved: int) -> Context:
    """Leave out the oldest turns until the rest fits one command line."""
    room = MAX_LINE - WIRE_ROOM
    sizes = [len(json.dumps(message)) + 2 for message in messages]
    first = 0
    while sum(sizes[first:]) > room and first < len(messages) - 1:
        first += 1
    while first < len(messages) - 1 and messages[first]["role"] == "assistant":
        first += 1
    if messages and sizes[-1] > room:
        raise InputError(
            f"The question takes {sizes[-1] // 1024} KiB, and at most {room // 1024} KiB can be "
            "sent; it was kept here, shorten it and ask again"
        )
    return Context(messages=messages[first:], left_out=first, saved_tokens=saved)
