"""Expressions with precedence and brackets, reduced one operation at a time."""

import re
from collections.abc import Iterable

from typing_extensions import override

from o1desk.core.registry import register
from o1desk.core.types import Problem
from o1desk.generation.solvers.base import LineSolver, entry
from o1desk.generation.working import add, multiply

_TOKEN = re.compile(r"\d+|[-+*/()]")


@register("solver", "basic_arithmetic", title="Basic arithmetic")
class BasicArithmetic(LineSolver):
    """Innermost brackets first, then products, then sums; the rest is written out again."""

    @override
    def lines(self, problem: Problem) -> Iterable[str]:
        tokens = unwrapped(tokenise(str(entry(problem)["expression"])))
        while len(tokens) > 1:
            working, shorter = reduce_once(tokens)
            tokens = unwrapped(shorter)
            yield from working
            sign_changed = "-(" in "".join(shorter)
            if len(tokens) > 3 or sign_changed:  # a lone operation is restated by its own line
                yield written(tokens)


def tokenise(expression: str) -> list[str]:
    """Split an expression; a sign in front of a number becomes part of it."""
    tokens: list[str] = []
    for token in _TOKEN.findall(expression):
        after_operator = len(tokens) < 2 or tokens[-2] in "+-*/("
        if tokens and tokens[-1] in "+-" and token.isdigit() and after_operator:
            sign = tokens.pop()
            tokens.append(token if sign == "+" else f"-{token}")
        else:
            tokens.append(token)
    return tokens


def written(tokens: list[str]) -> str:
    """Return tokens as an expression with spaces around operators."""
    return " ".join(tokens).replace("( ", "(").replace(" )", ")")


def reduce_once(tokens: list[str]) -> tuple[list[str], list[str]]:
    """Carry out the next operation; return its working and the shorter expression."""
    start, end = _innermost(tokens)
    inside = tokens[start:end]
    at = next((i for i, t in enumerate(inside) if t in "*/"), None)
    if at is None:
        at = next(i for i, t in enumerate(inside) if i and t in "+-")
    first, second = int(inside[at - 1]), int(inside[at + 1])
    working, value = _operate(first, inside[at], second)
    short = [*inside[: at - 1], str(value), *inside[at + 2 :]]
    return working, [*tokens[:start], *short, *tokens[end:]]


def unwrapped(tokens: list[str]) -> list[str]:
    """Return the tokens without brackets that hold a single number."""
    while True:
        start, end = _innermost(tokens)
        if end - start != 1 or not start:
            return tokens
        tokens = _unwrap(tokens, start, end)


def _innermost(tokens: list[str]) -> tuple[int, int]:
    if ")" not in tokens:
        return 0, len(tokens)
    end = tokens.index(")")
    start = max(i for i in range(end) if tokens[i] == "(")
    return start + 1, end


def _unwrap(tokens: list[str], start: int, end: int) -> list[str]:
    """Drop the brackets round a single number, and a sign in front of them."""
    before, number = tokens[: start - 1], int(tokens[start])
    signed = before[-1:] == ["-"] and (len(before) == 1 or before[-2] in "+-*/(")
    if signed:
        before, number = before[:-1], -number
    return [*before, str(number), *tokens[end + 1 :]]


def _operate(first: int, operator: str, second: int) -> tuple[list[str], int]:
    if operator == "+":
        return [add(first, second)], first + second
    if operator == "-":
        return [add(first, -second)], first - second
    if operator == "*":
        return multiply(first, second), first * second
    return [f"{first}/{second}={first // second}"], first // second
