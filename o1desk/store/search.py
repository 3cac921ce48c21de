"""Full-text search over prompts and traces that any text a person types survives.

The index holds words, not a second copy of the text. Chinese, Japanese and Korean have no spaces
between words, so each of their characters is a word of its own, and a phrase finds a substring.
Filters that never change for a row are words of the index too: a rare filter and a common word
meet inside the index instead of in a million rows.
"""

import hashlib
import re
import sqlite3
from collections.abc import Mapping

INDEXED_CHARS = 65_536  # a trace longer than this is searchable in its first part
UNFINISHED = 3  # letters from which on a word that nothing equals may be the beginning of one

_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff"
_WIDE = re.compile(f"([{_CJK}\U00020000-\U0003ffff])")
_UNSEARCHABLE = re.compile("[\x00\ud800-\udfff]")
_WORD = re.compile(r"\w")


def words_of(text: str) -> str:
    """Return the text as the index takes it."""
    clean = _UNSEARCHABLE.sub(" ", text[:INDEXED_CHARS])
    return _WIDE.sub(r" \1 ", clean)


def phrases_of(typed: str) -> list[str]:
    """Return what a person typed as quoted phrases; empty if nothing in it can be searched.

    What stands together without spaces ("3+4", Chinese text) must stand together in the text too.
    """
    parts = (words_of(part).replace('"', " ").strip() for part in typed.split())
    return [f'"{part}"' for part in parts if _WORD.search(part)]


def match_of(phrases: list[str], facets: Mapping[str, str], *, is_unfinished: bool) -> str:
    """Return the FTS5 query for phrases that must all occur.

    Args:
        phrases: From `phrases_of`; at least one.
        facets: Filters by name, as they were given to `index`.
        is_unfinished: Whether the last word may go on.
    """
    words = " AND ".join(phrases) + ("*" if is_unfinished else "")
    found = f"words : ({words})"
    if facets:
        found += " AND facets : (" + " AND ".join(map(_facet, facets.items())) + ")"
    return found


def may_be_unfinished(phrase: str) -> bool:
    """Return whether a last phrase that nothing equals is looked up as a beginning."""
    return len(phrase) >= UNFINISHED + len('""')


def index(
    connection: sqlite3.Connection, table: str, row_id: int, text: str, facets: Mapping[str, str]
) -> None:
    """Make a row findable; `table` is "problem" or "sample"."""
    connection.execute(
        f"INSERT INTO {table}_words (rowid, words, facets) VALUES (?, ?, ?)",  # noqa: S608
        (row_id, words_of(text), " ".join(map(_facet, facets.items()))),
    )


def _facet(facet: tuple[str, str]) -> str:
    """Return one made-up word for a filter and its value."""
    digest = hashlib.blake2s("\x1f".join(facet).encode("utf-8", "surrogatepass"), digest_size=8)
    return f"{facet[0]}{digest.hexdigest()}"
