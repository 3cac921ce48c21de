"""Where a pre-training run stands, and the file that survives a kill."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file
from torch import Tensor

from o1desk.core.errors import InputError
from o1desk.models.decoder import Decoder
from o1desk.training.starter.optimizer import Optimizer


@dataclass(slots=True, kw_only=True)
class Position:
    """Everything but the tensors.

    Attributes:
        step: Optimizer steps taken.
        tokens: Tokens trained on, padding left out.
        seconds: Time spent in the loop, over all sittings.
        shard: Shards opened so far; the corpus is read again after the last.
        document: First document of the next step within the shard.
    """

    step: int = 0
    tokens: int = 0
    seconds: float = 0.0
    shard: int = 0
    document: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """When to stop: after minutes in the loop or after tokens, whichever comes first.

    Attributes:
        minutes: Minutes in the loop; None for no limit.
        tokens: Tokens trained on; None for no limit.
    """

    minutes: float | None = None
    tokens: int | None = None

    def progress(self, position: Position) -> float:
        """Return the share of the budget that is spent, 0 to 1."""
        by_time = position.seconds / (self.minutes * 60) if self.minutes else 0.0
        by_tokens = position.tokens / self.tokens if self.tokens else 0.0
        return min(1.0, max(by_time, by_tokens))


def save_progress(
    path: Path, decoder: Decoder, optimizer: Optimizer, position: Position, fingerprint: str = ""
) -> None:
    """Write the training state; it is there whole or not at all.

    Args:
        path: The file.
        decoder: The model.
        optimizer: Its optimizer.
        position: Where the run stands.
        fingerprint: What the run is made of; a state is continued only by the like.
    """
    tensors = {f"model.{name}": p.detach() for name, p in decoder.named_parameters()}
    tensors |= {f"optimizer.{name}": value for name, value in optimizer.state().items()}
    part = path.with_suffix(".part")
    metadata = {"position": json.dumps(asdict(position)), "fingerprint": fingerprint}
    save_file({k: v.contiguous() for k, v in tensors.items()}, part, metadata=metadata)
    part.replace(path)


def load_progress(
    path: Path, decoder: Decoder, optimizer: Optimizer, fingerprint: str = ""
) -> Position:
    """Read the training state into the model and optimizer; return the position.

    Raises:
        InputError: If the state is not readable, or another recipe, seed or shape wrote it.
    """
    try:
        with safe_open(path, framework="pt") as file:
            tensors = {key: file.get_tensor(key) for key in file.keys()}  # noqa: SIM118 - not a dict
            metadata = file.metadata()
        position = Position(**json.loads(metadata["position"]))
    except (SafetensorError, KeyError, TypeError, ValueError) as error:
        raise InputError(
            f"The training state {path} cannot be read ({error}); delete it to start over"
        ) from error
    written_by = metadata.get("fingerprint", "")
    known = bool(fingerprint and written_by)
    if (known and written_by != fingerprint) or not _fits(tensors, decoder, optimizer):
        raise InputError(
            f"The training state {path} belongs to another recipe, seed or model shape; it was "
            "left as it is: give another work folder, or delete it to start over"
        )
    for name, parameter in decoder.named_parameters():
        parameter.data.copy_(tensors[f"model.{name}"])
    head = "optimizer."
    optimizer.load({k.removeprefix(head): v for k, v in tensors.items() if k.startswith(head)})
    return position


def _fits(tensors: Mapping[str, Tensor], decoder: Decoder, optimizer: Optimizer) -> bool:
    """Whether the file has this model's parameters in their shapes, and its optimizer's."""
    wanted = {f"model.{name}": p.shape for name, p in decoder.named_parameters()}
    wanted |= {f"optimizer.{name}": value.shape for name, value in optimizer.state().items()}
    return all(name in tensors and tensors[name].shape == shape for name, shape in wanted.items())
