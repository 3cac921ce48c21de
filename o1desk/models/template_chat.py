"""From a conversation to the prompt text, with the model's template or without one."""

from collections.abc import Mapping, Sequence
from typing import Any

from o1desk.core.types import Message
from o1desk.models.template import render_template

NO_TEMPLATE = "this model has no chat template; it gets plain prompts and may ramble"


def render_chat(
    template: str,
    messages: Sequence[Message],
    *,
    thinking: bool,
    special: Mapping[str, str],
) -> str:
    """Return the prompt that a template makes of a conversation, opened for the answer.

    Args:
        template: Jinja source; empty gives a plain prompt.
        messages: The conversation; earlier thinking is offered as `reasoning_content`, which
            templates keep or drop as their model was trained.
        thinking: Value of `enable_thinking`, the switch that Qwen3 introduced; templates without
            it ignore the variable.
        special: Tokens that templates name, such as `bos_token`.

    Raises:
        DamagedModelError: If the template is hostile or damaged.
        InputError: If the template refuses the conversation.
    """
    if not template:
        return plain_prompt(messages)
    variables: dict[str, Any] = {
        **special,
        "messages": [_turn(message) for message in messages],
        "add_generation_prompt": True,
        "enable_thinking": thinking,
    }
    return render_template(template, variables)


def plain_prompt(messages: Sequence[Message]) -> str:
    """Return a conversation for a model that was never taught one.

    A single question is given as it is, for completion; longer ones name the speakers.
    """
    if len(messages) == 1:
        return f"{messages[0].content}\n"
    names = {"system": "Instructions", "user": "Question", "assistant": "Answer"}
    turns = [f"{names.get(one.role, one.role)}: {one.content}\n" for one in messages]
    return "".join(turns) + "Answer:"


def _turn(message: Message) -> dict[str, str]:
    turn = {"role": message.role, "content": message.content}
    if message.thinking:
        turn["reasoning_content"] = message.thinking
    return turn
