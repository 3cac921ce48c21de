"""What the stand-in model says: sums with working, as a small distribution over texts.

The distribution is explicit (a few texts with probabilities), so the log-probability of a byte is
computed, not invented: the share of the texts still possible that go on with it.
"""

import codecs
import math
import random
import re
from collections.abc import Sequence

from o1desk.core import trace
from o1desk.core.types import Message, Step, Trace

TURN = "<|assistant|>\n"
_SUM = re.compile(r"(-?\d{1,15})\s*([-+*x\u00d7])\s*(-?\d{1,15})")
_WRONG_BY = (1, -1, 10)


class Utf8:
    """Bytes to text, a character at a time."""

    def __init__(self) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")

    def feed(self, byte: int) -> str:
        """Return the character that this byte completes, or nothing."""
        return self._decoder.decode(bytes([byte]))


def render(messages: Sequence[Message], *, thinking: bool) -> str:
    """Return the prompt of a conversation; the thinking is opened, or shown as empty."""
    turns = "".join(f"<|{message.role}|>\n{message.content}\n" for message in messages)
    opening = f"{trace.OPEN}\n" if thinking else f"{trace.OPEN}\n\n{trace.CLOSE}\n\n"
    return turns + TURN + opening


def candidates(prompt: str, *, accuracy: float, steps: int, text: str) -> list[tuple[bytes, float]]:
    """Return the possible continuations of a prompt and their probabilities, summing to 1.

    A prompt that already holds part of the answer is gone on with, as a search over steps needs;
    one whose beginning the stand-in would never write is closed at once.
    """
    question, _, begun = prompt.rpartition(TURN)
    if not question:
        question, begun = prompt, ""
    texts = [(text, 1.0)] if text else _answers(question, accuracy, steps, begun)
    fitting = [(whole[len(begun) :], p) for whole, p in texts if whole.startswith(begun)]
    total = sum(p for _, p in fitting)
    if total > 0.0:
        return [(rest.encode("utf-8", "surrogatepass"), p / total) for rest, p in fitting if p]
    closing = texts[0][0].rpartition(trace.CLOSE)[2]
    if text or trace.CLOSE in begun or trace.OPEN not in begun:
        return [((text or closing.lstrip()).encode("utf-8", "surrogatepass"), 1.0)]
    return [(f"{trace.CLOSE}{closing}".encode(), 1.0)]


def draw(texts: list[tuple[bytes, float]], seed: int, end: int) -> list[tuple[int, float]]:
    """Return the tokens of one text drawn with the seed, each with its log-probability, nats."""
    weights = [p for _, p in texts]
    chosen = random.Random(seed).choices(range(len(texts)), weights)[0]
    codes = [[*body, end] for body, _ in texts]
    left, mass = list(range(len(texts))), 1.0
    drawn = []
    for position, token in enumerate(codes[chosen]):
        left = [row for row in left if codes[row][position] == token]
        share = math.fsum(weights[row] for row in left)
        drawn.append((token, min(0.0, math.log(share / mass))))
        mass = share
    return drawn


def _answers(question: str, accuracy: float, steps: int, begun: str) -> list[tuple[str, float]]:
    match = None
    for match in _SUM.finditer(question):  # noqa: B007 - the last sum is the current question
        pass
    if match is None:
        return [(_write(begun, ["I look for a sum and find none."], "I can only do sums."), 1.0)]
    left, sign, right = int(match[1]), match[2], int(match[3])
    value = {"+": left + right, "-": left - right}.get(sign, left * right)
    lines = [f"The question is {left} {sign} {right}."]
    lines += [f"Check {number}: the signs are right." for number in range(1, steps)]
    wrong = (1.0 - accuracy) / len(_WRONG_BY)
    results = [(value, accuracy), *((value + by, wrong) for by in _WRONG_BY)]
    return [
        (_write(begun, [*lines, f"{left} {sign} {right} = {result}"], str(result)), p)
        for result, p in results
    ]


def _write(begun: str, lines: list[str], answer: str) -> str:
    """Write a turn in the way it was opened: thinking, thinking shown as empty, or no marks."""
    if not begun.startswith(trace.OPEN):
        return answer
    if begun.startswith(f"{trace.OPEN}\n\n{trace.CLOSE}"):
        return trace.write(Trace(steps=(), answer=answer))
    return trace.write(Trace(steps=tuple(Step(text=line) for line in lines), answer=answer))
