"""What O1 Desk changes in an entry of reasoning-gym before it becomes a problem.

Each starter family may have a function that reshapes its entries or drops the ones that cannot be
used (None), and one that names the bare content of the question, whatever its wording. Where two
families ask the same question, `twin` tells.
"""

import ast
import re
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

Entry: TypeAlias = dict[str, Any]
_LARGEST = {"easy": 999, "medium": 9_999, "hard": 99_999}
_GSM_LINES = {"easy": (0, 3), "medium": (4, 5), "hard": (6, 99)}
_GSM_TAIL = " Give the result as your final answer. Do not include units."


def adapted(family: str, level: str, entry: Entry) -> Entry | None:
    """Return the entry as O1 Desk uses it, or None when it is of no use at this level."""
    change = _CHANGES.get(family)
    return change(entry, level) if change else entry


def identity(family: str, entry: Mapping[str, Any]) -> str:
    """Return the question apart from its wording; the question where nothing better is known."""
    name = _IDENTITIES.get(family)
    return name(entry["metadata"]) if name else str(entry["question"])


def twin(family: str, content: str) -> tuple[str, str] | None:
    """Return the family and identity under which another family asks the same question.

    Args:
        family: Name of the family.
        content: What `identity` returned.
    """
    if family != "basic_arithmetic":
        return None
    if re.fullmatch(r"\d+([+-]\d+)+", content):
        return "chain_sum", content
    if re.fullmatch(r"\d+\*\d+", content):
        return "products", _unordered(content)
    return None


def _unordered(product: str) -> str:
    return "*".join(sorted(factor.strip() for factor in product.split("*")))


def value_of(expression: str) -> int:
    """Return the value of an expression of integers, + - * and brackets.

    Raises:
        ValueError: If anything else stands in it.
    """
    return _evaluate(ast.parse(expression, mode="eval").body)


def _evaluate(node: ast.expr) -> int:
    match node:
        case ast.Constant(value=int() as number):
            return number
        case ast.UnaryOp(op=ast.USub(), operand=inner):
            return -_evaluate(inner)
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return _evaluate(left) + _evaluate(right)
        case ast.BinOp(left=left, op=ast.Sub(), right=right):
            return _evaluate(left) - _evaluate(right)
        case ast.BinOp(left=left, op=ast.Mult(), right=right):
            return _evaluate(left) * _evaluate(right)
        case _:
            raise ValueError(f"not an integer expression: {ast.dump(node)[:80]}")


def _basic_arithmetic(entry: Entry, level: str) -> Entry | None:
    """Give expressions without brackets their true value: the library goes left to right there."""
    value = value_of(entry["metadata"]["expression"])
    return {**entry, "answer": str(value)} if abs(value) <= _LARGEST[level] else None


def _products(entry: Entry, level: str) -> Entry:
    """Cut the second factor to one digit where both would be too long for the level."""
    facts = entry["metadata"]
    if level == "hard" or (level == "medium" and facts["num_digits"] == 2):
        return entry
    first, second = (int(part) for part in facts["expression"].split("*"))
    second = second % 8 + 2
    expression = f"{first} * {second}"
    question = entry["question"].replace(facts["expression"], expression)
    changed = {**facts, "expression": expression}
    return {"question": question, "answer": str(first * second), "metadata": changed}


def _simple_equations(entry: Entry, level: str) -> Entry | None:
    """Drop equations whose unknown cancelled, or whose numbers outgrow the level."""
    left, right = entry["metadata"]["equation"].split(" = ")
    vanished = entry["metadata"]["variable"] not in left
    return None if vanished or abs(int(right)) > _LARGEST[level] else entry


def _spell_backward(entry: Entry, level: str) -> Entry:  # noqa: ARG001 - shape of the table
    """Write names small too, so that one word is one problem."""
    facts = entry["metadata"]
    word = facts["word"].lower()
    question = entry["question"].replace(facts["word"], word)
    return {"question": question, "answer": word[::-1], "metadata": {**facts, "word": word}}


def _number_sorting(entry: Entry, level: str) -> Entry:
    """Answer with a plain list; write whole numbers without ".0" where there are no decimals."""
    facts = dict(entry["metadata"])
    if level != "easy":
        return {**entry, "answer": ", ".join(facts["sorted_numbers"])}
    given = ", ".join(facts["original_numbers"])
    for key in ("original_numbers", "sorted_numbers"):
        facts[key] = [str(int(float(number))) for number in facts[key]]
    question = entry["question"].replace(given, ", ".join(facts["original_numbers"]))
    return {"question": question, "answer": ", ".join(facts["sorted_numbers"]), "metadata": facts}


def _gsm_symbolic(entry: Entry, level: str) -> Entry | None:
    """Sort word problems into levels by the number of lines of their worked solution."""
    lines = [line for line in entry["metadata"]["answer_cot"].splitlines() if line.strip()]
    low, high = _GSM_LINES[level]
    return entry if low <= len(lines) <= high else None


def _jugs(entry: Entry, level: str) -> Entry | None:  # noqa: ARG001 - shape of the table
    """Drop puzzles that the library itself could not solve."""
    return None if entry["answer"] == "null" else entry


def without_tail(question: str) -> str:
    """Return a word problem without the sentence about the form of its answer."""
    return question.removesuffix(_GSM_TAIL).strip()


_CHANGES: Mapping[str, Callable[[Entry, str], Entry | None]] = {
    "basic_arithmetic": _basic_arithmetic,
    "gsm_symbolic": _gsm_symbolic,
    "jugs": _jugs,
    "number_sorting": _number_sorting,
    "products": _products,
    "simple_equations": _simple_equations,
    "spell_backward": _spell_backward,
}

# Two factors or two numbers in another order are the same content; letters of unknowns are too.
_IDENTITIES: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "base_conversion": lambda m: f"{m['source_repr']} {m['source_base']}>{m['target_base']}",
    "basic_arithmetic": lambda m: str(m["expression"]).replace(" ", ""),
    "chain_sum": lambda m: str(m["expression"]).replace(" ", ""),
    "count_bits": lambda m: str(m["number"]),
    "gcd": lambda m: " ".join(map(str, sorted(m["numbers"]))),
    "leg_counting": lambda m: ", ".join(f"{n} {a}" for a, n in sorted(m["animals"].items())),
    "letter_counting": lambda m: f"{m['target_letter']}: {' '.join(m['span'])}",
    "number_sorting": lambda m: f"{m['direction']}: {' '.join(m['original_numbers'])}",
    "products": lambda m: _unordered(str(m["expression"])),
    "simple_equations": lambda m: str(m["equation"]).replace(m["variable"], "x"),
    "spell_backward": lambda m: str(m["word"]),
}
