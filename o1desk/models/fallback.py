"""Architectures that our own decoder does not compute, run by transformers.

Slower than the torch backend (no static cache, no fused projections), but right for whatever
transformers knows. Code that comes with a model never runs, pickles are never read.
"""

import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Self

import torch
from torch import Tensor

from o1desk.core.backend import Completion, Sampling, Token
from o1desk.core.control import Control, NullControl
from o1desk.core.errors import InputError
from o1desk.core.types import Message
from o1desk.models.devices import choose_device
from o1desk.models.drawing import make_draw
from o1desk.models.fallback_load import end_tokens, load_model
from o1desk.models.tokenizer import Tokenizer

_SEED_STRIDE = 1_000_003


class TransformersBackend:
    """Fulfils `core.backend.Backend` with a transformers model."""

    def __init__(self, name: str, model: Any, tokenizer: Tokenizer, *, note: str = "") -> None:
        """Take over a loaded model; `open` is the usual way."""
        self._name = name
        self._model = model
        self._tokenizer = tokenizer
        self._ends = end_tokens(model, tokenizer)
        self._note = note

    @classmethod
    def open(
        cls,
        name: str,
        folder: Path,
        *,
        adapter: Path | None = None,
        device: str = "auto",
        precision: str = "auto",
        threads: int | None = None,
    ) -> Self:
        """Load a model folder, which `safety.check_folder` has looked at.

        Raises:
            InputError: If transformers does not know the architecture.
            DamagedModelError: If a file is damaged.
        """
        chosen, sentence = choose_device(device)
        if threads is not None:
            torch.set_num_threads(threads)
        model = load_model(folder, adapter, device=chosen, precision=precision)
        kind = model.config.model_type
        note = f"'{kind}' is computed by the transformers library, which is slower"
        note = "; ".join(filter(None, (note, sentence)))
        return cls(name, model, Tokenizer.from_folder(folder), note=note)

    @property
    def name(self) -> str:
        """The reference it was opened with."""
        return self._name

    @property
    def notice(self) -> str:
        """Says that this is the fallback, and what else is missing."""
        return "; ".join(filter(None, (self._note, self._tokenizer.notice)))

    @property
    def context(self) -> int:
        """Longest prompt and answer together, tokens; 0 when the configuration does not say."""
        return int(getattr(self._model.config, "max_position_embeddings", 0) or 0)

    def render(self, messages: Sequence[Message], *, thinking: bool = True) -> str:
        """Return the prompt that the model's own template makes of the messages."""
        return self._tokenizer.render(messages, thinking=thinking)

    def count_tokens(self, text: str) -> int:
        """Return the length of a text in tokens, without added ones."""
        return len(self._tokenizer.encode(text))

    def generate(
        self,
        prompts: Sequence[str],
        sampling: Sampling,
        *,
        n: int = 1,
        control: Control | None = None,
    ) -> list[list[Completion]]:
        """Return `n` completions per prompt; the answers to one prompt advance together."""
        groups = []
        for index, prompt in enumerate(prompts):
            seed = sampling.seed * _SEED_STRIDE + index
            rows: list[list[tuple[int, float]]] = [[] for _ in range(n)]
            for drawn in self._draw(prompt, sampling, n, seed, control):
                for row, pair in zip(rows, drawn, strict=True):
                    if not row or row[-1][0] not in self._ends:
                        row.append(pair)
            groups.append([self._completion(row) for row in rows])
        return groups

    def stream(
        self, prompt: str, sampling: Sampling, *, control: Control | None = None
    ) -> Iterator[Token]:
        """Yield the tokens of one completion as they are drawn."""
        reader = self._tokenizer.streamer()
        for done, [(token, logprob)] in enumerate(
            self._draw(prompt, sampling, 1, sampling.seed * _SEED_STRIDE, control), start=1
        ):
            at_s = time.perf_counter()
            ended = token in self._ends
            text = "" if ended else reader.feed(token)
            if ended or done == sampling.max_new_tokens:
                text += reader.flush()
            yield Token(text=text, token_id=token, logprob=logprob, at_s=at_s)

    def close(self) -> None:
        """Let go of the weights."""
        self._model = None
        if torch.cuda.is_available():
            torch.cuda.empty_cache()

    def _completion(self, row: list[tuple[int, float]]) -> Completion:
        tokens = tuple(token for token, _ in row)
        ended = bool(tokens) and tokens[-1] in self._ends
        body = tokens[:-1] if ended else tokens
        return Completion(
            text=self._tokenizer.decode(body),
            token_ids=tokens,
            logprobs=tuple(logprob for _, logprob in row),
            finish="stop" if ended else "length",
        )

    def _draw(
        self, prompt: str, sampling: Sampling, n: int, seed: int, control: Control | None
    ) -> Iterator[list[tuple[int, float]]]:
        """Yield token and log-probability of each row, step by step, until every row has ended."""
        control = control or NullControl()
        ids = self._tokenizer.encode(prompt)
        if not ids:
            raise InputError("The prompt is empty; write something to continue")
        device = self._model.device
        generator = torch.Generator().manual_seed(seed % 2**63)
        draw = make_draw(sampling)
        step_BS = torch.tensor([ids], device=device).repeat(n, 1)
        ended_B = torch.zeros(n, dtype=torch.bool, device=device)
        ends = torch.tensor(sorted(self._ends), device=device)
        cache: Any = None
        for done in range(sampling.max_new_tokens):
            control.tick("token", done, sampling.max_new_tokens)
            logits_BV, cache = self._forward(step_BS, cache)
            next_B, logprobs_B = draw(logits_BV, torch.rand(n, generator=generator).to(device))
            yield list(zip(next_B.tolist(), logprobs_B.tolist(), strict=True))
            ended_B |= torch.isin(next_B, ends)
            if ended_B.all():
                return
            # Without a cache (some recurrent models keep it elsewhere) the whole text goes again.
            step_BS = next_B[:, None] if cache is not None else _longer(step_BS, next_B)

    @torch.no_grad()  # not inference_mode: the draw overwrites the scores outside of it
    def _forward(self, tokens_BS: Tensor, cache: Any) -> tuple[Tensor, Any]:
        """Return the scores of the last position, float32, (B, V), and the cache."""
        keep = {} if cache is None else {"past_key_values": cache}
        out = self._model(input_ids=tokens_BS, use_cache=True, **keep)
        scores_BV = out.logits[:, -1].float().clone()
        return scores_BV, getattr(out, "past_key_values", None)


def _longer(tokens_BS: Tensor, next_B: Tensor) -> Tensor:
    return torch.cat([tokens_BS, next_B[:, None]], dim=1)
