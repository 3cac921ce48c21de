"""The one gate for text and numbers that enter the database, and back.

SQLite refuses lone surrogates, turns NaN into NULL and stops at 64 bits. Models and imported files
produce all three. Nothing is normalised or replaced: what comes out is what went in.
"""

import json
import math
import re
from collections.abc import Mapping
from typing import Any

FLAG_ESCAPED = 1
FLAG_LARGE = 2

INT64 = 2**63
_SURROGATE = re.compile("[\ud800-\udfff]")
_ESCAPE = re.compile(r"\\u([0-9a-f]{4})")
_TAG = "$number"
_PLAIN = "$object"


def has_surrogate(text: str) -> bool:
    """Return whether UTF-8 cannot hold the text."""
    return _SURROGATE.search(text) is not None


def escape(text: str) -> str:
    r"""Write each lone surrogate as `\uXXXX`; a backslash before a `u` becomes `\u005c`.

    The second rule is what makes `unescape` exact for text that already holds such a sequence.
    """
    text = text.replace("\\u", "\\u005cu")
    return _SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def unescape(text: str) -> str:
    """Return what `escape` was given."""
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)


def name_text(text: str) -> str:
    """Return a name that SQLite can hold; names are looked up, so surrogates stay escaped."""
    return escape(text) if has_surrogate(text) else text


def number(value: float | None) -> tuple[float | None, str]:
    """Split a number into what SQLite can hold and its kind ("", "nan", "inf", "-inf")."""
    if value is None or math.isfinite(value):
        return value, ""
    return None, str(float(value))


def number_back(value: float | None, kind: str) -> float | None:
    """Return what `number` was given."""
    return float(kind) if kind else value


def numbers(values: Mapping[str, float | None]) -> tuple[dict[str, float | None], str]:
    """Gate several numbers of a row; the second part names the kinds of those not finite."""
    gated = {name: number(value) for name, value in values.items()}
    kinds = ",".join(f"{name}={kind}" for name, (_, kind) in gated.items() if kind)
    return {name: value for name, (value, _) in gated.items()}, kinds


def numbers_back(values: Mapping[str, float | None], kinds: str) -> dict[str, float | None]:
    """Return what `numbers` was given."""
    known = dict(pair.split("=") for pair in kinds.split(",")) if kinds else {}
    return {name: number_back(value, known.get(name, "")) for name, value in values.items()}


def integer(value: int | None) -> int | str | None:
    """Return an integer for a column of type ANY: beyond 64 bits it is kept as text."""
    if value is None or -INT64 <= value < INT64:
        return value
    return hex(value)


def integer_back(value: int | str | None) -> int | None:
    """Return what `integer` was given."""
    return int(value, 16) if isinstance(value, str) else value


def pack_json(value: Any) -> str:
    """Return JSON in ASCII that every reader accepts: no NaN, no integer beyond 64 bits.

    Such numbers are tagged objects; a mapping that looks like one is wrapped, so that the way back
    is exact. Surrogates are JSON escapes and need no flag.

    Raises:
        TypeError: If a part of the value has no JSON form.
        RecursionError: If the value is nested too deeply.
    """
    return json.dumps(_packed(value), ensure_ascii=True, allow_nan=False)


def unpack_json(text: str) -> Any:
    """Return what `pack_json` was given.

    Raises:
        ValueError: If the text is not JSON.
    """
    return json.loads(text, object_hook=_unpacked)


def _packed(value: Any) -> Any:
    if isinstance(value, float) and not math.isfinite(value):
        return {_TAG: str(value)}
    if isinstance(value, int) and not isinstance(value, bool) and not -INT64 <= value < INT64:
        return {_TAG: hex(value)}
    if isinstance(value, Mapping):
        packed = {str(key): _packed(part) for key, part in value.items()}
        is_tag = packed.keys() in ({_TAG}, {_PLAIN})
        return {_PLAIN: list(packed.items())} if is_tag else packed
    if isinstance(value, list | tuple):
        return [_packed(part) for part in value]
    return value


def _unpacked(found: dict[str, Any]) -> Any:
    if found.keys() == {_TAG}:
        text = found[_TAG]
        return int(text, 16) if "0x" in text else float(text)
    if found.keys() == {_PLAIN}:
        return dict(found[_PLAIN])
    return found
