"""The peer's side of the GRPO bench: TRL's trainer with transformers generation and PEFT.

Settings are chosen for its speed where they do not change what is computed: one batch without
gradient checkpointing or accumulation, no logging, no saving, no second pass for old
log-probabilities (TRL leaves it out by itself when every rollout is used once).
"""

import contextlib
import os
import sys
import time
import warnings
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from statistics import fmean
from typing import Any

from o1desk.bench.grpo_plan import Plan, Steps
from o1desk.bench.measure import need
from o1desk.bench.subject import problems, prompts
from o1desk.core.configs import RlConfig
from o1desk.core.types import Problem


def run(plan: Plan, folder: Path, seed: int) -> Steps:
    """Train for one step more than is timed; loading and the first step do not count."""
    with _quiet():
        asked = problems(plan.prompts * (plan.steps + 1))
        judge = _Judge(asked, plan)
        trainer = _trainer(plan, folder, seed, judge)
        clock = _clock()
        trainer.add_callback(clock)
        trainer.train()
    ends = clock.times_s
    return Steps(
        seconds=[later - earlier for earlier, later in pairwise(ends)],
        answer_tokens=fmean(judge.lengths[1:]),
    )


class _Judge:
    """TRL's reward function: the same score that our loop gives.

    Attributes:
        asked: The problems, by number.
        lengths: Mean answer of each step so far, tokens.
    """

    __name__ = "score"  # TRL names its metric after the function

    def __init__(self, asked: Sequence[Problem], plan: Plan) -> None:
        from o1desk.models.tokenizer import Tokenizer

        self.asked = asked
        self.lengths: list[float] = []
        self._score = plan.score()
        # TRL's own text leaves out every special token, the marks of the thinking included.
        self._tokenizer = Tokenizer.from_folder(plan.folder)

    def __call__(
        self, completion_ids: Sequence[Sequence[int]], number: Sequence[int], **_: Any
    ) -> list[float]:
        self.lengths.append(fmean(len(ids) for ids in completion_ids))
        texts = [self._tokenizer.decode(ids) for ids in completion_ids]
        return [self._score(self.asked[at], text) for at, text in zip(number, texts, strict=True)]


def _trainer(plan: Plan, folder: Path, seed: int, judge: _Judge) -> Any:
    import peft
    import transformers
    import trl

    from o1desk.models.loading import pick_device

    datasets = need("datasets", "datasets")
    device, dtype = pick_device("auto", "auto")
    model = transformers.AutoModelForCausalLM.from_pretrained(
        plan.folder, dtype=dtype, local_files_only=True
    )
    tokenizer = transformers.AutoTokenizer.from_pretrained(plan.folder, local_files_only=True)
    tokenizer.padding_side = "left"
    texts = prompts(plan.folder, judge.asked)
    rows = [{"prompt": text, "number": at} for at, text in enumerate(texts)]
    config = plan.config(seed)
    return trl.GRPOTrainer(
        model=model,
        reward_funcs=judge,
        args=_arguments(trl, config, folder, is_cpu=device.type == "cpu"),
        processing_class=tokenizer,
        train_dataset=datasets.Dataset.from_list(rows),
        peft_config=peft.LoraConfig(
            r=config.lora.rank,
            lora_alpha=config.lora.alpha,
            target_modules=list(config.lora.targets),
            lora_dropout=0.0,
            task_type="CAUSAL_LM",
        ),
    )


def _arguments(trl: Any, config: RlConfig, folder: Path, *, is_cpu: bool) -> Any:
    return trl.GRPOConfig(
        output_dir=str(folder),
        use_cpu=is_cpu,
        bf16=not is_cpu,
        per_device_train_batch_size=config.prompts * config.group_size,
        gradient_accumulation_steps=1,
        gradient_checkpointing=False,
        num_generations=config.group_size,
        max_completion_length=config.max_new_tokens,
        max_steps=config.steps,
        temperature=config.temperature,
        top_p=1.0,
        top_k=0,
        beta=config.kl_beta,
        epsilon=config.clip_low,
        epsilon_high=config.clip_high,
        loss_type=config.reduction,
        scale_rewards=config.scale,
        mask_truncated_completions=config.mask_truncated,
        learning_rate=config.learning_rate,
        max_grad_norm=config.max_grad_norm,
        lr_scheduler_type="constant",
        shuffle_dataset=False,
        dataloader_pin_memory=not is_cpu,
        seed=config.seed,
        report_to=[],
        logging_strategy="no",
        save_strategy="no",
        disable_tqdm=True,
    )


def _clock() -> Any:
    """Return a callback that notes when each step ended."""
    import transformers

    class Clock(transformers.TrainerCallback):  # type: ignore[misc]
        """Notes the times."""

        def __init__(self) -> None:
            self.times_s: list[float] = []

        def on_step_end(self, *_: Any, **__: Any) -> None:
            """Note one."""
            self.times_s.append(time.perf_counter())

    return Clock()


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Keep the peer off the network and off the standard output, which belongs to the result."""
    os.environ["HF_HUB_OFFLINE"] = "1"
    os.environ["TOKENIZERS_PARALLELISM"] = "false"
    with contextlib.redirect_stdout(sys.stderr), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield
