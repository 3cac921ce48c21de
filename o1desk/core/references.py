"""A model reference in its two parts: the base, and the adapter that "@RUN[:STEP]" puts over it.

Whoever needs one of the parts asks here, because a path may hold an "@" of its own.
"""

import re
from pathlib import Path

_ADAPTER = re.compile(r"(?P<base>.+)@(?P<adapter>[A-Za-z0-9][\w.-]*(?::\d+)?)", re.DOTALL)


def split_ref(ref: str) -> tuple[str, str]:
    """Return base and adapter of a reference; the adapter is "RUN", "RUN:STEP", or "" for none.

    A path that exists is that path, whatever it holds; so is the name of a .gguf file, there or
    not, because no run is called so.
    """
    text = ref.strip()
    found = None if "@" not in text or _is_path(text) else _ADAPTER.fullmatch(text)
    return (text, "") if found is None else (found["base"], found["adapter"])


def with_adapter(ref: str, adapter: str) -> str:
    """Return the reference of an adapter over the base of another reference."""
    return f"{split_ref(ref)[0]}@{adapter}"


def exists(text: str) -> bool:
    """Return whether a text names a file or folder; False for what cannot be a path."""
    try:
        return expanded(text).exists()
    except (OSError, ValueError):  # too long, or a NUL inside
        return False


def expanded(text: str) -> Path:
    """Return a path with its "~" replaced, unless that names nobody who has a home folder."""
    path = Path(text)
    try:
        return path.expanduser()
    except RuntimeError:
        return path


def _is_path(text: str) -> bool:
    return text.lower().endswith(".gguf") or exists(text)
