"""What is looked at before a model folder is loaded: form, damage, code, memory. No torch here.

A model folder is data from a stranger. Pickles run code when they are read, so they never are;
`auto_map` asks for the folder's own Python files, so it is refused; a damaged file is named.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from o1desk.core.errors import DamagedModelError, MissingModelError
from o1desk.models.safety_tensors import TensorFile, read_header

PICKLES = (".bin", ".pt", ".ckpt", ".pth", ".pkl", ".pickle")
INDEX = "model.safetensors.index.json"
TOKENIZERS = ("tokenizer.json", "tokenizer.model", "vocab.json")
ONLY_SAFE = "only safetensors or GGUF are accepted"
_MAX_JSON_BYTES = 64 << 20  # a config or an index is kilobytes; a tokenizer is not read here


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderReport:
    """What `check_folder` found.

    Attributes:
        folder: The model folder.
        config: Content of `config.json`.
        files: The weight files, headers read.
    """

    folder: Path
    config: dict[str, Any]
    files: tuple[TensorFile, ...]

    @property
    def parameters(self) -> int:
        """Numbers in all tensors."""
        return sum(file.numbers for file in self.files)

    def needed_bytes(self, bytes_per_number: int) -> int:
        """Memory that loading takes at its peak: the weights, and one tensor on its way.

        The files are mapped, and the system takes mapped pages back when it needs them.

        Args:
            bytes_per_number: 4 for fp32, 2 for bf16, 0 when the weights go to another device.
        """
        largest = max((file.largest for file in self.files), default=0)
        return self.parameters * bytes_per_number + largest


def check_folder(folder: Path, *, needs_tokenizer: bool = True) -> FolderReport:
    """Look at a Hugging Face model folder without running or unpickling anything in it.

    Args:
        folder: The folder.
        needs_tokenizer: Whether a missing tokenizer is a fault.

    Raises:
        MissingModelError: If config, tokenizer or weights are not there.
        DamagedModelError: If a file is damaged, or wants to run code.
    """
    config = read_json(folder / "config.json", what="a model's configuration")
    if not isinstance(config, dict):
        raise DamagedModelError(f"{folder / 'config.json'} is damaged: not a JSON object")
    refuse_code(folder, config)
    files = tuple(read_header(path) for path in weight_files(folder))
    if needs_tokenizer and not any((folder / name).is_file() for name in TOKENIZERS):
        raise MissingModelError(
            f"{folder} has no tokenizer ({', '.join(TOKENIZERS)}); copy it from the model's source"
        )
    return FolderReport(folder=folder, config=config, files=files)


def refuse_code(folder: Path, config: dict[str, Any]) -> None:
    """Refuse a folder whose configuration names Python code of its own.

    Raises:
        DamagedModelError: If `auto_map` is in the model's or the tokenizer's configuration.
    """
    tokenizer: Any = {}
    if (folder / "tokenizer_config.json").is_file():
        tokenizer = read_json(folder / "tokenizer_config.json", what="the tokenizer's settings")
    for name, data in (("config.json", config), ("tokenizer_config.json", tokenizer)):
        if isinstance(data, dict) and data.get("auto_map"):
            raise DamagedModelError(
                f"{folder} asks to run Python code of its own ('auto_map' in {name}), and O1 Desk "
                "never runs code that comes with a model; use a version of the model without it"
            )


def weight_files(folder: Path) -> list[Path]:
    """Return the safetensors files of a folder, those of the index when there is one.

    Raises:
        MissingModelError: If there are none, or a shard is missing.
        DamagedModelError: If there are only pickles, or the index leads out of the folder.
    """
    index = folder / INDEX
    if index.is_file():
        return _shards(folder, read_json(index, what="the index of the weights"))
    found = sorted(folder.glob("model*.safetensors")) or sorted(folder.glob("*.safetensors"))
    if found:
        return found
    pickles = sorted(path.name for path in folder.iterdir() if path.suffix.lower() in PICKLES)
    if pickles:
        raise DamagedModelError(
            f"{folder} holds its weights as a pickle ({pickles[0]}), which could run code when it "
            f"is read; it was not opened: {ONLY_SAFE}"
        )
    ggufs = sorted(path.name for path in folder.glob("*.gguf"))
    hint = f"name the file {folder / ggufs[0]} instead" if ggufs else ONLY_SAFE
    raise MissingModelError(f"{folder} has no model weights; {hint}")


def refuse_pickle(path: Path) -> None:
    """Refuse a single file that is a pickle by its name.

    Raises:
        DamagedModelError: Always for a pickle; the file is not opened.
    """
    if path.suffix.lower() in PICKLES:
        raise DamagedModelError(
            f"{path.name} is a pickle, which could run code when it is read; it was not opened: "
            f"{ONLY_SAFE}"
        )


def read_json(path: Path, *, what: str) -> Any:
    """Read a small JSON file of a model folder.

    Raises:
        MissingModelError: If it is not there.
        DamagedModelError: If it is not JSON, or far too large.
    """
    try:
        if path.stat().st_size > _MAX_JSON_BYTES:
            raise DamagedModelError(f"{path} is damaged: too large for {what}")
        return json.loads(path.read_bytes())
    except FileNotFoundError as error:
        raise MissingModelError(
            f"{path.parent} is not a model folder: {path.name} ({what}) is missing"
        ) from error
    except (ValueError, RecursionError) as error:
        raise DamagedModelError(f"{path} is damaged: {error}") from error
    except OSError as error:
        raise DamagedModelError(f"{path} cannot be read: {error.strerror}") from error


def _shards(folder: Path, index: Any) -> list[Path]:
    table = index.get("weight_map") if isinstance(index, dict) else None
    if not isinstance(table, dict) or not table:
        raise DamagedModelError(f"{folder / INDEX} is damaged: it has no weight_map")
    paths = []
    for name in sorted({str(name) for name in table.values()}):
        if Path(name).name != name or not name.endswith(".safetensors"):
            raise DamagedModelError(
                f"{folder / INDEX} names '{name[:80]}', which is no safetensors file of this "
                f"folder: {ONLY_SAFE}"
            )
        if not (folder / name).is_file():
            raise MissingModelError(f"{folder} lacks {name}, which its index names; copy it too")
        paths.append(folder / name)
    return paths
