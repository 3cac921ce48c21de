"""Figures of an answer in words: what the footer, the tooltips and the copies say."""

from PySide6.QtCore import QCoreApplication, QLocale

from o1desk.core.leaves import Efficiency
from o1desk.gui.pages.chat.tree import Turn

translate = QCoreApplication.translate
SLOW_START_S = 0.5  # waiting for queue and loading is told from this time on, seconds


def seconds_text(seconds: float) -> str:
    """Return a duration: "0.42 s", "12 s", "3 min 5 s"."""
    if seconds < 9.95:
        digits = 2 if seconds < 0.995 else 1
        return translate("chat", "{0} s").format(QLocale().toString(seconds, "f", digits))
    if seconds < 119.5:
        return translate("chat", "{0} s").format(round(seconds))
    whole = round(seconds)
    return translate("chat", "{0} min {1} s").format(whole // 60, whole % 60)


def rate_text(rate: float) -> str:
    """Return a speed: "41.3 tok/s"."""
    digits = 0 if rate >= 100 else 1
    return translate("chat", "{0} tok/s").format(QLocale().toString(rate, "f", digits))


def ms_text(value: float) -> str:
    """Return milliseconds, in seconds when there are many: "84 ms", "2.1 s"."""
    if value >= 1000:
        return seconds_text(value / 1000)
    digits = 1 if value < 10 else 0
    return translate("chat", "{0} ms").format(QLocale().toString(value, "f", digits))


def count_text(number: int) -> str:
    """Return a number with the separators of the language."""
    return QLocale().toString(number)


def percent_text(share: float) -> str:
    """Return a share of one as a percentage."""
    return translate("chat", "{0} %").format(round(100 * share))


def footer_parts(turn: Turn) -> list[tuple[str, str]]:
    """Return the figures under an answer: what is shown, and how it was measured."""
    cost = turn.cost
    if cost is None:
        return []
    parts = [*_speed(cost), *_tokens(turn, cost)]
    waited = turn.details.get("waited_s")
    if isinstance(waited, float) and waited >= SLOW_START_S:
        text = translate("chat", "waited {0}").format(seconds_text(waited))
        why = translate(
            "chat", "Time before the model could begin: earlier questions and opening the model"
        )
        parts.append((text, why))
    return parts


def ending_text(turn: Turn) -> str:
    """Return why an answer ended; empty when nothing failed to say."""
    if turn.details.get("stopped"):
        return translate("chat", "Stopped by you")
    if turn.details.get("truncated"):
        return translate("chat", "Cut at the longest answer")
    if turn.failure is not None:
        return translate("chat", "Ended by a fault")
    return translate("chat", "Came to its end")


def _speed(cost: Efficiency) -> list[tuple[str, str]]:
    parts: list[tuple[str, str]] = []
    if cost.decode_tps is not None:
        why = translate(
            "chat", "Decode speed: tokens after the first, over the time after the first"
        )
        parts.append((rate_text(cost.decode_tps), why))
    if cost.ttft_ms is not None:
        why = translate("chat", "Time to first token: from the question to the first token")
        text = translate("chat", "first token {0}").format(ms_text(cost.ttft_ms))
        parts.append((text, why))
    if cost.ttft_ms and cost.tokens_prompt:
        rate = rate_text(cost.tokens_prompt / (cost.ttft_ms / 1000))
        why = translate(
            "chat", "Reading speed: the {0} tokens of the prompt over the time to first token"
        ).format(count_text(cost.tokens_prompt))
        parts.append((translate("chat", "prompt {0}").format(rate), why))
    return parts


def _tokens(turn: Turn, cost: Efficiency) -> list[tuple[str, str]]:
    thinking, answer = count_text(cost.tokens_thinking), count_text(cost.tokens_answer)
    text = translate("chat", "{0} + {1} tokens").format(thinking, answer)
    why = translate("chat", "Tokens of the thinking + tokens of the answer")
    if cost.calls > 1:
        why = translate("chat", "Tokens of thinking + answers, all {0} chains together").format(
            cost.calls
        )
    saved = turn.details.get("saved_tokens")
    if isinstance(saved, int) and saved > 0:
        more = translate("chat", "{0} tokens of earlier thinking were left out of the context")
        why = f"{why}\n{more.format(count_text(saved))}"
    return [(text, why), (seconds_text(cost.seconds), translate("chat", "Wall time of the answer"))]
