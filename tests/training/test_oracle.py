"""Advantages, loss and gradient against TRL's own GRPOTrainer."""

import contextlib
import os
import warnings
from dataclasses import dataclass, field
from typing import Any

import pytest
import torch

from o1desk.training.advantages import group_advantages
from o1desk.training.batches import Answered, collate, micro_batches, rows_of
from o1desk.training.losses import LossSettings, PolicyTokens, policy_loss, row_weights
from o1desk.training.metrics import LearningSums
from o1desk.training.scores import token_scores

LONGEST = 16
WHOLE, CUT = 4096, 20  # tokens of a micro-batch: one for the step, or many
CASES = [
    *((reduction, budget) for reduction in ("dapo", "dr_grpo", "grpo") for budget in (WHOLE, CUT)),
    ("bnpo", WHOLE),  # it is defined by its local batch
]


@dataclass
class Oracle:
    """One TRL trainer on a tiny model, fed with answers and rewards of our choice."""

    trainer: Any
    model: Any
    rewards: list[Any] = field(default_factory=list)

    def batch(self, step, rewards) -> dict[str, torch.Tensor]:
        """Return what TRL makes of these answers and rewards, advantages included."""
        self.rewards[:] = rewards
        prompts, answers = [list(p) for p, _ in step], [list(a) for _, a in step]
        texts = ["x"] * len(step)
        made = (prompts, answers, None, texts, None, {}, None, [])
        self.trainer._generate, self.trainer.beta = lambda _: made, 0.0
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return self.trainer._generate_and_score_completions([{"prompt": "x"} for _ in step])

    def loss(self, batch, *, reduction="dapo", high=0.28, beta=0.0, entropy=0.0):
        """Return TRL's loss and the gradient of every weight."""
        trainer = self.trainer
        trainer.loss_type, trainer.epsilon_low, trainer.epsilon_high = reduction, 0.2, high
        trainer.beta, trainer.entropy_coef = beta, entropy
        trainer._entropy_bonus_enabled = entropy != 0
        trainer.current_gradient_accumulation_steps = 1
        self.model.zero_grad()
        loss = trainer._compute_loss(self.model, batch)
        loss.backward()
        return loss.item(), {n: p.grad.clone() for n, p in self.model.named_parameters()}

    def metric(self, name: str) -> float:
        """Return the latest value of a metric that TRL logs."""
        return float(self.trainer._metrics["train"][name][-1])


@pytest.fixture(scope="module")
def oracle(make_decoder, tmp_path_factory) -> Oracle:
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    with warnings.catch_warnings(), contextlib.redirect_stdout(None):
        warnings.simplefilter("ignore")
        return _oracle(make_decoder(), tmp_path_factory.mktemp("trl"))


def _oracle(decoder, folder) -> Oracle:
    from datasets import Dataset
    from tokenizers import Tokenizer, models
    from transformers import PreTrainedTokenizerFast, Qwen3Config, Qwen3ForCausalLM
    from trl import GRPOConfig, GRPOTrainer

    shape = decoder.config
    config = Qwen3Config(
        **{name: getattr(shape, name) for name in shape.__slots__ if name != "family"},
        pad_token_id=0, eos_token_id=1, bos_token_id=None,
    )  # fmt: skip
    model = Qwen3ForCausalLM(config)
    model.load_state_dict(decoder.state_dict())
    words = {"<pad>": 0, "<eos>": 1, "x": 2} | {f"w{i}": i for i in range(3, shape.vocab_size)}
    plain = Tokenizer(models.WordLevel(words, "x"))
    special = {"pad_token": "<pad>", "eos_token": "<eos>"}
    tokenizer = PreTrainedTokenizerFast(tokenizer_object=plain, **special)
    rewards: list[Any] = []

    def given(completions, **_):
        return list(rewards)

    args = GRPOConfig(
        output_dir=str(folder), use_cpu=True, report_to=[], per_device_train_batch_size=8,
        num_generations=4, max_completion_length=LONGEST, bf16=False,
        gradient_checkpointing=False, logging_strategy="no", save_strategy="no",
    )  # fmt: skip
    trainer = GRPOTrainer(
        model=model, reward_funcs=given, args=args, processing_class=tokenizer,
        train_dataset=Dataset.from_list([{"prompt": "x"}] * 8),
    )  # fmt: skip
    model.train()
    return Oracle(trainer=trainer, model=model, rewards=rewards)


@pytest.fixture(scope="module")
def step():
    """Two prompts with four answers each, of many lengths: (prompt, answer) pairs."""
    draw = torch.Generator().manual_seed(1)

    def ids(count):
        return torch.randint(3, 32, (count,), generator=draw).tolist()

    prompts = [ids(5), ids(8)]
    return [(prompt, [*ids(2 + 3 * k), 1]) for prompt in prompts for k in range(4)]


