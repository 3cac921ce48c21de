"""The tokenizer of a Hugging Face folder as the lists that a GGUF file holds.

Only byte-level BPE, the kind of Qwen, Llama 3 and the starter. llama.cpp knows the splitting of
text into words by name, not by pattern, so the pattern is mapped to the name that splits alike;
`verify_gguf` compares the tokens themselves.
"""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from o1desk.core.errors import DamagedModelError, InputError
from o1desk.models.safety import read_json
from o1desk.models.tokenizer import Tokenizer

NORMAL, CONTROL, USER_DEFINED, UNUSED = 1, 3, 4, 5  # token types of the format
_NAMED = ("bos", "eos", "pad", "unk")


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """What a GGUF file says of its tokens.

    Attributes:
        tokens: Text of each token in the byte-level alphabet, padded to the model's size.
        types: Token type of each.
        merges: "left right", best first.
        pre: llama.cpp's name of the splitting into words.
        ids: "bos", "eos", "pad" and "unk" where the folder names them.
        adds_bos: Whether texts begin with the beginning-of-text token.
        template: Chat template; empty without one.
    """

    tokens: list[str]
    types: list[int]
    merges: list[str]
    pre: str
    ids: dict[str, int] = field(default_factory=dict)
    adds_bos: bool = False
    template: str = ""


def read_vocabulary(folder: Path, size: int) -> Vocabulary:
    """Read the tokenizer of a model folder.

    Args:
        folder: The folder, with `tokenizer.json`.
        size: Rows of the embedding; tokens beyond the tokenizer's own are marked unused.

    Raises:
        InputError: If the tokenizer is not byte-level BPE.
        DamagedModelError: If its ids do not fit the model.
    """
    path = folder / "tokenizer.json"
    data = read_json(path, what="the tokenizer")
    model = data.get("model", {})
    if model.get("type") != "BPE" or model.get("byte_fallback") or '"ByteLevel"' not in _text(data):
        raise InputError(
            f"The tokenizer of {folder} is not byte-level BPE; only that kind can be exported"
        )
    tokens, types = _tokens(path, data, size)
    merges = [one if isinstance(one, str) else " ".join(one) for one in model.get("merges", [])]
    reader = Tokenizer.from_folder(folder)
    named = {name: reader.token_id(reader.special.get(f"{name}_token", "")) for name in _NAMED}
    ids = {name: number for name, number in named.items() if number is not None}
    return Vocabulary(
        tokens=tokens,
        types=types,
        merges=merges,
        pre=pre_name(data),
        ids=ids,
        adds_bos=_adds_bos(path, ids),
        template=reader.chat_template,
    )


def pre_name(data: dict[str, Any]) -> str:
    """Return llama.cpp's name for the way a tokenizer splits text into words.

    Three families are told apart by how their pattern takes digits; the starter's pattern leaves
    line breaks out of punctuation, which no merge of its tokens can tell from "qwen2".
    """
    pattern = _text(data.get("pre_tokenizer") or {})
    if r"\\p{N}{1,3}" in pattern:
        return "llama-bpe"
    if r"|\\p{N}|" in pattern:
        return "qwen2"
    return "gpt-2"


def _tokens(path: Path, data: dict[str, Any], size: int) -> tuple[list[str], list[int]]:
    vocab: dict[str, int] = dict(data["model"].get("vocab", {}))
    added = {int(one["id"]): one for one in data.get("added_tokens", [])}
    vocab.update({one["content"]: number for number, one in added.items()})
    if not vocab or min(vocab.values()) < 0 or max(vocab.values()) >= size:
        raise DamagedModelError(
            f"{path} has {len(vocab)} tokens, the model {size}: they do not belong together"
        )
    tokens = [f"[PAD{number}]" for number in range(size)]
    types = [UNUSED] * size
    for text, number in vocab.items():
        tokens[number] = text
        types[number] = NORMAL
    for number, one in added.items():
        types[number] = CONTROL if one.get("special") else USER_DEFINED
    return tokens, types


def _adds_bos(path: Path, ids: dict[str, int]) -> bool:
    import tokenizers

    first = tokenizers.Tokenizer.from_file(str(path)).encode("a").ids[:1]
    return "bos" in ids and first == [ids["bos"]]


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
