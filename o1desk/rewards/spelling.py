"""One spelling for the many ways people and models write the same answer."""

import re
import unicodedata

_SIGNS = str.maketrans(
    {
        "\u2212": "-",  # minus sign
        "\u2013": "-",  # en dash
        "\u00d7": "*",
        "\u22c5": "*",
        "\u00b7": "*",
        "\u00f7": "/",
        "\u00b1": "\\pm ",
        "\u221e": "\\infty ",
        "\u03c0": "\\pi ",
        "\u2264": "\\le ",
        "\u2265": "\\ge ",
        "\u00a0": " ",
        "\u200b": "",
        "\u2705": "",  # the tick that models like to put before an answer
    }
)
_THIN_GROUPS = re.compile(r"(?<=\d)[\u2009\u202f\u00a0](?=\d{3}(?!\d))")
_ROOT = re.compile(r"\u221a\s*(?:\(([^()]*)\)|([0-9a-zA-Z.]+))")
_TEXT = re.compile(r"\\(?:text|mathrm|textbf|mathbf|operatorname)\s*\{([^{}]*)\}")
_NOTHING = re.compile(r"\\[,!;:]|\\(?:left|right|displaystyle)(?![A-Za-z])|\\[()\[\]](?=\W|\w|$)")
_EMPHASIS = re.compile(r"(?<![\w)])(\*\*|__|`)(?=\S)(.+?)(?<=\S)\1(?![\w(])")
_GROUPED = re.compile(r"(?<![\d.,])(\d{1,3}(?:,\d{3})+)(?![\d,])")
_REPLACED = (
    ("{,}", ","),
    ("\\dfrac", "\\frac"),
    ("\\tfrac", "\\frac"),
    ("\\cdot", "*"),
    ("\\times", "*"),
    ("\\div", "/"),
    ("\\$", ""),
    ("\\%", "%"),
    ("\\ ", " "),
    ("~", " "),
)
_EDGES = " \t\r\n$"


def spelled(text: str) -> str:
    """Return an answer in the spelling that comparisons use.

    Unicode signs, thin spaces, thousands separators, emphasis, text wrappers, dollar signs and a
    final full stop are evened out; the mathematics is left alone.
    """
    plain = _THIN_GROUPS.sub("", unicodedata.normalize("NFC", text)).translate(_SIGNS)
    plain = _ROOT.sub(lambda found: f"\\sqrt{{{found[1] or found[2]}}}", plain)
    plain = _EMPHASIS.sub(r"\2", plain.replace("\\(", "$").replace("\\)", "$"))
    plain = _TEXT.sub(r" \1 ", _NOTHING.sub("", plain))
    for written, meant in _REPLACED:
        plain = plain.replace(written, meant)
    plain = plain.strip(_EDGES).rstrip(".").strip(_EDGES)
    return " ".join(_ungrouped(plain).split())


def _ungrouped(text: str) -> str:
    """Drop separators of thousands; inside brackets a comma may as well separate two numbers."""
    if text[:1] in "([{\\":
        return text
    return _GROUPED.sub(lambda found: found[1].replace(",", ""), text)


def letters_only(text: str) -> str:
    """Return text for a comparison of words: small letters, single spaces, no closing stop."""
    return " ".join(text.casefold().split()).rstrip(".! ")