def _padded(values, lengths):
    rows = torch.zeros(len(lengths), max(lengths))
    for row, part in zip(rows, values.split(lengths), strict=True):
        row[: len(part)] = part
    return rows


@pytest.mark.parametrize("scale", ["group", "batch", "none"])
@pytest.mark.parametrize(
    "rewards",
    [
        [1.0, 0.0, 0.25, 0.5, 1.0, 1.0, 0.0, 1.0],
        [1.0, 0.0, None, 0.5, 0.75, 0.75, 0.75, 0.75],
        [0.1, 0.2, 0.3, None, 5.0, None, 0.0, -1.0],
    ],
)
def test_advantages_equal_trl(oracle, step, scale, rewards):
    oracle.trainer.scale_rewards = scale
    theirs = oracle.batch(step, rewards)["advantages"]
    given = torch.tensor([float("nan") if r is None else r for r in rewards]).view(2, 4)
    ours = group_advantages(given, scale=scale).values
    torch.testing.assert_close(ours.flatten(), theirs, atol=1e-5, rtol=1e-5)


@pytest.mark.parametrize(("beta", "entropy"), [(0.0, 0.0), (0.05, 0.01)])
@pytest.mark.parametrize(("reduction", "budget"), CASES)
def test_loss_and_gradient_equal_trl(oracle, make_decoder, step, reduction, beta, entropy, budget):
    rewards = [1.0, 0.0, 0.25, 0.5, 1.0, 1.0, 0.0, 1.0]
    oracle.trainer.scale_rewards = "group"
    batch = oracle.batch(step, rewards)
    lengths = [len(answer) for _, answer in step]
    decoder = make_decoder()
    noise = torch.Generator().manual_seed(3)
    with torch.no_grad():
        current = _logprobs(decoder, step, 4096)
    old = current + 0.3 * torch.randn(current.shape, generator=noise)
    reference = current + 0.3 * torch.randn(current.shape, generator=noise)
    batch["old_per_token_logps"] = _padded(old, lengths)
    batch["ref_per_token_logps"] = _padded(reference, lengths)
    theirs, their_gradient = oracle.loss(batch, reduction=reduction, beta=beta, entropy=entropy)

    values = group_advantages(torch.tensor(rewards).view(2, 4)).values.flatten()
    weights = row_weights(torch.tensor(lengths), reduction=reduction, max_length=LONGEST)
    owner = torch.repeat_interleave(torch.arange(len(step)), torch.tensor(lengths))
    settings = LossSettings(clip_low=0.2, clip_high=0.28, kl_beta=beta, entropy_coef=entropy)
    ours, sums = 0.0, LearningSums()
    for micro in _micro(step, budget):
        logprobs, entropies = _scores(decoder, micro, entropy > 0)
        tokens = PolicyTokens(
            logprobs=logprobs, entropy=entropies, old=old[micro.flat],
            advantages=values[owner][micro.flat], weights=weights[owner][micro.flat],
            reference=reference[micro.flat] if beta else None,
        )  # fmt: skip
        loss = policy_loss(tokens, settings, active=float(sum(lengths)))
        loss.backward()
        ours += loss.item()
        sums.add(tokens, loss.detach(), low=0.2, high=0.28)
    assert ours == pytest.approx(theirs, abs=1e-5)
    told = sums.values(active=sum(lengths), has_kl=False)
    assert told["clip_low"] == pytest.approx(oracle.metric("clip_ratio/low_mean"), abs=1e-6)
    assert told["clip_high"] == pytest.approx(oracle.metric("clip_ratio/high_mean"), abs=1e-6)
    assert told["entropy_learned"] == pytest.approx(oracle.metric("entropy"), abs=1e-5)
    for name, weight in decoder.named_parameters():
        if name != "lm_head.weight":  # frozen under an adapter, so ours leaves it out
            torch.testing.assert_close(weight.grad, their_gradient[name], atol=1e-5, rtol=1e-4)


def _micro(step, budget):
    starts = torch.tensor([0] + [len(answer) for _, answer in step]).cumsum(0).tolist()
    answered = [
        Answered(index=i, start=starts[i], prompt=tuple(prompt), tokens=tuple(answer))
        for i, (prompt, answer) in enumerate(step)
    ]
    rows = rows_of(answered, work=float(budget))
    return [collate(part, pad_id=0) for part in micro_batches(rows, budget)]


def _scores(decoder, micro, has_entropy_grad=False):
    hidden = decoder(micro.tokens, micro.positions, micro.mask).flatten(0, 1)
    return token_scores(
        hidden[micro.before], decoder.lm_head.weight, micro.targets,
        has_entropy_grad=has_entropy_grad,
    )  # fmt: skip


def _logprobs(decoder, step, budget):
    flat = torch.zeros(sum(len(answer) for _, answer in step))
    for micro in _micro(step, budget):
        flat[micro.flat] = _scores(decoder, micro)[0]
    return flat
