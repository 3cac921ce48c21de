"""The policy: base model, adapter, tokenizer and sampler, opened together from a reference."""

import math
from dataclasses import dataclass
from pathlib import Path

import torch

from o1desk.core import trace
from o1desk.core.configs import LoraConfig
from o1desk.core.types import Message, Problem, Sample
from o1desk.models.decoder import Decoder
from o1desk.models.loading import load_decoder, pick_device
from o1desk.models.lora import LoraAdapter, attach, load_peft
from o1desk.models.lora_files import base_hash
from o1desk.models.reference import parse, resolve
from o1desk.models.safety import check_folder
from o1desk.models.safety_memory import memory_guard
from o1desk.models.sampler import SampledSequence, Sampler
from o1desk.models.tokenizer import Tokenizer
from o1desk.models.trainable import folder_to_train
from o1desk.training.rng import seeded

CPU_BYTES, HALF_BYTES = 4, 2  # one weight in float32 and in bfloat16


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """What is trained and how it speaks.

    Attributes:
        name: Reference of the base model, as typed.
        decoder: The base model with the adapter on it.
        adapter: The only part that changes.
        tokenizer: Text to tokens and back, and the chat template.
        sampler: Draws answers; `refresh` makes it see the adapter's present weights.
        fingerprint: Hash of the base model's weights.
    """

    name: str
    decoder: Decoder
    adapter: LoraAdapter
    tokenizer: Tokenizer
    sampler: Sampler
    fingerprint: str

    @property
    def device(self) -> torch.device:
        """Where it computes."""
        return self.decoder.device

    @property
    def pad_id(self) -> int:
        """The token that fills short rows."""
        return self.tokenizer.pad_id

    def render(self, problem: Problem, *, thinking: bool = True) -> str:
        """Return the prompt of a problem."""
        messages = [Message(role="user", content=problem.prompt)]
        return self.tokenizer.render(messages, thinking=thinking)

    def read(self, problem: Problem, prompt: str, drawn: SampledSequence) -> Sample:
        """Return the sample that sampled tokens stand for.

        Args:
            problem: What was asked.
            prompt: The rendered prompt; when it ends inside a chain of thought, the sample's text
                begins with the mark that the prompt supplied.
            drawn: The tokens.
        """
        is_opened = prompt.rstrip().endswith(trace.OPEN)
        text = self.tokenizer.decode(drawn.ids)
        raw = f"{trace.OPEN}\n{text}" if is_opened else text
        thinking = self._thinking_tokens(drawn.ids, text)
        return Sample(
            problem=problem,
            origin="rl",
            trace=trace.parse(raw, opened=is_opened),
            raw=raw,
            model=self.name,
            tokens_thinking=thinking,
            tokens_answer=len(drawn.ids) - thinking,
            truncated=drawn.finish == "length",
        )

    def adapter_norm(self) -> float:
        """Return the Frobenius norm of all updates s B A together, without forming them.

        ||B A||^2 is the trace of (A A^T)(B^T B), two small matrices.
        """
        total = 0.0
        with torch.no_grad():
            for layer in self.adapter.layers.values():
                low = layer.low_rank
                small = (low.a @ low.a.T) * (low.b.T @ low.b)
                total += float(small.sum()) * low.scale**2
        return math.sqrt(total) if total >= 0 else math.nan

    def save_adapter(self, folder: Path) -> None:
        """Write the adapter in PEFT's format."""
        self.adapter.save_peft(folder, self.name, self.fingerprint)

    def load_adapter(self, folder: Path) -> None:
        """Copy the weights of a saved adapter into this one."""
        self.adapter.load_peft(folder)
        self.sampler.refresh()

    def _thinking_tokens(self, ids: list[int], text: str) -> int:
        """Return how many tokens belong to the thinking, its closing mark included."""
        mark = self.tokenizer.token_id(trace.CLOSE)
        if mark in ids:
            return ids.index(mark) + 1
        if trace.CLOSE not in text:
            return 0 if trace.OPEN not in text else len(ids)
        share = (text.index(trace.CLOSE) + len(trace.CLOSE)) / len(text)
        return round(share * len(ids))


def open_policy(
    ref: str,
    lora: LoraConfig,
    *,
    data: Path | None,
    device: str,
    precision: str,
    seed: int,
) -> Policy:
    """Load a model for training: frozen base, trainable adapter.

    A reference with "@RUN:STEP" goes on training that adapter, whose rank and layers then hold; a
    KL term still pulls towards the bare base.

    Args:
        ref: Reference as typed.
        lora: Shape of a fresh adapter.
        data: The data folder.
        device: "auto", "cpu" or "cuda".
        precision: "auto", "fp32" or "bf16".
        seed: Draws the fresh adapter.

    Raises:
        InputError: If the reference cannot be trained.
        MissingModelError: If it leads nowhere.
        OutOfMemoryError: If the model does not fit.
    """
    files = resolve(parse(ref), data=data)
    base = folder_to_train(files)
    place, dtype = pick_device(device, precision)
    report = check_folder(base)
    each = HALF_BYTES if dtype == torch.bfloat16 else CPU_BYTES
    with memory_guard(report.needed_bytes(each), f"The model '{ref}'"):
        decoder = load_decoder(base, place, dtype)
    fingerprint = base_hash(base)
    if files.adapter is not None:
        adapter = load_peft(decoder, files.adapter, fingerprint)
    else:
        dice = torch.Generator().manual_seed(seeded("adapter", seed))
        adapter = attach(decoder, lora, dice)
    tokenizer = Tokenizer.from_folder(base)
    return Policy(
        name=ref,
        decoder=decoder,
        adapter=adapter,
        tokenizer=tokenizer,
        sampler=Sampler(decoder, tokenizer.eos_ids, tokenizer.pad_id),
        fingerprint=fingerprint,
    )
