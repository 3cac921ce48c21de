"""The size of a model, read from its files without loading it.

A folder tells its shape in `config.json` and its weights in the headers of its safetensors files;
a GGUF file tells by its size.
"""

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from o1desk.core.hub_cache import snapshot_of
from o1desk.core.references import split_ref
from o1desk.paths import resources

HUB = "hub:"
MOST_HEADER = 64 << 20  # bytes of a JSON header; a larger one is damage
_ADAPTER_FILES = "checkpoints/step_*/adapter_model.safetensors"


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelFacts:
    """What decides how much memory a model needs.

    Attributes:
        kind: "folder" or "gguf".
        path: Where it lies.
        bytes: Size of its weights on disk.
        weights: Parameters; 0 when unknown (GGUF).
        layers: Transformer layers.
        hidden: Width of the hidden state.
        intermediate: Width inside the feed-forward layers.
        q_width: Query heads times head size.
        kv_width: Key/value heads times head size.
        vocabulary: Size of the vocabulary.
        context: Longest sequence it was made for, tokens.
    """

    kind: str
    path: Path
    bytes: int
    weights: int = 0
    layers: int = 0
    hidden: int = 0
    intermediate: int = 0
    q_width: int = 0
    kv_width: int = 0
    vocabulary: int = 0
    context: int = 2048


def model_facts(ref: str) -> ModelFacts | None:
    """Return the facts of a model reference; None when its files cannot tell.

    Args:
        ref: "starter", "hub:NAME", a folder or a .gguf file, with or without "@RUN:STEP".
    """
    try:
        path = _path_of(split_ref(ref)[0])
        if path.suffix.lower() == ".gguf":
            return ModelFacts(kind="gguf", path=path, bytes=path.stat().st_size)
        return _folder_facts(path)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _path_of(base: str) -> Path:
    """Return where a model lies; that of the hub must have been downloaded."""
    if base == "starter":
        return resources() / "starter"
    if base.startswith(HUB):
        folder = snapshot_of(base.removeprefix(HUB))
        if folder is None:
            raise ValueError("it is not on this machine")
        return folder
    return Path(base).expanduser()


def adapter_bytes(ref: str, data: Path) -> int:
    """Return the size of the adapter that a reference names; 0 without one, or when it is gone.

    Args:
        ref: Model reference; every checkpoint of a run has an adapter of the same size.
        data: The data folder.
    """
    try:
        run = split_ref(ref)[1].partition(":")[0]
        files = (data / "runs" / run).glob(_ADAPTER_FILES) if run else iter(())
        return max((file.stat().st_size for file in files), default=0)
    except (OSError, ValueError):
        return 0


def adapter_weights(facts: ModelFacts, rank: int, targets: Iterable[str]) -> int:
    """Return the trainable parameters of a LoRA adapter of a rank on the named layers."""
    f = facts
    shapes = {
        "q_proj": (f.hidden, f.q_width),
        "k_proj": (f.hidden, f.kv_width),
        "v_proj": (f.hidden, f.kv_width),
        "o_proj": (f.q_width, f.hidden),
        "gate_proj": (f.hidden, f.intermediate),
        "up_proj": (f.hidden, f.intermediate),
        "down_proj": (f.intermediate, f.hidden),
    }
    per_layer = sum(sum(shapes[name]) for name in targets if name in shapes)
    return f.layers * rank * per_layer


def _folder_facts(folder: Path) -> ModelFacts:
    config = _read_config(folder / "config.json")
    files = sorted(folder.glob("*.safetensors"))
    if not files:
        raise ValueError("there are no safetensors files")
    hidden, heads = int(config["hidden_size"]), int(config["num_attention_heads"])
    head_size = int(config.get("head_dim") or hidden // heads)
    return ModelFacts(
        kind="folder",
        path=folder,
        bytes=sum(file.stat().st_size for file in files),
        weights=sum(_weights_in(file) for file in files),
        layers=int(config["num_hidden_layers"]),
        hidden=hidden,
        intermediate=int(config["intermediate_size"]),
        q_width=heads * head_size,
        kv_width=int(config.get("num_key_value_heads") or heads) * head_size,
        vocabulary=int(config["vocab_size"]),
        context=int(config.get("max_position_embeddings") or 2048),
    )


def _read_config(path: Path) -> Mapping[str, Any]:
    if path.stat().st_size > MOST_HEADER:
        raise ValueError("the configuration is too large")
    config = json.loads(path.read_bytes())
    inner: Mapping[str, Any] = config.get("text_config") or config
    return inner


def _weights_in(file: Path) -> int:
    """Return the parameters in a safetensors file: 8 bytes of length, then a JSON header."""
    with file.open("rb") as stream:
        size = int.from_bytes(stream.read(8), "little")
        if not 2 <= size <= MOST_HEADER:
            raise ValueError("the header has no sensible size")
        header = json.loads(stream.read(size))
    return sum(math.prod(row["shape"]) for name, row in header.items() if name != "__metadata__")
