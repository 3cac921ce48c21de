"""Figures of an answer in words: what the footer, the tooltips and the copies say."""

from PySide6.QtCore import QCoreApplication, QLocale

from o1desk.core.leaves import Efficiency
from o1desk.core.words import filled
from o1desk.gui.pages.chat.tree import Turn
from o1desk.gui.times import duration_text

translate = QCoreApplication.translate
SLOW_START_S = 0.5  # waiting for queue and loading is told from this time on, seconds


def rate_text(rate: float) -> str:
    """Return a speed: "41.3 tok/s"."""
    digits = 0 if rate >= 100 else 1
    return filled(translate("chat", "%1 tok/s"), [QLocale().toString(rate, "f", digits)])


def ms_text(value: float) -> str:
    """Return milliseconds, in seconds when there are many: "84 ms", "2.1 s"."""
    if value >= 1000:
        return duration_text(value / 1000)
    digits = 1 if value < 10 else 0
    return filled(translate("chat", "%1 ms"), [QLocale().toString(value, "f", digits)])


def mib_text(value: float) -> str:
    """Return an amount of memory: "812 MiB", "2.4 GiB"."""
    if value >= 1024:
        return filled(translate("chat", "%1 GiB"), [QLocale().toString(value / 1024, "f", 1)])
    return filled(translate("chat", "%1 MiB"), [QLocale().toString(round(value))])


def count_text(number: int) -> str:
    """Return a number with the separators of the language."""
    return QLocale().toString(number)


def percent_text(share: float) -> str:
    """Return a share of one as a percentage; what is little is not nothing: "<1 %", ">99 %"."""
    percent = str(round(100 * share))
    if share > 0.0 and percent == "0":
        percent = "<1"
    elif share < 1.0 and percent == "100":
        percent = ">99"
    return filled(translate("chat", "%1 %"), [percent])


def context_share(turn: Turn) -> float | None:
    """Return how much of the model's context an answer took, 0 to 1; None when nobody knows.

    The chains of a vote stand side by side, not one after the other, so a vote has no such share.
    """
    cost, context = turn.cost, turn.details.get("context")
    if cost is None or cost.calls != 1 or not isinstance(context, int) or context <= 0:
        return None
    return (cost.tokens_prompt + cost.tokens_thinking + cost.tokens_answer) / context


def footer_parts(turn: Turn) -> list[tuple[str, str]]:
    """Return the figures under an answer: what is shown, and how it was measured."""
    cost = turn.cost
    if cost is None:
        return []
    parts = [*_speed(cost), *_tokens(turn, cost)]
    waited = turn.details.get("waited_s")
    if isinstance(waited, float) and waited >= SLOW_START_S:
        text = filled(translate("chat", "waited %1"), [duration_text(waited)])
        why = translate(
            "chat", "Time before the model could begin: earlier questions and opening the model"
        )
        parts.append((text, why))
    return parts


def ending_text(turn: Turn) -> str:
    """Return "Finished"; empty when another line says why the answer ended."""
    is_told = turn.failure is not None or any(
        turn.details.get(name) for name in ("stopped", "truncated")
    )
    return "" if is_told else translate("chat", "Finished")


def _speed(cost: Efficiency) -> list[tuple[str, str]]:
    parts: list[tuple[str, str]] = []
    if cost.decode_tps is not None:
        why = translate(
            "chat", "Decode speed: tokens after the first, over the time after the first"
        )
        parts.append((rate_text(cost.decode_tps), why))
    if cost.ttft_ms is not None:
        why = translate("chat", "Time to first token: from the question to the first token")
        text = filled(translate("chat", "first token %1"), [ms_text(cost.ttft_ms)])
        parts.append((text, why))
    if cost.ttft_ms and cost.tokens_prompt:
        rate = rate_text(cost.tokens_prompt / (cost.ttft_ms / 1000))
        why = translate(
            "chat", "Reading speed: the %1 tokens of the prompt over the time to first token"
        )
        why = filled(why, [count_text(cost.tokens_prompt)])
        parts.append((filled(translate("chat", "prompt %1"), [rate]), why))
    return parts


def _tokens(turn: Turn, cost: Efficiency) -> list[tuple[str, str]]:
    thinking, answer = count_text(cost.tokens_thinking), count_text(cost.tokens_answer)
    text = filled(translate("chat", "%1 + %2 tokens"), [thinking, answer])
    why = translate("chat", "Tokens of the thinking + tokens of the answer")
    if cost.calls > 1:
        why = translate("chat", "Tokens of thinking + answers, all %1 chains together")
        why = filled(why, [str(cost.calls)])
    saved = turn.details.get("saved_tokens")
    if isinstance(saved, int) and saved > 0:
        more = translate("chat", "%1 tokens of earlier thinking were left out of the context")
        why = f"{why}\n{filled(more, [count_text(saved)])}"
    parts = [(text, why)]
    share = context_share(turn)
    if share is not None:
        held = translate("chat", "Prompt and answer together, of the %1 tokens the model can hold")
        parts.append(
            (
                filled(translate("chat", "context %1"), [percent_text(share)]),
                filled(held, [count_text(turn.details["context"])]),
            )
        )
    return [*parts, (duration_text(cost.seconds), translate("chat", "Wall time of the answer"))]
