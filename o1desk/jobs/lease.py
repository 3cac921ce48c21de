"""Who holds which device, and whether one more model fits beside it."""

import threading
from dataclasses import dataclass
from enum import StrEnum

# Bytes per token, hidden unit and layer that a half-precision transformer keeps for its backward
# pass without recomputation (arXiv:2205.05198, section 4.1; the attention scores are left out,
# because fused attention never stores them).
ACTIVATION_BYTES = 34
ADAM_BYTES = 16  # weight, gradient and two moments of an adapter weight, 4 bytes each
HEADROOM = 1.1  # allocators round up and fragment


@dataclass(frozen=True, slots=True, kw_only=True)
class Footprint:
    """What decides how much memory a model at work needs.

    Attributes:
        weights: Parameters of the base model.
        weight_bytes: Bytes per parameter: 4, 2, or less when quantised.
        layers: Transformer layers.
        kv_width: Key/value heads times head size.
        hidden: Width of the hidden state.
        vocabulary: Size of the vocabulary.
        rows: Sequences sampled side by side.
        tokens: Longest sequence, prompt included.
        adapter_weights: Trainable parameters; 0 when nothing is trained.
        micro_tokens: Tokens held at once while learning; 0 when nothing is trained.
    """

    weights: int
    weight_bytes: float
    layers: int
    kv_width: int
    hidden: int
    vocabulary: int
    rows: int = 1
    tokens: int = 2048
    adapter_weights: int = 0
    micro_tokens: int = 0


def estimate(footprint: Footprint) -> int:
    """Return the memory a model at work needs, bytes: weights, cache, and learning.

    Sampling and learning take turns, so only the larger of cache and activations counts.
    """
    f = footprint
    weights = f.weights * f.weight_bytes
    compute_bytes = max(2.0, min(4.0, f.weight_bytes))  # quantised weights compute in half
    cache = 2 * f.layers * f.kv_width * f.rows * f.tokens * compute_bytes
    per_token = f.layers * f.hidden * ACTIVATION_BYTES * compute_bytes / 2 + f.vocabulary * 4 * 2
    learning = f.micro_tokens * per_token
    adapter = f.adapter_weights * ADAM_BYTES
    return int((weights + adapter + max(cache, learning)) * HEADROOM)


class Advice(StrEnum):
    """What to do with a holder that is in the way."""

    BOTH = "both"
    PARK = "park"
    REFUSE = "refuse"


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """The answer to a request for a device.

    Attributes:
        advice: Both fit, the holders should park, or it will not fit at all.
        sentence: The same for people; empty when there is nothing to say.
        holders: Who should park.
    """

    advice: Advice
    sentence: str = ""
    holders: tuple[str, ...] = ()


class LeaseTable:
    """Which run holds how much of which device; thread-safe."""

    def __init__(self) -> None:
        """Start with free devices."""
        self._lock = threading.Lock()
        self._held: dict[str, dict[str, int]] = {}

    def ask(self, device: str, need: int, free: int) -> Grant:
        """Judge a request; nothing is taken yet.

        Args:
            device: Such as "cuda:0" or "cpu".
            need: What the newcomer needs, bytes.
            free: What the device has free now, bytes; holders have already taken theirs.
        """
        with self._lock:
            held = dict(self._held.get(device, {}))
        if need <= free:
            return Grant(advice=Advice.BOTH)
        figures = f"needs about {_gib(need)}, {device} has {_gib(free)} free"
        if need <= free + sum(held.values()):
            names = tuple(sorted(held))
            return Grant(
                advice=Advice.PARK,
                sentence=f"It {figures}: {', '.join(names)} must make room first",
                holders=names,
            )
        return Grant(advice=Advice.REFUSE, sentence=f"It {figures}: it does not fit")

    def take(self, device: str, holder: str, size: int) -> None:
        """Note that a run holds so many bytes of a device."""
        with self._lock:
            self._held.setdefault(device, {})[holder] = size

    def give_back(self, holder: str) -> None:
        """Forget a run on every device."""
        with self._lock:
            for holders in self._held.values():
                holders.pop(holder, None)

    def device_of(self, holder: str) -> str:
        """Return the device that a run holds something of; empty for none."""
        with self._lock:
            held = (device for device, holders in self._held.items() if holder in holders)
            return next(held, "")

    def holders(self, device: str) -> dict[str, int]:
        """Return who holds how many bytes of a device."""
        with self._lock:
            return dict(self._held.get(device, {}))


def _gib(size: int) -> str:
    return f"{size / 2**30:.1f} GiB"
