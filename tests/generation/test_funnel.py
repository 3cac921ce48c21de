"""The counters of a generation run always add up."""

from hypothesis import given
from hypothesis import strategies as st

from o1desk.core.types import Judgement, Problem, Sample, Trace, Verdict
from o1desk.generation.funnel import Funnel

JUDGEMENTS = st.sampled_from([None, *Judgement])


@st.composite
def samples(draw) -> Sample:
    judgement = draw(JUDGEMENTS)
    answer = draw(st.sampled_from(["", "1", "2"]))
    number = draw(st.integers(0, 2))
    return Sample(
        problem=Problem(environment="e", level="easy", prompt=str(number), answer="1"),
        origin="model",
        trace=Trace(steps=(), answer=answer),
        raw=answer,
        truncated=draw(st.booleans()),
        verdict=judgement and Verdict(judgement=judgement, score=0.0, method="test"),
    )


@given(st.lists(samples()), st.sampled_from(["correct", "all"]), st.integers(0, 3))
def test_generated_is_kept_and_rejected_together(made, keep, known):
    funnel = Funnel(keep=keep)
    kept = [sample for sample in made if funnel.admit(sample)]
    for _ in range(known):
        funnel.skip_known()
    value = funnel.to_json()
    assert value["generated"] == len(made) + known
    assert value["kept"] == len(kept) == value["new"]
    assert value["generated"] == value["kept"] + sum(r["count"] for r in value["rejected"])
    if keep == "correct":
        assert value["parsed"] >= value["verified"] >= value["new"]
        assert all(sample.verdict.is_correct for sample in kept)


@given(st.lists(samples()))
def test_no_problem_keeps_the_same_text_twice(made):
    funnel = Funnel(keep="all")
    kept = [sample for sample in made if funnel.admit(sample)]
    texts = [(sample.problem.key, sample.raw) for sample in kept]
    assert len(set(texts)) == len(texts)


def test_reasons_are_listed_by_their_number():
    funnel = Funnel()
    problem = Problem(environment="e", level="easy", prompt="p", answer="1")
    trace = Trace(steps=(), answer="2")
    wrong = Verdict(judgement=Judgement.INCORRECT, score=0.0, method="test")
    bad = Sample(problem=problem, origin="model", trace=trace, raw="2", verdict=wrong)
    cut = Sample(
        problem=problem,
        origin="model",
        trace=Trace(steps=(), answer="", closed=False),
        raw="",
        truncated=True,
    )
    for sample in (cut, bad, bad):
        funnel.admit(sample)
    assert funnel.to_json()["rejected"] == [
        {"reason": "wrong answer", "count": 2},
        {"reason": "no answer before the length limit", "count": 1},
    ]
