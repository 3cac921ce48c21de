"""The model that both sides run: the starter, or a random one of its shape where it is missing."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from o1desk.core.configs import MixPart
from o1desk.core.errors import MissingModelError
from o1desk.core.mix import mixed_problems
from o1desk.core.types import Problem
from o1desk.environments import catalog

FAMILIES = ("chain_sum", "basic_arithmetic", "products", "letter_counting", "gcd", "number_sorting")
LEVEL = "medium"
MIX = tuple(MixPart(environment=name, level=LEVEL) for name in FAMILIES)
_SEED = 11


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A model folder.

    Attributes:
        folder: Where it is.
        words: What it is, for the rows.
        is_trained: Whether it ends its answers by itself and sometimes solves a problem.
    """

    folder: Path
    words: str
    is_trained: bool


def subject(scratch: Path, data: Path | None) -> Subject:
    """Return the starter; without one, a random model of its shape is made in `scratch`."""
    from o1desk.models.reference import parse, resolve

    try:
        files = resolve(parse("starter"), data=data)
    except MissingModelError:
        files = None
    if files is not None and files.base is not None:
        return Subject(folder=files.base, words="starter", is_trained=True)
    folder = scratch / "model"
    make_random(folder)
    return Subject(folder=folder, words="a random model of the starter's shape", is_trained=False)


def make_random(folder: Path) -> None:
    """Write a model folder with random weights and a tokenizer learned from a few problems."""
    import torch

    from o1desk.models.decoder import Decoder
    from o1desk.training.starter.folder import decoder_config, save_folder
    from o1desk.training.starter.recipe import Shape
    from o1desk.training.starter.tokenizer import train_tokenizer

    shape = Shape()
    rng = random.Random(_SEED)
    texts = [problem.prompt for problem in problems(200)]
    # Made-up words, so that the tokenizer finds enough merges to fill its vocabulary.
    letters = "etaoinshrdlu"
    texts += [" ".join("".join(rng.choices(letters, k=6)) for _ in range(8)) for _ in range(2000)]
    decoder = Decoder(decoder_config(shape))
    decoder.initialise(torch.Generator().manual_seed(_SEED))
    save_folder(decoder, train_tokenizer(texts, shape.vocab_size), folder)


def problems(count: int) -> list[Problem]:
    """Return problems of six of the starter's families at the medium level."""
    return list(mixed_problems(MIX, count, _SEED, catalog.get))


def prompts(folder: Path, asked: Sequence[Problem]) -> list[str]:
    """Return each problem as the model's chat template renders it."""
    from o1desk.core.types import Message
    from o1desk.models.tokenizer import Tokenizer

    tokenizer = Tokenizer.from_folder(folder)
    return [tokenizer.render([Message(role="user", content=problem.prompt)]) for problem in asked]
