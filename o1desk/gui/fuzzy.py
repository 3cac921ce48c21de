"""How well what a person typed fits a title, as command palettes judge it."""


def score(typed: str, title: str, words: str = "") -> float:
    """Return a fit above 0, higher is better; 0 when a letter is missing.

    Whole words count most, then beginnings of words, then letters in order.
    """
    wanted = typed.casefold().split()
    text = f"{title} {words}".casefold()
    total = 0.0
    for part in wanted:
        best = _part(part, text)
        if best == 0.0:
            return 0.0
        total += best
    return total / max(len(wanted), 1) + 1.0 / (10 + len(title))


def _part(part: str, text: str) -> float:
    at = text.find(part)
    if at >= 0:
        begins = at == 0 or not text[at - 1].isalnum()
        return 3.0 if begins else 2.0
    position = -1
    first = 0
    for count, letter in enumerate(part):
        position = text.find(letter, position + 1)
        if position < 0:
            return 0.0
        first = position if count == 0 else first
    return len(part) / (position - first + 1)
