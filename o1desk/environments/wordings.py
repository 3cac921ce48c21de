"""Short questions for the starter families; every token counts for a small model."""

from collections.abc import Callable, Mapping
from typing import Any

from o1desk.environments.adapt import without_tail


def short_wording(family: str, question: str, facts: Mapping[str, Any]) -> str:
    """Return the short question of a problem; the original one where we have none.

    Args:
        family: Name of the family.
        question: The original question.
        facts: What reasoning-gym recorded about the problem.
    """
    if family == "gsm_symbolic":
        return without_tail(question)
    write = _SHORT.get(family)
    return write(facts) if write else question


def _legs(facts: Mapping[str, Any]) -> str:
    animals = facts["animals"].items()
    return ", ".join(f"{count} {name}{'s' if count > 1 else ''}" for name, count in animals)


_SHORT: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "base_conversion": lambda m: (
        f"Convert {m['source_repr']} from base {m['source_base']} to base {m['target_base']}"
    ),
    "basic_arithmetic": lambda m: f"Calculate {m['expression']}.".replace("( ", "(").replace(
        " )", ")"
    ),
    "chain_sum": lambda m: f"{m['expression']} =",
    "count_bits": lambda m: f"How many 1 bits has {m['number']} in binary?",
    "gcd": lambda m: f"Greatest common divisor of {' and '.join(map(str, m['numbers']))}",
    "leg_counting": lambda m: f"Count the legs: {_legs(m)}",
    "letter_counting": lambda m: (
        f'Count the letter "{m["target_letter"]}" in: {" ".join(m["span"])}'
    ),
    "number_sorting": lambda m: f"Sort {m['direction']}: {', '.join(m['original_numbers'])}",
    "products": lambda m: f"{m['expression']} =",
    "simple_equations": lambda m: f"Solve for {m['variable']}: {m['equation']}",
    "spell_backward": lambda m: f"Spell backward: {m['word']}",
}
