"""Whether an exported GGUF file says the same as the folder it came from.

A merge has had no effect in silence before, and a wrong order of rows still writes fluent text:
so three fixed prompts are tokenised and continued greedily on both sides, and compared.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch

from o1desk.models.decoder import Decoder
from o1desk.models.loading import load_decoder
from o1desk.models.lora import load_peft
from o1desk.models.tokenizer import Tokenizer

PROMPTS = (
    "What is 17 + 25?",
    "The letters of strawberry, one by one:\ns, t, r,",
    "Zwölf Zeichen \u2192 it's 3.14 (or 2,718)!\n\n  x = 1",
)
FILE_TYPES = {0: "f32", 1: "f16"}  # `general.file_type` of the format
TIE = {"f32": 1e-3, "f16": 3e-2, "q8_0": 0.0}  # logits closer than this may fall either way


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """One prompt on both sides.

    Attributes:
        prompt: The text.
        same_prompt_tokens: Whether both tokenizers gave the same tokens.
        ours: Greedy continuation by torch.
        theirs: Greedy continuation by llama.cpp.
        gap: Difference of logits, in torch, between the first two tokens that differ; 0 when none.
        tolerance: Gap up to which a difference counts as a tie of rounding.
    """

    prompt: str
    same_prompt_tokens: bool
    ours: tuple[int, ...]
    theirs: tuple[int, ...]
    gap: float
    tolerance: float

    @property
    def agrees(self) -> bool:
        """Whether the tokens are equal, or part at a tie."""
        return self.same_prompt_tokens and (self.ours == self.theirs or self.gap < self.tolerance)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """Result of `verify_gguf`.

    Attributes:
        rows: One comparison per prompt.
    """

    rows: tuple[Comparison, ...]

    @property
    def verified(self) -> bool:
        """Whether all prompts agree."""
        return all(row.agrees for row in self.rows)

    @property
    def sentence(self) -> str:
        """The result for people."""
        same = sum(row.ours == row.theirs for row in self.rows)
        text = f"{same} of {len(self.rows)} prompts continue with the same tokens in both"
        if not all(row.same_prompt_tokens for row in self.rows):
            text += "; the tokenizers disagree"
        return text


def verify_gguf(
    folder: Path,
    path: Path,
    *,
    adapter: Path | None = None,
    tokens: int = 24,
) -> Verification:
    """Compare greedy continuations of torch and llama.cpp.

    For an f16 file the torch side rounds its matrices to f16 as well. An 8-bit file is another
    model: that it differs is told, not forgiven.

    Args:
        folder: The model folder that was exported.
        path: The GGUF file.
        adapter: Adapter that was merged into it.
        tokens: Length of each continuation.

    Raises:
        InputError: If llama-cpp-python is missing.
        DamagedModelError: If llama.cpp refuses the file.
    """
    from o1desk.models.gguf_header import read_header
    from o1desk.models.gguf_library import load

    header = read_header(path)
    outtype = FILE_TYPES.get(header.metadata.get("general.file_type", -1), "q8_0")
    decoder = load_reference(folder, adapter, half=outtype == "f16")
    tokenizer = Tokenizer.from_folder(folder)
    context = min(512, decoder.config.max_position_embeddings)
    llama = load(header, context=context, threads=1, exact=True)
    try:
        rows = []
        for prompt in PROMPTS:
            ids = tokenizer.encode(prompt)
            theirs_ids = llama.tokenize(prompt.encode(), add_bos=False, special=True)
            theirs = _llama_greedy(llama, ids, tokens)
            ours, gap = _torch_greedy(decoder, ids, theirs)
            rows.append(
                Comparison(
                    prompt=prompt,
                    same_prompt_tokens=ids == theirs_ids,
                    ours=ours,
                    theirs=theirs,
                    gap=gap,
                    tolerance=TIE[outtype],
                )
            )
    finally:
        llama.close()
    return Verification(rows=tuple(rows))


def load_reference(folder: Path, adapter: Path | None, *, half: bool = False) -> Decoder:
    """Load a folder into our decoder in float32, the adapter beside the weights, not merged.

    It is the other side of every comparison, so it shares no code with merging.

    Args:
        folder: The model folder.
        adapter: The adapter, or None.
        half: Whether matrices are rounded to f16 first, as an f16 file holds them.

    Raises:
        DamagedModelError: If the weights do not fit the configuration.
        InputError: If the architecture is not ours, or the adapter does not fit.
    """
    decoder = load_decoder(folder, torch.device("cpu"), torch.float32)
    if half:
        with torch.no_grad():
            for parameter in decoder.parameters():
                if parameter.ndim > 1:
                    parameter.copy_(parameter.half())
    if adapter is not None:
        load_peft(decoder, adapter)
    return decoder


def _llama_greedy(llama: Any, prompt: list[int], tokens: int) -> tuple[int, ...]:
    drawn: list[int] = []
    for token in llama.generate(prompt, temp=0.0, top_k=1, min_p=0.0, reset=True):
        drawn.append(int(token))
        if len(drawn) == tokens:
            break
    return tuple(drawn)


@torch.inference_mode()
def _torch_greedy(
    decoder: Decoder, prompt: list[int], theirs: tuple[int, ...]
) -> tuple[tuple[int, ...], float]:
    """Return our greedy tokens up to the first difference from theirs, and the gap there."""
    ids, drawn = list(prompt), []
    for other in theirs:
        logits = decoder.logits(decoder(torch.tensor([ids]))[0, -1])
        token = int(logits.argmax())
        drawn.append(token)
        if token != other:
            return tuple(drawn), float(logits[token] - logits[other])
        ids.append(token)
    return tuple(drawn), 0.0
