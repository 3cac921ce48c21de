"""One whole step of reinforcement learning: our loop against TRL's GRPOTrainer."""

from collections.abc import Sequence
from pathlib import Path
from statistics import fmean
from tempfile import TemporaryDirectory

from o1desk.bench import grpo_ours, grpo_peer
from o1desk.bench.grpo_plan import Plan, Steps
from o1desk.bench.measure import Result, Row, middle, need, torch_device
from o1desk.bench.subject import Subject, subject

ROUNDS, QUICK_ROUNDS = 2, 1
STEPS, QUICK_STEPS = 3, 1  # timed steps of one turn; one more before them warms up


def measure(*, quick: bool, data: Path | None) -> Result:
    """Measure steps per minute, sampling, rewards and update included.

    With a trained model the rewards are the environment's verdicts, and groups whose answers are
    all right or all wrong cost us nothing to learn from. The second row takes that advantage
    away: every answer has its own reward and is learned from.
    """
    trl, _ = need("trl", "TRL"), need("peft", "PEFT")
    from o1desk.models.loading import pick_device

    device, _ = pick_device("auto", "auto")
    rounds = QUICK_ROUNDS if quick else ROUNDS
    with TemporaryDirectory() as scratch:
        model = subject(Path(scratch), data)
        rows: list[Row] = []
        for plan in plans(model, quick=quick):
            ours, peer = _take_turns(plan, Path(scratch), rounds)
            rows += _rows(plan, model, ours, peer, f"TRL {trl.__version__} GRPOTrainer")
    return Result(rows=rows, device=torch_device(device))


def plans(model: Subject, *, quick: bool) -> list[Plan]:
    """Return what is measured: verdicts where the model can earn them, then every answer."""
    steps = QUICK_STEPS if quick else STEPS
    verdicts = Plan(folder=model.folder, steps=steps, reward="verdict")
    every = Plan(folder=model.folder, steps=steps, reward=grpo_ours.SPREAD)
    if not model.is_trained:
        return [every]
    return [verdicts] if quick else [verdicts, every]


def _take_turns(plan: Plan, scratch: Path, rounds: int) -> tuple[list[Steps], list[Steps]]:
    """Run both sides once a round; who begins changes."""
    sides = {"ours": grpo_ours.run, "peer": grpo_peer.run}
    found: dict[str, list[Steps]] = {"ours": [], "peer": []}
    for number in range(rounds):
        for name in sorted(sides, reverse=number % 2 == 1):
            folder = scratch / f"{plan.reward}-{number}-{name}"
            found[name].append(sides[name](plan, folder, number))
    return found["ours"], found["peer"]


def _rows(
    plan: Plan, model: Subject, ours: Sequence[Steps], peer: Sequence[Steps], name: str
) -> list[Row]:
    kind = "verdicts as rewards" if plan.is_verdict else "every answer learned from"
    what = (
        f"whole GRPO step, {kind}: {model.words}, LoRA rank {plan.lora.rank} on all linear layers, "
        f"{plan.prompts} prompts x {plan.group_size}, at most {plan.longest} tokens"
    )
    return [
        Row(
            what=what,
            ours=60.0 / middle([s for steps in ours for s in steps.seconds]),
            peer=60.0 / middle([s for steps in peer for s in steps.seconds]),
            peer_name=name,
            unit="steps/min",
        ),
        Row(
            what=f"mean answer while measuring, {kind} (the work should be alike)",
            ours=fmean(steps.answer_tokens for steps in ours),
            peer=fmean(steps.answer_tokens for steps in peer),
            peer_name=name,
            unit="tokens",
            better="lower",
        ),
    ]
