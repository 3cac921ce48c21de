"""The backend for Qwen2, Qwen3 and Llama folders: our decoder, our sampler, swappable adapters."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import torch

from o1desk.core.backend import Completion, Sampling, Token
from o1desk.core.control import Control
from o1desk.core.errors import InputError, OutOfMemoryError
from o1desk.core.types import Message
from o1desk.models.decoder import Decoder
from o1desk.models.devices import choose_device
from o1desk.models.loading import load_decoder, pick_device
from o1desk.models.lora import LoraAdapter, load_peft
from o1desk.models.lora_files import base_hash
from o1desk.models.safety_memory import is_memory_error
from o1desk.models.sampler import SampledSequence, Sampler
from o1desk.models.tokenizer import Tokenizer


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What stands behind a backend.

    Attributes:
        base: The model folder.
        decoder: Its weights.
        tokenizer: Its tokenizer.
        notice: One sentence about the device when it is not the one asked for, else "".
    """

    base: Path
    decoder: Decoder
    tokenizer: Tokenizer
    notice: str = ""


class TorchBackend:
    """Fulfils `core.backend.Backend`; lives long and changes adapters without loading again."""

    def __init__(self, name: str, loaded: Loaded, adapter: Path | None = None) -> None:
        """Take over a loaded model; `open` is the usual way.

        Args:
            name: The reference, for reports.
            loaded: The model.
            adapter: Folder of an adapter to begin with.
        """
        self._name = name
        self._loaded: Loaded | None = loaded
        self._adapter: LoraAdapter | None = None
        self._adapter_folder: Path | None = None
        self._hash = ""
        tokenizer = loaded.tokenizer
        self._sampler: Sampler | None = Sampler(loaded.decoder, tokenizer.eos_ids, tokenizer.pad_id)
        if adapter is not None:
            self.use_adapter(adapter)

    @classmethod
    def open(
        cls,
        name: str,
        base: Path,
        *,
        adapter: Path | None = None,
        device: str = "auto",
        precision: str = "auto",
        threads: int | None = None,
    ) -> Self:
        """Load a model folder.

        Args:
            name: The reference, for reports.
            base: The folder.
            adapter: Folder of an adapter on it; None for the bare model.
            device: "auto", "cpu", "cuda" or "cuda:N".
            precision: "auto", "fp32" or "bf16".
            threads: CPU threads; None leaves torch's choice.

        Raises:
            UnsupportedArchitectureError: If the decoder would compute something else.
            MissingModelError: If a file is not there.
            DamagedModelError: If a file is damaged.
            InputError: If the adapter belongs to another base.
        """
        if threads is not None:
            torch.set_num_threads(threads)
        place, dtype = pick_device(device, precision)
        loaded = Loaded(
            base=base,
            decoder=load_decoder(base, place, dtype),
            tokenizer=Tokenizer.from_folder(base),
            notice=choose_device(device)[1],
        )
        return cls(name, loaded, adapter)

    @property
    def name(self) -> str:
        """The reference it was opened with."""
        return self._name

    @property
    def notice(self) -> str:
        """Says when there is no chat template, or another device than the one asked for."""
        if self._loaded is None:
            return ""
        parts = (self._loaded.tokenizer.notice, self._loaded.notice)
        return "; ".join(part for part in parts if part)

    @property
    def adapter(self) -> Path | None:
        """Folder of the adapter in force; None for the bare model."""
        return self._adapter_folder

    def use_adapter(self, folder: Path | None) -> None:
        """Change the adapter, or take it off; the base stays where it is.

        Args:
            folder: In PEFT's format; None for the bare model.

        Raises:
            InputError: If it belongs to another base; the bare model is then in force.
            MissingModelError: If a file is missing; likewise.
            DamagedModelError: If a file is damaged; likewise.
        """
        loaded, sampler = self._parts()
        if self._adapter is not None:
            self._adapter.detach()
            self._adapter = self._adapter_folder = None
        try:
            if folder is not None:
                self._hash = self._hash or base_hash(loaded.base)
                self._adapter = load_peft(loaded.decoder, folder, self._hash)
                self._adapter_folder = folder
        finally:
            sampler.refresh()

    @property
    def context(self) -> int:
        """Longest prompt and answer together, tokens."""
        return self._parts()[1].context

    def render(self, messages: Sequence[Message], *, thinking: bool = True) -> str:
        """Return the prompt that the chat template makes.

        Raises:
            DamagedModelError: If the template is hostile or damaged.
            InputError: If the template refuses the conversation.
        """
        return self._parts()[0].tokenizer.render(messages, thinking=thinking)

    def count_tokens(self, text: str) -> int:
        """Return the length of a text in tokens."""
        return len(self._parts()[0].tokenizer.encode(text))

    def generate(
        self,
        prompts: Sequence[str],
        sampling: Sampling,
        *,
        n: int = 1,
        control: Control | None = None,
    ) -> list[list[Completion]]:
        """Return `n` completions per prompt, with log-probabilities.

        Raises:
            InputError: If a prompt is empty or longer than the model's context.
            OutOfMemoryError: If the device has too little memory.
        """
        loaded, sampler = self._parts()
        ids = [loaded.tokenizer.encode(prompt) for prompt in prompts]
        try:
            groups = sampler.sample(ids, n=n, sampling=sampling, control=control)
        except (RuntimeError, MemoryError) as error:
            if not is_memory_error(error):
                raise
            raise OutOfMemoryError(
                f"The device has too little memory for {len(prompts) * n} answers of "
                f"{sampling.max_new_tokens} tokens at once; ask for fewer or shorter ones",
                {"max_new_tokens": max(1, sampling.max_new_tokens * 3 // 4)},
            ) from error
        return [[self._completion(one) for one in group] for group in groups]

    def stream(
        self, prompt: str, sampling: Sampling, *, control: Control | None = None
    ) -> Iterator[Token]:
        """Yield the tokens of one completion; the last one releases any text still held back.

        Raises:
            InputError: If the prompt is empty or longer than the model's context.
        """
        loaded, sampler = self._parts()
        ids = loaded.tokenizer.encode(prompt)
        streamer = loaded.tokenizer.streamer()
        last = min(sampling.max_new_tokens, sampler.context - len(ids))
        drawn = sampler.stream(ids, sampling, control=control)
        for number, (token, logprob) in enumerate(drawn, start=1):
            at_s = time.perf_counter()
            text = streamer.feed(token)
            if number == last or token in sampler.eos_ids:
                text += streamer.flush()
            yield Token(text=text, token_id=token, logprob=logprob, at_s=at_s)

    def close(self) -> None:
        """Give the memory back; any later call is refused."""
        self._loaded = self._sampler = self._adapter = None
        if torch.cuda.is_available():
            torch.cuda.empty_cache()

    def _completion(self, drawn: SampledSequence) -> Completion:
        return Completion(
            text=self._parts()[0].tokenizer.decode(drawn.ids),
            token_ids=tuple(drawn.ids),
            logprobs=tuple(drawn.logprobs),
            finish=drawn.finish,
        )

    def _parts(self) -> tuple[Loaded, Sampler]:
        if self._loaded is None or self._sampler is None:
            raise InputError(f"The model '{self._name}' was closed; open it again")
        return self._loaded, self._sampler
