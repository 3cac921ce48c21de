"""Sampling for reinforcement learning: our sampler against transformers `generate`."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from o1desk.bench.measure import Result, Row, middle, need, take_turns, torch_device
from o1desk.bench.subject import Subject, problems, prompts, subject
from o1desk.core.backend import Sampling

PROMPTS, EACH = 16, 8
LONGEST = 160  # tokens, as in the default of `o1desk train rl`
ROUNDS, QUICK_ROUNDS = 5, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """The same weights, loaded twice.

    Attributes:
        sampler: Ours.
        model: The transformers model.
        asked: Token ids of the prompts.
        eos: Ids that end an answer.
        pad: Id that fills short rows.
        device: Where both compute.
    """

    sampler: Any
    model: Any
    asked: Sequence[Sequence[int]]
    eos: Sequence[int]
    pad: int
    device: Any


def measure(*, quick: bool, data: Path | None) -> Result:
    """Measure tokens per second of whole batches, and whether greedy tokens are the same."""
    transformers = need("transformers", "transformers")
    with TemporaryDirectory() as scratch:
        model = subject(Path(scratch), data)
        sides = load(model)
        ours, peer = take_turns(
            lambda turn: our_rate(sides, turn),
            lambda turn: peer_rate(sides, turn),
            QUICK_ROUNDS if quick else ROUNDS,
        )
        equal = greedy_agreement(sides)
    name = f"transformers {transformers.__version__} generate"
    what = f"{model.words}, {PROMPTS} prompts x {EACH}, at most {LONGEST} tokens, temperature 1"
    return Result(
        rows=[
            Row(
                what=f"sampling: {what}",
                ours=middle(ours),
                peer=middle(peer),
                peer_name=name,
                unit="tokens/s",
            ),
            Row(
                what=f"greedy tokens that are the same, {PROMPTS} prompts one at a time",
                ours=equal,
                peer=1.0,
                peer_name=name,
                unit="share",
            ),
        ],
        device=torch_device(sides.device),
    )


def load(model: Subject) -> Sides:
    """Load both sides in the device's usual precision."""
    transformers = need("transformers", "transformers")
    from o1desk.models.loading import load_decoder, pick_device
    from o1desk.models.sampler import Sampler
    from o1desk.models.tokenizer import Tokenizer

    device, dtype = pick_device("auto", "auto")
    tokenizer = Tokenizer.from_folder(model.folder)
    decoder = load_decoder(model.folder, device, dtype)
    peer = transformers.AutoModelForCausalLM.from_pretrained(
        model.folder, dtype=dtype, local_files_only=True
    )
    texts = prompts(model.folder, problems(PROMPTS))
    return Sides(
        sampler=Sampler(decoder, tokenizer.eos_ids, tokenizer.pad_id),
        model=peer.to(device).eval(),
        asked=[tokenizer.encode(text) for text in texts],
        eos=tuple(tokenizer.eos_ids),
        pad=tokenizer.pad_id,
        device=device,
    )


def our_rate(sides: Sides, turn: int) -> float:
    """Return our tokens per second for one whole batch."""
    sampling = Sampling(max_new_tokens=LONGEST, seed=turn)

    def draw() -> int:
        groups = sides.sampler.sample(sides.asked, n=EACH, sampling=sampling)
        return sum(len(answer.ids) for group in groups for answer in group)

    return _rate(draw, sides.device)


def peer_rate(sides: Sides, turn: int) -> float:
    """Return the peer's tokens per second; what fills finished rows does not count as a token."""
    import torch

    torch.manual_seed(turn)

    def draw() -> int:
        rows = _generate(sides, sides.asked, do_sample=True, num_return_sequences=EACH)
        return sum(_length(row, sides.eos) for row in rows)

    return _rate(draw, sides.device)


def greedy_agreement(sides: Sides) -> float:
    """Return the share of greedy tokens that both sides agree on, counted up to the first other.

    One prompt at a time: in a padded batch the peer's own rounding already differs from its
    rounding without padding.
    """
    sampling = Sampling(max_new_tokens=LONGEST, temperature=0.0)
    same = total = 0
    for prompt in sides.asked:
        ours = sides.sampler.sample([prompt], sampling=sampling)[0][0].ids
        [row] = _generate(sides, [prompt], do_sample=False)
        peer = row[: _length(row, sides.eos)]
        total += max(len(ours), len(peer))
        pairs = enumerate(zip(ours, peer, strict=False))
        same += next((at for at, (a, b) in pairs if a != b), min(len(ours), len(peer)))
    return same / total


def _generate(sides: Sides, asked: Sequence[Sequence[int]], **options: Any) -> list[list[int]]:
    """Return the completions of the peer, padded to one length."""
    import torch

    longest = max(len(prompt) for prompt in asked)
    ids = torch.tensor([[sides.pad] * (longest - len(p)) + list(p) for p in asked])
    mask = torch.tensor([[0] * (longest - len(p)) + [1] * len(p) for p in asked])
    if options["do_sample"]:
        options |= {"temperature": 1.0, "top_k": 0, "top_p": 1.0}
    else:
        options |= {"temperature": None, "top_k": None, "top_p": None}
    with torch.inference_mode():
        rows = sides.model.generate(
            input_ids=ids.to(sides.device),
            attention_mask=mask.to(sides.device),
            max_new_tokens=LONGEST,
            eos_token_id=list(sides.eos),
            pad_token_id=sides.pad,
            **options,
        )
    completions: list[list[int]] = rows[:, longest:].tolist()
    return completions


def _length(row: Sequence[int], eos: Sequence[int]) -> int:
    """Return the tokens up to and with the end of the turn."""
    return next((at + 1 for at, token in enumerate(row) if token in eos), len(row))


def _rate(draw: Callable[[], int], device: Any) -> float:
    import torch

    def settle() -> None:
        if device.type == "cuda":
            torch.cuda.synchronize(device)

    settle()
    started_s = time.perf_counter()
    tokens = draw()
    settle()
    return tokens / (time.perf_counter() - started_s)
