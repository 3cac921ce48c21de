"""Words that the window translates, for rooms that know nothing of Qt."""

import re
from collections.abc import Sequence


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: ARG001, N802 - the name lupdate looks for
    """Return the text as it is; `pyside6-lupdate` finds the call and collects the text.

    Both arguments must be constants, or nothing is found.

    Args:
        context: Group of the text in the translation file, such as "settings".
        text: English text.
    """
    return text


def filled(template: str, words: Sequence[str]) -> str:
    """Return a template with its placeholders "%1" to "%9" filled in; those without a word stay."""

    def word(found: re.Match[str]) -> str:
        at = int(found[1])
        return words[at - 1] if at <= len(words) else found[0]

    return re.sub(r"%([1-9])", word, template)
