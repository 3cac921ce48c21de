"""`o1desk starter build`: the starter model from nothing."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

import torch

from o1desk.core.control import Control
from o1desk.core.errors import InputError
from o1desk.models.decoder import Decoder
from o1desk.models.devices import default_threads
from o1desk.training.starter.card import remove_card, write_card
from o1desk.training.starter.card_facts import Built, facts
from o1desk.training.starter.corpus import corpus_key, prepare
from o1desk.training.starter.documents import ProblemStream, problem_stream
from o1desk.training.starter.evaluate import Exam, measure
from o1desk.training.starter.folder import decoder_config, save_folder
from o1desk.training.starter.pretrain import Plan, pretrain
from o1desk.training.starter.progress import Budget
from o1desk.training.starter.recipe import Recipe

SNAPSHOT = "snapshot"


def build_starter(  # noqa: PLR0913 - one for each option of the command line
    out: Path,
    work: Path,
    *,
    minutes: float | None,
    tokens: int | None,
    seed: int,
    threads: int | None,
    control: Control,
    exam: Exam | None = None,
) -> dict[str, Any]:
    """Make corpus, tokenizer, weights and card; calling it again continues an interrupted build.

    Args:
        out: Folder of the finished model.
        work: Folder of corpus, training state, log and snapshot; safe to delete afterwards.
        minutes: Budget of training time; None when `tokens` decides.
        tokens: Budget of training tokens; None when `minutes` decides.
        seed: Seed of corpus and weights.
        threads: Threads of the matrix products; None for one on each physical core.
        control: Hears about progress; may stop the build at any step.
        exam: Size of the measurement for the card; None for the usual one.

    Returns:
        Steps, tokens, seconds, parameters, the folder, and the averages of the measurement.

    Raises:
        InputError: If neither budget is given, or one is 0 or less.
        Cancelled: When the user asked to stop; the next call continues.
    """
    given = [budget for budget in (minutes, tokens) if budget is not None]
    if not given or min(given) <= 0:
        raise InputError("The build needs a budget above 0: minutes or tokens; nothing was built")
    torch.set_num_threads(threads or default_threads())
    budget = Budget(minutes=minutes, tokens=tokens)
    recipe, folders = Recipe(), Folders(out=out, work=work)
    made = build(folders, recipe, budget, seed=seed, control=control)
    made |= publish(out, recipe, made, exam or Exam(), control)
    return made


@dataclass(frozen=True, slots=True, kw_only=True)
class Folders:
    """Where a build writes.

    Attributes:
        out: The finished model.
        work: Corpus, training state, log and snapshot.
    """

    out: Path
    work: Path


def build(
    folders: Folders,
    recipe: Recipe,
    budget: Budget,
    *,
    seed: int,
    control: Control,
    problems: ProblemStream | None = None,
) -> dict[str, Any]:
    """Build with any recipe; `build_starter` says what the arguments mean."""
    out, work = folders.out, folders.work
    tokenizer, shards = prepare(recipe, problems or problem_stream(), work, seed, control)
    shape = replace(recipe.shape, vocab_size=tokenizer.get_vocab_size())
    decoder = Decoder(decoder_config(shape))
    decoder.initialise(torch.Generator().manual_seed(seed))
    plan = Plan(
        recipe=recipe,
        budget=budget,
        shards=shards,
        work=work,
        fingerprint=fingerprint(recipe, seed),
        on_save=lambda _: save_folder(decoder, tokenizer, work / SNAPSHOT),
    )
    position = pretrain(decoder, plan, control)
    remove_card(out)
    save_folder(decoder, tokenizer, out)
    built = Built(
        parameters=sum(p.numel() for p in decoder.parameters()),
        vocabulary=shape.vocab_size,
        steps=position.step,
        tokens=position.tokens,
        seconds=round(position.seconds, 1),
        seed=seed,
        threads=torch.get_num_threads(),
    )
    return {"out": str(out), **asdict(built)}


def publish(
    out: Path, recipe: Recipe, made: Mapping[str, Any], exam: Exam, control: Control
) -> dict[str, Any]:
    """Measure a finished model the way its users open it, and write its card.

    Args:
        out: The model folder.
        recipe: What was trained.
        made: What `build` returned.
        exam: Size of the measurement.
        control: Hears about progress.

    Returns:
        The averages of the card.
    """
    from o1desk.models.open import open_backend

    backend = open_backend(str(out), device="cpu", threads=torch.get_num_threads())
    try:
        measured = measure(backend, exam, control)
    finally:
        backend.close()
    built = Built(**{field.name: made[field.name] for field in fields(Built)})
    value = facts(recipe, built, exam, measured, problem_stream())
    write_card(out, value)
    return {"averages": value["averages"]}


def fingerprint(recipe: Recipe, seed: int) -> str:
    """Return a name for everything that decides the weights, the budget apart."""
    decides = json.dumps([corpus_key(recipe, seed), asdict(recipe)], sort_keys=True)
    return hashlib.sha256(decides.encode()).hexdigest()[:12]
