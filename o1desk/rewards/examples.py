"""Small samples for the examples that every reward carries."""

from o1desk.core.trace import write
from o1desk.core.types import Judgement, Problem, Sample, Step, Trace, Verdict


def attempt(  # noqa: PLR0913 - each argument is one thing an example wants to vary
    answer: str,
    gold: str = "7",
    *,
    kind: str = "math",
    judgement: Judgement | None = Judgement.CORRECT,
    score: float | None = None,
    method: str = "rational",
    closed: bool = True,
    tokens: int = 20,
    raw: str | None = None,
) -> Sample:
    """Return a sample with an answer of 8 tokens.

    Args:
        answer: The final response.
        gold: The reference answer.
        kind: Declared kind of the answer.
        judgement: Of the verdict; None leaves the sample unchecked.
        score: Of the verdict; by default 1 if correct, else 0.
        method: Of the verdict.
        closed: Whether the thinking was ended by its mark.
        tokens: Length of thinking and answer together.
        raw: The text as written; by default the trace in its usual form.
    """
    trace = Trace(steps=(Step(text="3+4=7"),), answer=answer, closed=closed)
    verdict = None
    if judgement is not None:
        full = 1.0 if judgement is Judgement.CORRECT else 0.0
        credit = full if score is None else score
        verdict = Verdict(judgement=judgement, score=credit, method=method)
    return Sample(
        problem=Problem(
            environment="chain_sum", level="easy", prompt="3 + 4 =", answer=gold, answer_kind=kind
        ),
        origin="model",
        trace=trace,
        raw=write(trace) if raw is None else raw,
        verdict=verdict,
        tokens_thinking=tokens - 8,
        tokens_answer=8,
        truncated=not closed,
    )
