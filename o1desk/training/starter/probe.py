"""A cheap exact look at a model: how likely it is to write held-out working word for word.

The probability that sampling at temperature 1 reproduces the reference completion is a lower
bound of pass@1 in that habit, without sampling noise. Careful working is nearly deterministic, so
there the bound is close; the quick habit has one line, so there it is nearly exact.
"""

from collections import defaultdict
from collections.abc import Mapping

import torch
from tokenizers import Tokenizer

from o1desk.models.decoder import Decoder
from o1desk.training.starter.corpus import encode
from o1desk.training.starter.documents import Document, ProblemStream, problem_document

_BATCH = 16
_HABIT_TOKENS = 2


def probe_documents(
    problems: ProblemStream, families: Mapping[str, float], count: int, seed: int
) -> list[Document]:
    """Return each problem once in the careful and once in the quick habit.

    Args:
        problems: Held-out problems.
        families: The families to ask for.
        count: Problems of each family and level.
        seed: Seed of problems and solvers.
    """
    return [
        problem_document(problem, habit, seed)
        for family in families
        for level in ("easy", "medium", "hard")
        for problem in problems(family, level, count, seed)
        for habit in ("careful", "quick")
    ]


@torch.no_grad()
def probe(decoder: Decoder, tokenizer: Tokenizer, made: list[Document]) -> dict[str, float]:
    """Return the mean probability by "habit", "habit level" and "habit level family".

    The first word, which chooses the habit, is taken as given.
    """
    sums: dict[str, list[float]] = defaultdict(list)
    for start in range(0, len(made), _BATCH):
        part = made[start : start + _BATCH]
        for document, chance in zip(part, _chances(decoder, tokenizer, part), strict=True):
            name = document.habit
            for key in ("", f" {document.level}", f" {document.level} {document.family}"):
                sums[name + key].append(chance)
    return {key: sum(values) / len(values) for key, values in sums.items()}


def _chances(decoder: Decoder, tokenizer: Tokenizer, part: list[Document]) -> list[float]:
    shard = encode(tokenizer, part, longest=1 << 30)
    width = int(max(shard.ends - [0, *shard.ends[:-1]]))
    tokens = torch.zeros(len(part), width, dtype=torch.long)
    mask = torch.zeros(len(part), width - 1)
    begin = 0
    for row, (end, head) in enumerate(zip(shard.ends, shard.prompts, strict=True)):
        size = int(end) - begin
        tokens[row, :size] = torch.from_numpy(shard.tokens[begin : int(end)].astype("int64"))
        mask[row, int(head) + _HABIT_TOKENS - 1 : size - 1] = 1.0
        begin = int(end)
    scores = decoder.logits(decoder(tokens[:, :-1])).float().log_softmax(-1)
    picked = scores.gather(2, tokens[:, 1:, None]).squeeze(2)
    return [float(x) for x in (picked * mask).sum(1).exp()]
