"""Shared prompts, micro-batches and skipped answers change the work, never the numbers."""

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from o1desk.core.control import NullControl
from o1desk.core.types import Problem, Sample, Trace
from o1desk.training.batches import Answered, collate, micro_batches, rows_of
from o1desk.training.losses import LossSettings
from o1desk.training.rollout import Rollouts
from o1desk.training.update import Plan, accumulate, lesson_of, reference_logprobs, scores_of

PROBLEM = Problem(environment="x", level="easy", prompt="p", answer="a")


@pytest.fixture
def rollouts(make_decoder):
    """Return three groups of four answers of many lengths, log-probabilities slightly off."""
    draw = torch.Generator().manual_seed(2)

    def ids(count):
        return tuple(torch.randint(3, 32, (count,), generator=draw).tolist())

    prompts = tuple(ids(size) for size in (4, 7, 5))
    tokens = tuple(ids(1 + (5 * k) % 9) for k in range(12))
    logprobs = tuple(tuple((-torch.rand(len(t), generator=draw)).tolist()) for t in tokens)
    samples = tuple(
        Sample(problem=PROBLEM, origin="rl", trace=Trace(steps=(), answer=""), raw="",
               truncated=k == 5)
        for k in range(12)
    )  # fmt: skip
    return Rollouts(
        problems=(PROBLEM,) * 3, prompts=prompts, samples=samples, tokens=tokens,
        logprobs=logprobs, group_size=4,
    )  # fmt: skip


ADVANTAGES = torch.tensor([1.0, -1.0, 0.5, -0.5, 0, 0, 0, 0, 2.0, -1.0, 0, -1.0])


def _plan(micro_tokens, reduction="dapo", **loss):
    return Plan(
        loss=LossSettings(**loss), reduction=reduction, max_length=12, micro_tokens=micro_tokens,
        pad_id=0,
    )  # fmt: skip


def _gradient(decoder, rollouts, plan, *, dense=True, masked=False):
    decoder.zero_grad()
    lesson = lesson_of(rollouts, ADVANTAGES, temperature=1.0, mask_truncated=masked, dense=dense)
    reference = None
    if plan.loss.kl_beta:
        reference = reference_logprobs(decoder, lesson, plan, NullControl()) - 0.1
    sums = accumulate(decoder, lesson, plan, reference=reference, control=NullControl())
    return sums.loss, [w.grad.clone() for w in decoder.model.parameters()]


def _assert_equal(first, second):
    assert first[0] == pytest.approx(second[0], abs=1e-5)
    for one, other in zip(first[1], second[1], strict=True):
        torch.testing.assert_close(one, other, atol=1e-5, rtol=1e-4)


@pytest.mark.parametrize("reduction", ["dapo", "dr_grpo", "grpo"])
@pytest.mark.parametrize("kl_beta", [0.0, 0.1])
def test_many_micro_batches_equal_one(make_decoder, rollouts, reduction, kl_beta):
    decoder = make_decoder()
    loss = {"kl_beta": kl_beta, "entropy_coef": 0.01}
    one = _gradient(decoder, rollouts, _plan(10_000, reduction, **loss))
    many = _gradient(decoder, rollouts, _plan(12, reduction, **loss))
    _assert_equal(one, many)


@pytest.mark.parametrize("reduction", ["dapo", "dr_grpo", "grpo"])
@pytest.mark.parametrize("masked", [False, True])
def test_skipping_answers_without_advantage_changes_nothing(
    make_decoder, rollouts, reduction, masked
):
    decoder = make_decoder()
    every = _gradient(decoder, rollouts, _plan(64, reduction), dense=True, masked=masked)
    chosen = _gradient(decoder, rollouts, _plan(64, reduction), dense=False, masked=masked)
    _assert_equal(every, chosen)


def test_a_shared_prompt_gives_the_log_probabilities_of_separate_rows(make_decoder, rollouts):
    decoder = make_decoder()
    lesson = lesson_of(rollouts, ADVANTAGES, temperature=1.0, mask_truncated=False, dense=True)
    flat = {}
    for work in (0.0, 1e9):
        out = torch.zeros_like(lesson.old)
        with torch.no_grad():
            for part in micro_batches(rows_of(lesson.answered, work=work), 10_000):
                micro = collate(part, pad_id=0)
                out[micro.flat] = scores_of(decoder, micro, 1.0)[0]
        flat[work] = out
    torch.testing.assert_close(flat[0.0], flat[1e9], atol=1e-5, rtol=1e-5)


def test_rows_share_a_prompt_only_up_to_the_limit():
    answers = [Answered(index=k, start=0, prompt=(1, 2, 3), tokens=(4,) * 5) for k in range(4)]
    rows = rows_of(answers, work=20.0)
    assert [len(row.answers) for row in rows] == [2, 2]
    assert all(row.length == 11 for row in rows)


@settings(max_examples=50, deadline=None)
@given(
    lengths=st.lists(st.integers(1, 40), min_size=1, max_size=20),
    budget=st.integers(1, 200),
)
def test_every_row_is_in_one_micro_batch_within_the_budget(lengths, budget):
    answers = [
        Answered(index=k, start=0, prompt=(k, 1), tokens=(4,) * n) for k, n in enumerate(lengths)
    ]
    parts = micro_batches(rows_of(answers, work=100.0), budget)
    seen = sorted(a.index for part in parts for row in part for a in row.answers)
    assert seen == list(range(len(lengths)))
    for part in parts:
        padded = max(row.length for row in part) * len(part)
        assert padded <= budget or len(part) == 1
