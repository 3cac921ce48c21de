"""Full-text search over prompts and traces that any text a person types survives.

The index holds words, not a second copy of the text. Chinese, Japanese and Korean have no spaces
between words, so each of their characters is a word of its own, and a phrase finds a substring.
"""

import re
import sqlite3

INDEXED_CHARS = 65_536  # a trace longer than this is searchable in its first part

_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff"
_WIDE = re.compile(f"([{_CJK}\U00020000-\U0003ffff])")
_UNSEARCHABLE = re.compile("[\x00\ud800-\udfff]")
_WORD = re.compile(r"\w")


def words_of(text: str) -> str:
    """Return the text as the index takes it."""
    clean = _UNSEARCHABLE.sub(" ", text[:INDEXED_CHARS])
    return _WIDE.sub(r" \1 ", clean)


def match_of(typed: str) -> str:
    """Return the FTS5 query for what a person typed; empty if nothing in it can be searched.

    All words must occur; what stands together without spaces ("3+4", Chinese text) must stand
    together in the text too; the last word may still be unfinished.
    """
    parts = (words_of(part).replace('"', " ") for part in typed.split())
    phrases = [f'"{part.strip()}"' for part in parts if _WORD.search(part)]
    return " AND ".join(phrases) + "*" if phrases else ""


def index(connection: sqlite3.Connection, table: str, row_id: int, text: str) -> None:
    """Make a row findable; `table` is "problem" or "sample"."""
    connection.execute(
        f"INSERT INTO {table}_words (rowid, words) VALUES (?, ?)",  # noqa: S608 - our own names
        (row_id, words_of(text)),
    )
