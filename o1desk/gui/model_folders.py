"""Models that lie in the data folder: what a person put there, and what was exported."""

from pathlib import Path

FOLDERS = ("models", "exports")
GGUF = ".gguf"


def is_model(path: Path) -> bool:
    """Return whether a path looks like a model that can be read."""
    try:
        if path.suffix.lower() == GGUF:
            return path.is_file()
        has_weights = any(path.glob("*.safetensors"))
        return path.is_dir() and (path / "config.json").is_file() and has_weights
    except (OSError, ValueError):
        return False


def models_in(data: Path) -> list[str]:
    """Return the references of the models in the folders `models` and `exports`, sorted.

    Args:
        data: The data folder.
    """
    found: list[str] = []
    for name in FOLDERS:
        try:
            paths = sorted((data / name).iterdir())
        except OSError:
            continue
        found += [str(path) for path in paths if is_model(path)]
    return found
