"""What to do and to advise when memory ran out while learning."""

import torch

from o1desk.core.configs import RlConfig
from o1desk.core.errors import OutOfMemoryError

SMALLEST_MICRO = 128  # tokens; below it an answer no longer fits


def release(device: torch.device) -> None:
    """Give cached memory of the device back."""
    if device.type == "cuda":
        torch.cuda.empty_cache()


def out_of_memory(config: RlConfig, micro_tokens: int, step: int, detail: str) -> OutOfMemoryError:
    """Return the error that ends a run whose smaller micro-batch did not fit either.

    The advice is the next rung of a fixed ladder: micro-batch, answers per problem, their length.

    Args:
        config: Settings of the run.
        micro_tokens: The micro-batch that failed last, tokens.
        step: The step that could not be made.
        detail: What the allocator said.
    """
    hint: dict[str, int | float | str]
    if micro_tokens // 2 >= SMALLEST_MICRO:
        hint = {"micro_tokens": micro_tokens // 2}
    elif config.group_size >= 4:
        hint = {"group_size": config.group_size // 2}
    else:
        hint = {"max_new_tokens": max(1, config.max_new_tokens * 3 // 4)}
    advice = ", ".join(f"{name} = {value}" for name, value in hint.items())
    first = (detail.splitlines() or ["no detail"])[0]
    return OutOfMemoryError(
        f"Memory ran out at step {step} ({first}); the last checkpoint was kept; try {advice}",
        hint,
    )
