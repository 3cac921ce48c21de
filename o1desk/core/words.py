"""Marks words that the window translates, for rooms that know nothing of Qt."""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: ARG001, N802 - the name lupdate looks for
    """Return the text as it is; `pyside6-lupdate` finds the call and collects the text.

    Both arguments must be constants, or nothing is found.

    Args:
        context: Group of the text in the translation file, such as "settings".
        text: English text.
    """
    return text
