"""An answer of a chat as a sample that can be annotated and trained on.."""

from collections.abc import Mapping, Sequence
from typing import Any

from o1desk.core.samples_io import problem_from_json
from o1desk.core.trace import write
from o1desk.core.types import Judgement, Level, Problem, Sample, Step, Trace, Verdict
from o1desk.gui.pages.chat.tree import Turn
from o1desk.store import Store

ENVIRONMENT = "chat"
_NAMES = {"user": "Question", "assistant": "Answer"}


def put_sample(store: Store, path: Sequence[Turn]) -> int:
    """Store the answer at the end of a path as a sample; return its row."""
    answer = path[-1]
    added = store.samples.add([sample_of(path)], by_hand=True)
    store.conversations.link_sample(answer.id, added.ids[0])
    return added.ids[0]


def sample_of(path: Sequence[Turn]) -> Sample:
    """Return the answer at the end of a path as a sample of the problem it answered."""
    answer = path[-1]
    steps = tuple(Step(text=step.text, tokens=step.tokens, ms=step.ms) for step in answer.steps)
    trace = Trace(steps=steps, answer=answer.text, closed=bool(answer.details.get("is_closed", 1)))
    thinking, said = _tokens(answer)
    return Sample(
        problem=problem_of(path),
        origin="chat",
        trace=trace,
        raw=str(answer.details.get("raw") or write(trace)),
        verdict=verdict_of(answer.details.get("verdict")),
        model=answer.author.model,
        adapter=answer.author.adapter,
        tokens_thinking=thinking,
        tokens_answer=said,
        truncated=bool(answer.details.get("truncated")),
    )


def problem_of(path: Sequence[Turn]) -> Problem:
    """Return the problem that an answer tried: the one a checker recognised, or the question.

    A question in the middle of a conversation cannot be judged alone, so the turns before it
    become part of the prompt.
    """
    known = path[-1].details.get("problem")
    if isinstance(known, Mapping):
        return problem_from_json(known)
    asked = [turn for turn in path[:-1] if turn.text]
    whole = "\n\n".join(f"{_NAMES.get(turn.role, turn.role)}: {turn.text}" for turn in asked)
    prompt = asked[-1].text if len(asked) == 1 else whole
    return Problem(
        environment=ENVIRONMENT, level=str(Level.MEDIUM), prompt=prompt, answer="", source="chat"
    )


def verdict_of(value: Any) -> Verdict | None:
    """Read a verdict that went through JSON; None when there is none."""
    if not isinstance(value, Mapping):
        return None
    try:
        judgement = Judgement(str(value.get("judgement")))
    except ValueError:
        return None
    return Verdict(
        judgement=judgement,
        score=float(value.get("score") or 0.0),
        method=str(value.get("method") or ""),
        detail=str(value.get("detail") or ""),
    )


def _tokens(answer: Turn) -> tuple[int, int]:
    """Return tokens of thinking and answer of one chain; a vote's cost is summed over all."""
    cost = answer.cost
    if cost is None:
        return 0, 0
    chains = max(1, cost.calls)
    return round(cost.tokens_thinking / chains), round(cost.tokens_answer / chains)
