"""One lesson: the gradient, checked, clipped and applied, as often as the run asks for."""

import math
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from torch import Tensor

from o1desk.core.configs import RlConfig
from o1desk.training.losses import LossSettings
from o1desk.training.memory import micro_tokens_of, with_less_memory
from o1desk.training.metrics import LearningSums
from o1desk.training.session import Boundary, Session
from o1desk.training.update import Lesson, Plan, accumulate, reference_logprobs


@dataclass(frozen=True, slots=True, kw_only=True)
class Live:
    """Settings that the user may change while the run goes on, as they stand at one step."""

    temperature: float
    learning_rate: float
    kl_beta: float
    entropy_coef: float

    @property
    def is_dense(self) -> bool:
        """Whether answers with advantage 0 carry a gradient too."""
        return self.kl_beta > 0 or self.entropy_coef > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Learned:
    """What came of a lesson.

    Attributes:
        values: Metrics of the update.
        trouble: Why the update was not made; empty when it was.
    """

    values: dict[str, float] = field(default_factory=dict)
    trouble: str = ""


def learn(
    session: Session, lesson: Lesson, config: RlConfig, live: Live, boundary: Boundary
) -> Learned:
    """Move the adapter by one lesson, or leave it exactly as it was.

    Nothing non-finite ever reaches the adapter: the loss and the norm of the gradient are looked
    at before an update, the adapter after it.

    Raises:
        OutOfMemoryError: If the smaller micro-batch did not fit either.
        Cancelled: When the user asked to stop; the caller goes back to the boundary.
    """
    if not lesson.answered:
        return Learned()
    step = boundary.step + 1
    plan = _plan(session, config, live)
    rate = session.optimizer.rate(step, live.learning_rate)
    reference = _reference(session, lesson, plan) if live.kl_beta > 0 else None
    values: dict[str, float] = {"learning_rate": rate}
    for epoch in range(config.inner_epochs):
        sums = with_less_memory(session, config, _work(session, lesson, plan, reference))
        norm = session.optimizer.clip(config.max_grad_norm)
        trouble = trouble_of(sums.loss, norm)
        if trouble:
            session.optimizer.zero()
            session.go_back(boundary)
            return Learned(values=values, trouble=trouble)
        session.control.tick("update", epoch, config.inner_epochs)
        session.optimizer.update(rate)
        session.optimizer.zero()
        values |= _values(sums, lesson, norm, has_kl=reference is not None, first=epoch == 0)
    size = session.policy.adapter_norm()
    if not math.isfinite(size):
        session.go_back(boundary)
        return Learned(values={"learning_rate": rate}, trouble="the adapter's weights overflowed")
    session.policy.sampler.refresh()
    return Learned(values=values | {"adapter_norm": size})


def _plan(session: Session, config: RlConfig, live: Live) -> Plan:
    return Plan(
        loss=LossSettings(
            clip_low=config.clip_low,
            clip_high=config.clip_high,
            kl_beta=live.kl_beta,
            entropy_coef=live.entropy_coef,
        ),
        reduction=config.reduction,
        max_length=config.max_new_tokens,
        micro_tokens=micro_tokens_of(session, config),
        pad_id=session.policy.pad_id,
    )


def _reference(session: Session, lesson: Lesson, plan: Plan) -> Tensor:
    policy = session.policy
    with policy.adapter.disabled():
        return reference_logprobs(policy.decoder, lesson, plan, session.control)


def _work(
    session: Session, lesson: Lesson, plan: Plan, reference: Tensor | None
) -> Callable[[int], LearningSums]:
    def work(micro_tokens: int) -> LearningSums:
        return accumulate(
            session.policy.decoder,
            lesson,
            replace(plan, micro_tokens=micro_tokens),
            reference=reference,
            control=session.control,
        )

    return work


def trouble_of(loss: float, norm: float) -> str:
    """Return why an update must not be made, or "" when loss and gradient are finite."""
    if not math.isfinite(loss):
        return f"the loss is {loss}"
    if not math.isfinite(norm):
        return f"the norm of the gradient is {norm}"
    return ""


def _values(
    sums: LearningSums, lesson: Lesson, norm: float, *, has_kl: bool, first: bool
) -> dict[str, float]:
    """Return the metrics of one pass; what compares with the sampler comes from the first."""
    values = sums.values(active=lesson.active, has_kl=has_kl) | {"grad_norm": norm}
    if not first:
        values.pop("mismatch_kl", None)
    return values
