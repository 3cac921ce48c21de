"""Several chains and their vote."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from o1desk.core.backend import Sampling
from o1desk.core.control import NullControl
from o1desk.core.errors import InputError, UnknownNameError
from o1desk.core.registry import find
from o1desk.core.types import Message, Trace
from o1desk.inference.chain import Chain
from o1desk.inference.vote import count_votes, elect

QUESTION = [Message(role="user", content="2+2?")]


def vote(**settings):
    return find("strategy", "vote").factory(**settings)


def chains(*answers: str, logprobs: tuple[float, ...] = ()) -> list[Chain]:
    known = logprobs or (-1.0,) * len(answers)
    return [
        Chain(
            trace=Trace(steps=(), answer=answer),
            raw=answer,
            format="think",
            tokens_thinking=1,
            tokens_answer=1,
            mean_logprob=logprob,
        )
        for answer, logprob in zip(answers, known, strict=True)
    ]


def test_the_most_frequent_answer_wins(scripted):
    said = ["5", "4", "4.", "4"]
    backend = scripted([f"Hm {i}.\n</think>{text}" for i, text in enumerate(said)])
    [answer] = vote(k=4).answer_many(backend, [QUESTION], Sampling(), control=NullControl())
    assert answer.trace.answer == "4"
    assert answer.votes == {"4": 3, "5": 1}
    assert len(answer.candidates) == 4
    assert [step.text for step in answer.steps] == ["Hm 1."]


def test_the_cost_is_that_of_all_chains(scripted):
    backend = scripted("Hm.\n</think>4")
    one = vote(k=1).run(backend, QUESTION, Sampling(), control=NullControl()).efficiency
    four = vote(k=4).run(backend, QUESTION, Sampling(), control=NullControl()).efficiency
    assert four.calls == 4
    tokens = four.tokens_thinking + four.tokens_answer
    assert tokens == 4 * (one.tokens_thinking + one.tokens_answer)


def test_the_first_chain_streams_and_the_others_are_drawn_together(scripted):
    control = NullControl()
    backend = scripted("Hm.\n</think>4")
    answer = vote(k=8).run(backend, QUESTION, Sampling(seed=9), control=control)
    assert control.events
    assert [(n, seed) for _, n, seed in backend.asked] == [(7, 10)]
    assert len(answer.candidates) == 8
    assert answer.efficiency.ttft_ms is not None


def test_steps_of_a_chain_from_a_batch_have_a_length(scripted):
    backend = scripted([f"A step.\n</think>{text}" for text in "abb"])
    [answer] = vote(k=3).answer_many(backend, [QUESTION], Sampling(), control=NullControl())
    assert all(step.tokens > 0 for step in answer.steps)


def test_a_tie_goes_to_the_earliest_answer():
    assert elect(chains("b", "a", "a", "b")) == 0


def test_a_tie_can_go_to_the_surest_chains():
    tied = chains("b", "a", "a", "b", "c", logprobs=(-2.0, -0.1, -0.1, -2.0, 0.0))
    assert elect(tied, "confidence") == 1


def test_confidence_decides_nothing_but_ties():
    assert elect(chains("b", "b", "a", logprobs=(-9.0, -9.0, -0.1)), "confidence") == 0


def test_chains_without_an_answer_have_no_vote():
    assert elect(chains("", "", "7")) == 2
    assert elect(chains("", "")) == 0


@given(st.lists(st.sampled_from(["", "1", "1.0", "2", "x", "X "]), min_size=1, max_size=16))
def test_votes_count_every_answer_once_and_the_winner_leads(answers):
    votes = count_votes(answers)
    assert sum(votes.values()) == sum(1 for answer in answers if answer)
    winner = answers[elect(chains(*answers))]
    if votes:
        assert votes[next(iter(votes))] == max(votes.values())
        assert winner.strip() != ""


@pytest.mark.parametrize("k", [0, -1, 257, 2.5, True, "8"])
def test_an_impossible_number_of_chains_is_refused(k):
    with pytest.raises(InputError, match="from 1 to 256"):
        vote(k=k)


def test_an_unknown_rule_for_ties_names_the_nearest():
    with pytest.raises(UnknownNameError, match="did you mean 'confidence'"):
        vote(ties="confident")
