"""Supervised fine-tuning with LoRA: make the samples of a file more likely.

One step: take the next documents, add up the cross-entropy of their completions (prompts are
given, not learnt), move the adapter, measure. Checkpoints, resume and guard are those of
reinforcement learning.
"""

import functools
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import torch

from o1desk.core.backend import Sampling
from o1desk.core.configs import MixPart, SftConfig
from o1desk.core.control import Control
from o1desk.core.errors import Suspended, UnknownNameError
from o1desk.core.events import Log
from o1desk.core.leaves import Environment
from o1desk.environments import catalog
from o1desk.training.batches import Answered, Row, collate, micro_batches, rows_of, work_of
from o1desk.training.documents import (
    Document,
    Library,
    Text,
    build_library,
    environments_of,
    read_texts,
    source_of,
)
from o1desk.training.evaluation import Examiner
from o1desk.training.journal import Journal
from o1desk.training.learner import trouble_of
from o1desk.training.memory import with_less_memory
from o1desk.training.metrics import finite, memory_mib
from o1desk.training.policy import Policy
from o1desk.training.probe import serve_probes
from o1desk.training.problems import ProblemMix
from o1desk.training.run import TrainingRun, open_session
from o1desk.training.session import Boundary, Session
from o1desk.training.stopwatch import Pace, Stopwatch
from o1desk.training.update import scores_of

LONGEST_ANSWER = 256  # tokens of a held-out answer


def train_sft(  # noqa: PLR0913 - tests and benches bring their own policy and environments
    config: SftConfig,
    folder: Path,
    control: Control,
    *,
    data: Path | None = None,
    resume: bool = False,
    policy: Policy | None = None,
    find: Callable[[str], Environment] | None = None,
) -> dict[str, Any]:
    """Fine-tune an adapter on `config.dataset`, or on `inputs.jsonl` in the run folder.

    Args:
        config: What to train and how.
        folder: Run folder; gets `checkpoints/`.
        control: Hears events and progress, tells live settings, asks to stop.
        data: Data folder, where references to earlier runs lead.
        resume: Whether to take up the newest whole checkpoint in the folder.
        policy: The policy to train; opened from `config.model` when None.
        find: Returns an environment by name; the catalogue with the data folder's own when None.

    Returns:
        The run in numbers: steps, final metrics, held-out history, path of the last checkpoint.

    Raises:
        InputError: For a file or a configuration that cannot be used.
        GuardStopError: When the guard ends the run.
        OutOfMemoryError: When a smaller micro-batch did not help.
        Cancelled: When the user asked to stop; after Suspended a checkpoint of the last whole
            step exists.
    """
    find = find or functools.partial(catalog.get, data=data)
    texts = read_texts(source_of(config, folder))
    session = open_session(config, folder, control, policy=policy, data=data, identity={})
    library = build_library(texts, session.policy.tokenizer, max_tokens=config.max_tokens)
    session.identity = {**session.identity, "data set": library.fingerprint}
    _tell(library, control)
    run = TrainingRun(
        config=config,
        session=session,
        examiner=_examiner(config, texts, find),
        journal=Journal(folder, control),
        pace=Pace(0.0),
    )
    serve_probes(run.session, control)
    run.begin(resume=resume)
    boundary = session.boundary()
    try:
        while run.has_more:
            boundary = session.boundary()
            _step(run, library, config, control, boundary)
    except Suspended:
        session.go_back(boundary)
        session.save()
        raise
    return run.summary()


def _step(
    run: TrainingRun, library: Library, config: SftConfig, control: Control, boundary: Boundary
) -> None:
    session, watch = run.session, Stopwatch()
    step = boundary.step + 1
    control.tick("step", boundary.step, config.steps)

    # --- 1. read: the next documents in the order of the epoch ---
    documents = library.batch(step, config.batch_size, config.seed)
    tokens = sum(len(document.completion) for document in documents)
    rows = rows_of(_answered(documents), work=work_of(session.policy.decoder.config))

    # --- 2. learn: make their completions more likely ---
    rate = session.optimizer.rate(step, control.setting("learning_rate", config.learning_rate))
    loss = with_less_memory(session, config, lambda size: _gradient(session, rows, size, tokens))
    norm = session.optimizer.clip(config.max_grad_norm)
    trouble = trouble_of(loss, norm)
    if trouble:
        session.optimizer.zero()
        session.guard.skip(step, "non_finite", trouble)
    else:
        session.optimizer.update(rate)
        session.optimizer.zero()
        session.policy.sampler.refresh()
        session.guard.accept()
    learn_s = watch.lap("learn")

    # --- 3. keep: measure on held-out problems, tell the numbers, write a checkpoint ---
    session.step = step
    session.position = _position(step, config, len(library.documents))
    values = {
        "loss": loss,
        "grad_norm": norm,
        "learning_rate": rate,
        "adapter_norm": session.policy.adapter_norm(),
        "epoch": step * config.batch_size / len(library.documents),
        "skipped": float(bool(trouble)),
        "learn_tps": tokens / learn_s,
        "memory_mib": memory_mib(session.policy.device),
    }
    run.keep(finite(values | watch.seconds), watch.total_s)


def _gradient(session: Session, rows: list[Row], micro_tokens: int, tokens: int) -> float:
    """Add up the gradient of the mean cross-entropy and return its value, nats per token."""
    total = 0.0
    parts = micro_batches(rows, micro_tokens)
    for number, part in enumerate(parts):
        session.control.tick("learn", number, len(parts))
        micro = collate(part, session.policy.pad_id)
        logprobs, _ = scores_of(session.policy.decoder, micro, temperature=1.0)
        loss = -logprobs.sum() / tokens
        torch.autograd.backward(loss)
        total += float(loss.detach())
    session.control.tick("learn", len(parts), len(parts))
    return total


def _answered(documents: list[Document]) -> list[Answered]:
    starts = [0]
    for document in documents:
        starts.append(starts[-1] + len(document.completion))
    return [
        Answered(index=at, start=starts[at], prompt=d.prompt, tokens=d.completion)
        for at, d in enumerate(documents)
    ]


def _position(step: int, config: SftConfig, count: int) -> dict[str, int]:
    consumed = step * config.batch_size
    return {
        "epoch": consumed // count,
        "permutation_seed": config.seed,
        "next_index": consumed % count,
    }


def _examiner(
    config: SftConfig, texts: list[Text], find: Callable[[str], Environment]
) -> Examiner | None:
    """Measure on the named environments, or on those that the samples come from."""
    parts = list(config.environments) or list(_known_parts(texts, find))
    if not parts or not config.eval_every or not config.eval_count:
        return None
    mix = ProblemMix(parts, find, seed=config.seed)
    return Examiner(
        problems=mix.heldout(config.eval_count),
        sampling=Sampling(max_new_tokens=min(config.max_tokens, LONGEST_ANSWER)),
        check=mix.check,
        at_once=4 * config.batch_size,
        seed=config.seed,
    )


def _known_parts(texts: list[Text], find: Callable[[str], Environment]) -> Iterator[MixPart]:
    for environment, level in environments_of(texts):
        try:
            find(environment)
        except UnknownNameError:  # an imported question has no maker
            continue
        yield MixPart(environment=environment, level=level)


def _tell(library: Library, control: Control) -> None:
    left_out = f"{library.heldout} held out, {library.long} too long"
    text = f"learning from {len(library.documents)} samples (left out: {left_out})"
    control.emit(Log(level="info", text=text))
