"""What a person types to find a conversation, as a condition on its title and its messages.

Substrings, not words: chats are few beside samples, and half a word is what people type.
"""

import re
from collections.abc import Iterable

from o1desk.store.gate import escape, has_surrogate

MOST_WORDS = 12  # typed words beyond these narrow nothing
_ASCII = re.compile("[A-Z]+")
_ESCAPE = "ESCAPE '\\'"


def condition_of(typed: str) -> tuple[str, tuple[str, ...]]:
    """Return a condition on `conversation c` that holds where title or one message has all words.

    Upper and lower case are the same. Text without any word lets everything pass.
    """
    words = [_forms(word) for word in typed.split()[:MOST_WORDS]]
    if not words:
        return "1", ()
    title = " AND ".join(_any_of("c.title", forms) for forms in words)
    content = " AND ".join(_any_of("m.content", forms) for forms in words)
    patterns = tuple(_pattern(form) for forms in words for form in forms)
    exists = f"EXISTS (SELECT 1 FROM message m WHERE m.conversation_id = c.id AND {content})"  # noqa: S608
    return f"(({title}) OR {exists})", (*patterns, *patterns)


def _forms(word: str) -> list[str]:
    """Return the spellings to look for: LIKE knows upper and lower case of ASCII alone."""
    forms = (word, word.lower(), word.upper(), word.capitalize())
    return list({_ASCII.sub(_lower, form): form for form in forms}.values())


def _lower(found: re.Match[str]) -> str:
    return found[0].lower()


def _any_of(column: str, forms: Iterable[str]) -> str:
    return "(" + " OR ".join(f"{column} LIKE ? {_ESCAPE}" for _ in forms) + ")"


def _pattern(word: str) -> str:
    text = escape(word) if has_surrogate(word) else word
    for sign in ("\\", "%", "_"):
        text = text.replace(sign, "\\" + sign)
    return f"%{text}%"
