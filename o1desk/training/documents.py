"""What supervised fine-tuning reads: prompts with the text that should follow.

A line of the file is a sample of O1 Desk, or `{"prompt": ..., "completion": ...}`. Samples whose
problem is held out are left out, so that nothing evaluated was ever trained on.
"""

import hashlib
import json
import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from o1desk.core import trace
from o1desk.core.configs import SftConfig
from o1desk.core.errors import InputError
from o1desk.core.runs import INPUTS_FILE
from o1desk.core.samples_io import sample_from_json
from o1desk.core.split import split_of
from o1desk.core.types import Message, Problem, Sample
from o1desk.models.tokenizer import Tokenizer
from o1desk.training.rng import seeded

NAMED_ERRORS = 3  # bad lines that the message shows


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One document as text.

    Attributes:
        prompt: What is asked, before the chat template.
        completion: What should follow.
        problem: The problem behind it; None for plain pairs.
    """

    prompt: str
    completion: str
    problem: Problem | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One document as tokens; only the completion is learnt."""

    prompt: tuple[int, ...]
    completion: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """Every document of a run, and how many were left out.

    Attributes:
        documents: In the order of the file.
        heldout: Left out because the problem belongs to the held-out part.
        long: Left out because cutting them would teach unfinished answers.
        fingerprint: Hash of the tokens.
    """

    documents: tuple[Document, ...]
    heldout: int
    long: int
    fingerprint: str

    def batch(self, step: int, size: int, seed: int) -> list[Document]:
        """Return the documents of a step, counted from 1.

        Every epoch has its own order, a function of the seed; the next index is (step - 1) x size,
        so that a resumed run goes on with the document it would have read.
        """
        count = len(self.documents)
        places = range((step - 1) * size, step * size)
        orders = {epoch: _order(count, seed, epoch) for epoch in {at // count for at in places}}
        return [self.documents[orders[at // count][at % count]] for at in places]


def source_of(config: SftConfig, folder: Path) -> Path:
    """Return the file that a run learns from: its data set, or the inputs in its folder.

    Raises:
        InputError: If there is neither.
    """
    path = Path(config.dataset).expanduser() if config.dataset else folder / INPUTS_FILE
    if not path.is_file():
        what = f"The data set {path}" if config.dataset else f"{INPUTS_FILE} in the run folder"
        raise InputError(
            f"{what} is not there; name a JSONL file of samples, or generate some first "
            "(o1desk generate --source solver)"
        )
    return path


def read_texts(path: Path) -> list[Text]:
    """Read every document of a JSONL file.

    Raises:
        InputError: If lines are no documents, naming the first of them, or there is none.
    """
    texts: list[Text] = []
    bad: list[str] = []
    with path.open(encoding="utf-8", errors="surrogateescape") as file:
        for number, line in enumerate(file, start=1):
            if not line.strip():
                continue
            try:
                texts.append(_text(json.loads(line)))
            except (ValueError, TypeError, RecursionError) as error:
                bad.append(f"line {number}: {error}")
    if bad:
        shown = "; ".join(bad[:NAMED_ERRORS])
        raise InputError(
            f"{len(bad)} lines of {path.name} are no samples ({shown}); nothing was trained"
        )
    if not texts:
        raise InputError(f"{path.name} holds no samples; nothing was trained")
    return texts


def build_library(texts: Sequence[Text], tokenizer: Tokenizer, *, max_tokens: int) -> Library:
    """Turn texts into tokens, leaving out what is held out or too long.

    Args:
        texts: The documents.
        tokenizer: The model's own.
        max_tokens: Longest document, prompt included.

    Raises:
        InputError: If nothing is left.
    """
    end = _end_of_turn(tokenizer)
    kept: list[Document] = []
    heldout = long = 0
    for text in texts:
        if text.problem is not None and split_of(text.problem) == "heldout":
            heldout += 1
            continue
        document = _document(text, tokenizer, end)
        if len(document.prompt) + len(document.completion) > max_tokens:
            long += 1
            continue
        kept.append(document)
    if not kept:
        raise InputError(
            f"No sample is left to learn from: {heldout} are held out and {long} are longer than "
            f"{max_tokens} tokens; nothing was trained"
        )
    return Library(
        documents=tuple(kept), heldout=heldout, long=long, fingerprint=_fingerprint(kept)
    )


def environments_of(texts: Iterable[Text]) -> Iterator[tuple[str, str]]:
    """Yield each environment and level that occurs, once, in order."""
    problems = (text.problem for text in texts if text.problem is not None)
    yield from dict.fromkeys((p.environment, p.level) for p in problems)


def _text(data: Any) -> Text:
    if not isinstance(data, Mapping):
        raise TypeError("not an object")
    if "problem" in data:
        return _text_of_sample(sample_from_json(data))
    prompt, completion = data.get("prompt"), data.get("completion")
    if not isinstance(prompt, str) or not isinstance(completion, str):
        raise TypeError("neither a sample nor a pair of 'prompt' and 'completion'")
    return Text(prompt=prompt, completion=completion)


def _text_of_sample(sample: Sample) -> Text:
    text = sample.raw or trace.write(sample.trace)
    return Text(prompt=sample.problem.prompt, completion=text, problem=sample.problem)


def _document(text: Text, tokenizer: Tokenizer, end: int) -> Document:
    """Join a text to the prompt that the template makes, marks of thinking exactly once.

    A text without thinking is taught under the prompt that turns thinking off.
    """
    thinking, answer, _ = trace.split(text.completion)
    is_thoughtful = bool(thinking.strip())
    messages = [Message(role="user", content=text.prompt)]
    prompt = tokenizer.render(messages, thinking=is_thoughtful)
    completion = text.completion
    if prompt.rstrip().endswith(trace.OPEN):
        completion = completion.lstrip().removeprefix(trace.OPEN).removeprefix("\n")
    elif prompt.rstrip().endswith(trace.CLOSE):
        completion = answer
    return Document(
        prompt=tuple(tokenizer.encode(prompt)),
        completion=(*tokenizer.encode(completion), end),
    )


def _end_of_turn(tokenizer: Tokenizer) -> int:
    named = tokenizer.token_id(tokenizer.special.get("eos_token", ""))
    if named is not None:
        return named
    if not tokenizer.eos_ids:
        raise InputError("The model's tokenizer names no end-of-turn token; it cannot be trained")
    return tokenizer.eos_ids[0]


def _order(count: int, seed: int, epoch: int) -> list[int]:
    order = list(range(count))
    random.Random(seeded("order", seed, epoch)).shuffle(order)
    return order


def _fingerprint(documents: Sequence[Document]) -> str:
    text = json.dumps([[d.prompt, d.completion] for d in documents])
    return hashlib.sha256(text.encode()).hexdigest()[:16]
