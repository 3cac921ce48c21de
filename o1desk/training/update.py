"""The gradient of one pass over the answers of a step.

Work is left out where it would change nothing: no scores of prompts, no second pass for the old
log-probabilities (the sampler kept them), no reference pass without a KL term, and no pass at all
over answers whose advantage is 0 while neither KL nor entropy asks for them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from o1desk.core.control import Control
from o1desk.models.decoder import Decoder
from o1desk.training.batches import (
    Answered,
    MicroBatch,
    Row,
    collate,
    micro_batches,
    rows_of,
    work_of,
)
from o1desk.training.losses import LossSettings, PolicyTokens, policy_loss, row_weights
from o1desk.training.metrics import LearningSums
from o1desk.training.rollout import Rollouts
from o1desk.training.scores import token_scores


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """What one step teaches.

    The answers are laid end to end: F tokens in all, answer after answer.

    Attributes:
        answered: Answers that carry a gradient.
        old: Log-probability of each of the F tokens when it was sampled.
        owner: Answer that each of the F tokens belongs to.
        advantages: Advantage of each of the B answers.
        lengths: Tokens that count in each of the B answers; 0 for a masked one.
        temperature: The one that sampled.
    """

    answered: tuple[Answered, ...]
    old: Tensor
    owner: Tensor
    advantages: Tensor
    lengths: Tensor
    temperature: float

    @property
    def active(self) -> int:
        """Completion tokens that count."""
        return int(self.lengths.sum())


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How a lesson is worked through.

    Attributes:
        loss: The knobs of the loss.
        reduction: How tokens are averaged.
        max_length: Longest completion, tokens.
        micro_tokens: Tokens held at once.
        pad_id: Fills the end of short rows.
    """

    loss: LossSettings
    reduction: str
    max_length: int
    micro_tokens: int
    pad_id: int


def lesson_of(
    rollouts: Rollouts, advantages: Tensor, *, temperature: float, mask_truncated: bool, dense: bool
) -> Lesson:
    """Choose what a step learns from.

    Args:
        rollouts: The answers.
        advantages: Advantage of each answer, shape (B,).
        temperature: The one that sampled.
        mask_truncated: Whether answers cut by the length limit give no loss.
        dense: Whether answers with advantage 0 are needed too (KL term, entropy bonus).
    """
    masked = [mask_truncated and sample.truncated for sample in rollouts.samples]
    sizes = [len(ids) for ids in rollouts.tokens]
    starts = [0, *torch.tensor(sizes).cumsum(0).tolist()]
    answered = tuple(
        Answered(
            index=at,
            start=starts[at],
            prompt=rollouts.prompts[at // rollouts.group_size],
            tokens=rollouts.tokens[at],
        )
        for at in range(len(sizes))
        if sizes[at] and not masked[at] and (dense or float(advantages[at]) != 0.0)
    )
    return Lesson(
        answered=answered,
        old=torch.tensor([value for row in rollouts.logprobs for value in row]),
        owner=torch.repeat_interleave(torch.arange(len(sizes)), torch.tensor(sizes)),
        advantages=advantages,
        lengths=torch.tensor(
            [0 if skip else size for skip, size in zip(masked, sizes, strict=True)]
        ),
        temperature=temperature,
    )


def accumulate(
    decoder: Decoder,
    lesson: Lesson,
    plan: Plan,
    *,
    reference: Tensor | None,
    control: Control,
) -> LearningSums:
    """Add the gradient of the whole lesson to the adapter, micro-batch by micro-batch.

    Args:
        decoder: The policy with its adapter on.
        lesson: What to learn.
        plan: How.
        reference: Log-probabilities without the adapter, shape (F,); None without a KL term.
        control: Polled between micro-batches.

    Raises:
        Cancelled: When the user asked to stop; the gradient is then incomplete.
    """
    parts = _cut(decoder, lesson, plan)
    weights = row_weights(
        lesson.lengths,
        reduction=plan.reduction,
        max_length=plan.max_length,
        parts_B=_parts(lesson, parts),
    )
    sums = LearningSums()
    for number, rows in enumerate(parts):
        control.tick("learn", number, len(parts))
        micro = collate(rows, plan.pad_id)
        tokens = _tokens(decoder, lesson, micro, weights, reference, plan.loss.entropy_coef > 0)
        loss = policy_loss(tokens, plan.loss, active=float(lesson.active))
        torch.autograd.backward(loss)
        sums.add(tokens, loss.detach(), low=plan.loss.clip_low, high=plan.loss.clip_high)
    control.tick("learn", len(parts), len(parts))
    return sums


@torch.no_grad()
def reference_logprobs(decoder: Decoder, lesson: Lesson, plan: Plan, control: Control) -> Tensor:
    """Return the log-probabilities of a lesson's tokens, shape (F,); call it with the adapter off.

    Raises:
        Cancelled: When the user asked to stop.
    """
    flat = torch.zeros_like(lesson.old)
    parts = _cut(decoder, lesson, plan)
    for number, rows in enumerate(parts):
        control.tick("reference", number, len(parts))
        micro = collate(rows, plan.pad_id)
        flat[micro.flat] = scores_of(decoder, micro, lesson.temperature)[0].cpu()
    return flat


def scores_of(
    decoder: Decoder, micro: MicroBatch, temperature: float, *, has_entropy_grad: bool = False
) -> tuple[Tensor, Tensor]:
    """Return log-probability and entropy of a micro-batch's completion tokens, shapes (N,)."""
    placed = micro.to(decoder.device)
    hidden = decoder(placed.tokens, placed.positions, placed.mask).flatten(0, 1)
    return token_scores(
        hidden.index_select(0, placed.before),
        decoder.lm_head.weight,
        placed.targets,
        temperature=temperature,
        has_entropy_grad=has_entropy_grad,
    )


def _cut(decoder: Decoder, lesson: Lesson, plan: Plan) -> list[list[Row]]:
    rows = rows_of(lesson.answered, work=work_of(decoder.config))
    return micro_batches(rows, plan.micro_tokens)


def _tokens(
    decoder: Decoder,
    lesson: Lesson,
    micro: MicroBatch,
    weights: Tensor,
    reference: Tensor | None,
    has_entropy_grad: bool,
) -> PolicyTokens:
    logprobs, entropy = scores_of(
        decoder, micro, lesson.temperature, has_entropy_grad=has_entropy_grad
    )
    device = logprobs.device
    owner = lesson.owner[micro.flat]
    return PolicyTokens(
        logprobs=logprobs,
        entropy=entropy,
        old=lesson.old[micro.flat].to(device),
        advantages=lesson.advantages[owner].to(device),
        weights=weights[owner].to(device),
        reference=None if reference is None else reference[micro.flat].to(device),
    )


def _parts(lesson: Lesson, parts: Sequence[Sequence[Row]]) -> Tensor:
    """Return the micro-batch of each answer, shape (B,); skipped ones share one more."""
    part_of = torch.full_like(lesson.lengths, len(parts))
    for number, rows in enumerate(parts):
        for row in rows:
            part_of[[answer.index for answer in row.answers]] = number
    return part_of
