"""Every random state that a run draws from, taken and put back together.

The states are plain numbers and tensors, so that they can be read with `weights_only=True`.
"""

import random
from typing import Any

import numpy as np
import torch


def seeded(*parts: int | str) -> int:
    """Return a 63-bit seed that depends on every part and is the same on every machine."""
    import hashlib

    text = "\x1f".join(str(part) for part in parts)
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big") >> 1


def capture(generators: dict[str, torch.Generator]) -> dict[str, Any]:
    """Return the states of python, numpy, torch, each CUDA device and the named generators."""
    kind, keys, position, has_gauss, cached = np.random.get_state()  # noqa: NPY002 - libraries draw from it
    cuda = torch.cuda.get_rng_state_all() if torch.cuda.is_available() else []
    return {
        "python": random.getstate(),
        "numpy": [str(kind), torch.from_numpy(np.asarray(keys, dtype=np.int64)), position,
                  has_gauss, cached],
        "torch": torch.get_rng_state(),
        "cuda": list(cuda),
        "generators": {name: generator.get_state() for name, generator in generators.items()},
    }  # fmt: skip


def restore(state: dict[str, Any], generators: dict[str, torch.Generator]) -> None:
    """Put back what `capture` took; CUDA states only where the same number of devices exists."""
    version, words, gauss = state["python"]
    random.setstate((version, tuple(words), gauss))
    kind, keys, position, has_gauss, cached = state["numpy"]
    words32 = keys.numpy().astype(np.uint32)
    np.random.set_state((kind, words32, position, has_gauss, cached))  # noqa: NPY002 - see above
    torch.set_rng_state(state["torch"])
    if len(state["cuda"]) == torch.cuda.device_count():
        torch.cuda.set_rng_state_all(state["cuda"])
    for name, generator in generators.items():
        generator.set_state(state["generators"][name])
