"""Answers laid out for the gradient: a prompt once, its answers behind it.

The answers of a group share their prompt. A row holds the prompt once and then several answers;
positions restart after the prompt for each answer, and the attention mask lets an answer see the
prompt and itself. The result is the same numbers for a fraction of the work, since prompts are
often longer than answers. Rows are sorted by length and cut into micro-batches of a token budget.

Shapes: B rows, S positions of a row, N completion tokens.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from o1desk.models.decoder import DecoderConfig

PADDING = -1
FULL_ENOUGH = 1024  # tokens from which a micro-batch keeps the cores busy
LEAST_FILL = 0.75  # a shorter row than this share of the longest begins a new micro-batch


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """One answer with its prompt.

    Attributes:
        index: Its place among all answers of the step.
        start: Where its tokens begin when the answers of the step are laid end to end.
        prompt: Tokens of the prompt; equal prompts may share a row.
        tokens: Tokens of the answer, end-of-turn included.
    """

    index: int
    start: int
    prompt: tuple[int, ...]
    tokens: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A prompt and the answers behind it."""

    prompt: tuple[int, ...]
    answers: tuple[Answered, ...]

    @property
    def length(self) -> int:
        """Tokens the model reads; nothing follows an answer's last token, so it is left out."""
        return len(self.prompt) + sum(len(answer.tokens) - 1 for answer in self.answers)


@dataclass(frozen=True, slots=True, kw_only=True)
class MicroBatch:
    """Tensors of some rows.

    Attributes:
        tokens: Input tokens, padded on the right.
        positions: Rotary positions.
        mask: Who may look where, (B, 1, S, S) boolean; None where plain causal order suffices.
        before: For each completion token, the flat place (row x S + column) of the position
            that predicts it.
        targets: The completion tokens.
        flat: The place of each completion token when the step's answers are laid end to end.
        answers: Indices of the answers in this micro-batch.
    """

    tokens: Tensor
    positions: Tensor
    mask: Tensor | None
    before: Tensor
    targets: Tensor
    flat: Tensor
    answers: tuple[int, ...]

    def to(self, device: torch.device) -> "MicroBatch":
        """Return the same batch on a device."""
        return MicroBatch(
            tokens=self.tokens.to(device),
            positions=self.positions.to(device),
            mask=None if self.mask is None else self.mask.to(device),
            before=self.before.to(device),
            targets=self.targets.to(device),
            flat=self.flat.to(device),
            answers=self.answers,
        )


def rows_of(answers: Iterable[Answered], *, work: float) -> list[Row]:
    """Put answers to the same prompt into shared rows where that costs less.

    A row of k answers of length C behind a prompt of length P saves P (k - 1) / k tokens of linear
    work for each answer, and pays for attention scores between answers that do not see each
    other. With `work` w, the cost of an answer P (w + P) / k + k C^2 is least at
    k = sqrt(P (w + P)) / C: long prompts are shared by many answers, long answers by few.

    Args:
        answers: The answers; those to one prompt need not be neighbours.
        work: Linear work of one token of one layer, in units of one attention score and its
            share of the value sum; see `work_of`.
    """
    by_prompt: dict[tuple[int, ...], list[Answered]] = {}
    for answer in answers:
        by_prompt.setdefault(answer.prompt, []).append(answer)
    rows: list[Row] = []
    for prompt, group in by_prompt.items():
        limit = len(prompt) + math.sqrt(len(prompt) * (work + len(prompt)))
        rows += _fill(prompt, group, limit)
    return rows


def work_of(config: DecoderConfig) -> float:
    """Return the weights of one layer per number that one attention score costs (2 per channel)."""
    queries = config.num_attention_heads * config.head_dim
    keys = config.num_key_value_heads * config.head_dim
    weights = config.hidden_size * (2 * queries + 2 * keys + 3 * config.intermediate_size)
    return weights / (2 * queries)


def _fill(prompt: tuple[int, ...], group: Sequence[Answered], limit: float) -> Iterator[Row]:
    taken: list[Answered] = []
    length = len(prompt)
    for answer in group:
        more = len(answer.tokens) - 1
        if taken and length + more > limit:
            yield Row(prompt=prompt, answers=tuple(taken))
            taken, length = [], len(prompt)
        taken.append(answer)
        length += more
    yield Row(prompt=prompt, answers=tuple(taken))


def micro_batches(rows: Sequence[Row], budget: int) -> list[list[Row]]:
    """Cut rows, longest first, into batches whose padded size stays within the budget.

    The longest rows come first, so that a lack of memory shows at once. A row larger than the
    budget is a batch of its own. A batch that is large enough to be efficient is closed before
    rows join it that would be mostly padding.

    Args:
        rows: The rows.
        budget: Tokens held at once, padding included.
    """
    batches: list[list[Row]] = []
    for row in sorted(rows, key=lambda row: -row.length):
        longest = batches[-1][0].length if batches else 0
        size = longest * len(batches[-1]) if batches else 0
        is_waste = size >= FULL_ENOUGH and row.length < LEAST_FILL * longest
        if batches and size + longest <= budget and not is_waste:
            batches[-1].append(row)
        else:
            batches.append([row])
    return batches


def collate(rows: Sequence[Row], pad_id: int) -> MicroBatch:
    """Return the tensors of some rows."""
    width = max(row.length for row in rows)
    tokens_BS = torch.full((len(rows), width), pad_id)
    positions_BS = torch.zeros((len(rows), width), dtype=torch.long)
    parts_BS = torch.full((len(rows), width), PADDING)
    before: list[int] = []
    targets: list[int] = []
    flat: list[int] = []
    for at, row in enumerate(rows):
        ids, positions, parts = _layout(row)
        tokens_BS[at, : row.length] = torch.tensor(ids)
        positions_BS[at, : row.length] = torch.tensor(positions)
        parts_BS[at, : row.length] = torch.tensor(parts)
        before += [at * width + column for column in _predictors(row)]
        targets += [token for answer in row.answers for token in answer.tokens]
        flat += [answer.start + k for answer in row.answers for k in range(len(answer.tokens))]
    is_shared = any(len(row.answers) > 1 for row in rows)
    return MicroBatch(
        tokens=tokens_BS,
        positions=positions_BS,
        mask=_mask(parts_BS) if is_shared else None,
        before=torch.tensor(before),
        targets=torch.tensor(targets),
        flat=torch.tensor(flat),
        answers=tuple(answer.index for row in rows for answer in row.answers),
    )


def _layout(row: Row) -> tuple[list[int], list[int], list[int]]:
    """Return the tokens of a row, their positions, and their part: 0 the prompt, then 1, 2, ..."""
    size = len(row.prompt)
    ids, positions, parts = list(row.prompt), list(range(size)), [0] * size
    for number, answer in enumerate(row.answers, start=1):
        body = answer.tokens[:-1]
        ids += body
        positions += range(size, size + len(body))
        parts += [number] * len(body)
    return ids, positions, parts


def _predictors(row: Row) -> Iterator[int]:
    """Yield the column that predicts each completion token of a row, in order."""
    column = len(row.prompt)
    for answer in row.answers:
        yield len(row.prompt) - 1
        yield from range(column, column + len(answer.tokens) - 1)
        column += len(answer.tokens) - 1


def _mask(parts_BS: Tensor) -> Tensor:
    """Return who may look where, (B, 1, S, S): back in time, at the prompt or at its own part."""
    size = parts_BS.shape[1]
    query, key = parts_BS[:, :, None], parts_BS[:, None, :]
    causal = torch.ones(size, size, dtype=torch.bool).tril()
    return (causal & ((key == 0) | (key == query)))[:, None]
