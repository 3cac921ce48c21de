"""The corpus as token arrays on disk, made once per seed and recipe, and the rows drawn from it.

A shard is three arrays: all tokens in one row, the end of each document, and the length of each
document's prompt. Making it is cheap beside training, but it must not happen between two steps.
"""

import hashlib
import itertools
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from tokenizers import Tokenizer

from o1desk.core.control import Control
from o1desk.training.starter.documents import Document, ProblemStream, documents
from o1desk.training.starter.ragged import Row, to_row
from o1desk.training.starter.recipe import Recipe
from o1desk.training.starter.tokenizer import train_tokenizer

SHARD_DOCUMENTS = 20_000
_TOKENIZER_DOCUMENTS = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Shard:
    """Encoded documents.

    Attributes:
        tokens: All documents in one row, uint16.
        ends: Where each document ends in `tokens`, int64.
        prompts: Length of each document's prompt, int64.
    """

    tokens: npt.NDArray[np.uint16]
    ends: npt.NDArray[np.int64]
    prompts: npt.NDArray[np.int64]


def prepare(
    recipe: Recipe, problems: ProblemStream, work: Path, seed: int, control: Control
) -> tuple[Tokenizer, list[Path]]:
    """Return the tokenizer and the shards, making whichever is missing.

    Args:
        recipe: Mix and sizes.
        problems: Where the problems come from; training passes those of the split "train".
        work: Cache folder; its content is keyed by recipe and seed.
        seed: Seed of the corpus.
        control: Hears about the progress.
    """
    folder = work / f"corpus_{corpus_key(recipe, seed)}"
    folder.mkdir(parents=True, exist_ok=True)
    tokenizer = _tokenizer(recipe, problems, folder / "tokenizer.json", seed)
    shards = []
    total = -(-recipe.documents // SHARD_DOCUMENTS)
    for index in range(total):
        control.tick("corpus", index, total)
        path = folder / f"shard_{index:04}.npz"
        if not path.exists():
            count = min(SHARD_DOCUMENTS, recipe.documents - index * SHARD_DOCUMENTS)
            made = documents(recipe.mix, problems, count, _shard_seed(seed, index))
            write_shard(encode(tokenizer, made, recipe.longest), path)
        shards.append(path)
    return tokenizer, shards


def corpus_key(recipe: Recipe, seed: int) -> str:
    """Return a name for everything that decides the corpus."""
    decides = [asdict(recipe.mix), recipe.shape.vocab_size, recipe.documents, recipe.longest, seed]
    return hashlib.sha256(json.dumps(decides, sort_keys=True).encode()).hexdigest()[:12]


def _shard_seed(seed: int, index: int) -> int:
    return int(hashlib.sha256(f"{seed} shard {index}".encode()).hexdigest()[:8], 16)


def _tokenizer(recipe: Recipe, problems: ProblemStream, path: Path, seed: int) -> Tokenizer:
    if not path.exists():
        count = min(_TOKENIZER_DOCUMENTS, recipe.documents)
        made = documents(recipe.mix, problems, count, _shard_seed(seed, -1))
        texts = (text for d in made for text in plain_parts(d))
        part = path.with_suffix(".part")
        train_tokenizer(texts, recipe.shape.vocab_size).save(str(part))
        part.replace(path)
    return Tokenizer.from_file(str(path))


def plain_parts(document: Document) -> Iterator[str]:
    """Yield the text of a document between its control marks."""
    text = document.prompt + document.completion
    for mark in ("<|im_start|>", "<|im_end|>", "<think>", "</think>"):
        text = text.replace(mark, "\0")
    yield from (part for part in text.split("\0") if part)


def encode(tokenizer: Tokenizer, made: Sequence[Document], longest: int) -> Shard:
    """Turn documents into arrays; those longer than `longest` tokens are left out.

    Prompt and completion are encoded apart, as they are when the model is used.
    """
    prompts = tokenizer.encode_batch_fast([d.prompt for d in made])
    completions = tokenizer.encode_batch_fast([d.completion for d in made])
    rows, heads = [], []
    for prompt, completion in zip(prompts, completions, strict=True):
        row = prompt.ids + completion.ids
        if len(row) <= longest:
            rows.append(row)
            heads.append(len(prompt.ids))
    return Shard(
        tokens=np.fromiter(itertools.chain.from_iterable(rows), dtype=np.uint16),
        ends=np.cumsum([len(row) for row in rows], dtype=np.int64),
        prompts=np.array(heads, dtype=np.int64),
    )


def write_shard(shard: Shard, path: Path) -> None:
    """Write a shard so that it is there whole or not at all."""
    part = path.with_suffix(".part")
    with part.open("wb") as file:
        np.savez(file, tokens=shard.tokens, ends=shard.ends, prompts=shard.prompts)
    part.replace(path)


def read_shard(path: Path) -> Shard:
    """Read a shard."""
    with np.load(path, allow_pickle=False) as data:
        return Shard(tokens=data["tokens"], ends=data["ends"], prompts=data["prompts"])


def step_ranges(shard: Shard, start: int, step_tokens: int) -> Iterator[tuple[int, int]]:
    """Yield runs of documents [first, last) of at least `step_tokens` tokens, from `start` on.

    What is left at the end of the shard and does not fill a step is dropped.
    """
    first = start
    while True:
        before = int(shard.ends[first - 1]) if first else 0
        last = int(np.searchsorted(shard.ends, before + step_tokens)) + 1
        if last > len(shard.ends):
            return
        yield first, last
        first = last


def rows(shard: Shard, first: int, last: int, recipe: Recipe) -> list[Row]:
    """Cut one step's documents into forward passes of about `recipe.micro_tokens` tokens.

    Documents are dealt out by length, so that every pass holds long and short ones.
    """
    begins = np.concatenate([[0], shard.ends])
    lengths = np.diff(begins[first : last + 1])
    falling = first + np.argsort(lengths, kind="stable")[::-1]
    passes = max(1, round(int(lengths.sum()) / recipe.micro_tokens))
    made = []
    for start in range(min(passes, len(falling))):
        chosen = falling[start::passes]
        tokens = [shard.tokens[begins[d] : begins[d + 1]].astype(np.int64) for d in chosen]
        heads = [int(shard.prompts[d]) for d in chosen]
        made.append(to_row([torch.from_numpy(t) for t in tokens], heads, recipe.prompt_weight))
    return made
