"""What to do and to advise when memory runs out while learning."""

from collections.abc import Callable
from typing import TypeVar

import torch

from o1desk.core.config_json import to_json
from o1desk.core.configs import RlConfig, SftConfig
from o1desk.core.errors import OutOfMemoryError
from o1desk.core.failpoint import failpoint
from o1desk.core.ladder import SHORTEST, next_rung
from o1desk.models.safety_memory import is_memory_error
from o1desk.training.session import Session

T = TypeVar("T")


def micro_tokens_of(session: Session, config: RlConfig | SftConfig) -> int:
    """Return the micro-batch in force, tokens: what the run found to fit, or less if asked for.

    A run that is tried again with less may take up a checkpoint which remembers more.
    """
    return min(session.guard.state.micro_tokens or config.micro_tokens, config.micro_tokens)


def with_less_memory(session: Session, config: RlConfig | SftConfig, work: Callable[[int], T]) -> T:
    """Do the work of one gradient; halve the micro-batch once in a run when memory runs out.

    More micro-batches of half the size give the same gradient, so the run may do this by itself.
    Every other remedy changes what is trained and belongs to the user.

    Args:
        session: The run; forgets the unfinished gradient.
        config: Its settings.
        work: Accumulates the gradient with a micro-batch of so many tokens.

    Raises:
        OutOfMemoryError: If the smaller micro-batch does not fit either.
    """
    guard, step = session.guard, session.step + 1
    micro_tokens = micro_tokens_of(session, config)
    try:
        failpoint("train.gradient")
        return work(micro_tokens)
    except (RuntimeError, MemoryError) as error:
        if not is_memory_error(error):
            raise
        detail = str(error) or type(error).__name__
    session.optimizer.zero()
    if session.policy.device.type == "cuda":
        torch.cuda.empty_cache()
    if guard.state.micro_tokens is not None or micro_tokens < 2 * SHORTEST:
        raise _give_up(config, micro_tokens, step, detail)
    guard.note_memory(step, micro_tokens // 2, detail)
    return with_less_memory(session, config, work)


def _give_up(
    config: RlConfig | SftConfig, micro_tokens: int, step: int, detail: str
) -> OutOfMemoryError:
    hint = next_rung(to_json(config) | {"micro_tokens": micro_tokens})
    advice = ", ".join(f"{name} = {value}" for name, value in hint.items())
    remedy = f"try {advice}" if advice else "close other programs or take a smaller model"
    first = (detail.splitlines() or ["no detail"])[0]
    return OutOfMemoryError(
        f"Memory ran out at step {step} ({first}); the last checkpoint was kept; {remedy}",
        dict(hint),
    )
