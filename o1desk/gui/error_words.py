"""What the engine says of trouble, in the language of the window.

The engine speaks English: on the command line, in logs and in the store, where an ending stays
although the language changes. The window knows the sentences that people meet and says them anew;
what it does not know stays English, under a lead in the language in force.
"""

import functools
import re
from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from o1desk.core.words import QT_TRANSLATE_NOOP, filled
from o1desk.gui.error_phrases import PHRASES
from o1desk.gui.error_sentences import SENTENCES

CONTEXT = "errors"
LEAD = QT_TRANSLATE_NOOP("errors", "Something went wrong: %1")
SYSTEM: Mapping[str, str] = {
    QT_TRANSLATE_NOOP("errors", "No space left on device"): "ENOSPC",
    QT_TRANSLATE_NOOP("errors", "Disk quota exceeded"): "EDQUOT",
    QT_TRANSLATE_NOOP("errors", "Permission denied"): "EACCES",
    QT_TRANSLATE_NOOP("errors", "Read-only file system"): "EROFS",
    QT_TRANSLATE_NOOP("errors", "No such file or directory"): "ENOENT",
    QT_TRANSLATE_NOOP("errors", "Not a directory"): "ENOTDIR",
    QT_TRANSLATE_NOOP("errors", "Is a directory"): "EISDIR",
    QT_TRANSLATE_NOOP("errors", "File exists"): "EEXIST",
    QT_TRANSLATE_NOOP("errors", "File name too long"): "ENAMETOOLONG",
    QT_TRANSLATE_NOOP("errors", "Input/output error"): "EIO",
}
"""What the system says most often, and the name of its number."""

LONGEST = 1000  # characters; longer ones are no sentences, and would take long to compare
_PLACEHOLDER = re.compile(r"%([1-9])")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")


def in_words(sentence: str) -> str:
    """Return a sentence of the engine in the language in force.

    What this version does not know stays as it is, under a lead that people can read. A sentence
    of the window itself, which is in its language already, is left alone.
    """
    known = _said(sentence, _sentences())
    if known is not None:
        return known
    lead = _translated(LEAD)
    if not sentence or lead == LEAD or _CHINESE.search(sentence):
        return sentence
    return filled(lead, [sentence])


def phrase_in_words(phrase: str) -> str:
    """Return a part of a sentence in the language in force; what is not known stays English.

    A part may be a whole sentence, such as that of a step which ended a longer piece of work.
    """
    known = _said(phrase, _phrases())
    if known is None:
        known = _said(phrase, _sentences())
    return phrase if known is None else known


_Patterns = tuple[tuple[re.Pattern[str], str, str], ...]


def _said(text: str, patterns: _Patterns) -> str | None:
    if len(text) > LONGEST:
        return None
    for pattern, template, nested in patterns:
        found = pattern.fullmatch(text)
        if found is not None:
            words = [
                phrase_in_words(word) if str(number) in nested else word
                for number, word in enumerate(found.groups(), start=1)
            ]
            return filled(_translated(template), words)
    return None


def _translated(template: str) -> str:
    return QCoreApplication.translate(CONTEXT, template)


@functools.cache
def _sentences() -> _Patterns:
    return _patterns(SENTENCES)


@functools.cache
def _phrases() -> _Patterns:
    return _patterns({**PHRASES, **dict.fromkeys(SYSTEM, "")})


def _patterns(templates: Mapping[str, str]) -> _Patterns:
    """Return expressions that know texts by their templates, those that say most first."""
    ordered = sorted(templates, key=lambda each: -len(_PLACEHOLDER.sub("", each)))
    return tuple((_expression(each), each, templates[each]) for each in ordered)


def _expression(template: str) -> re.Pattern[str]:
    parts = _PLACEHOLDER.split(template)  # texts with the numbers of placeholders between them
    texts = [re.escape(part) for part in parts[::2]]
    return re.compile("(.*?)".join(texts), re.DOTALL)
