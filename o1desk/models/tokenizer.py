"""Text to tokens and back, from a model folder, on the `tokenizers` library alone.

Importing transformers for this would cost every command several seconds; it is only used for
folders that have no `tokenizer.json`.
"""

from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import tokenizers

from o1desk.core.errors import DamagedModelError, MissingModelError
from o1desk.core.reasoning_marks import ReasoningMarks
from o1desk.core.types import Message
from o1desk.models.safety import read_json
from o1desk.models.template_chat import NO_TEMPLATE, render_chat

NAMED_TOKENS = ("bos_token", "eos_token", "pad_token", "unk_token", "sep_token", "cls_token")
_HELD = "\N{REPLACEMENT CHARACTER}"


class Tokenizer:
    """A model's tokenizer, its chat template and its control tokens.

    Attributes:
        chat_template: Jinja source; empty when the model has none.
        eos_ids: Every id that ends a turn.
        pad_id: Id that fills unused places.
        special: Text of the named tokens, such as {"eos_token": "<|im_end|>"}.
    """

    def __init__(self, core: tokenizers.Tokenizer, settings: dict[str, Any]) -> None:
        """Wrap a tokenizer.

        Args:
            core: The `tokenizers` object.
            settings: Merged content of `tokenizer_config.json` ("chat_template" resolved),
                `generation_config.json` and `config.json`.
        """
        core.no_padding()
        core.no_truncation()
        self._core = core
        self.special = _named_tokens(settings)
        self.chat_template: str = settings.get("chat_template") or ""
        self.eos_ids = self._end_ids(settings)
        self.pad_id = self._find_pad(settings)

    @classmethod
    def from_folder(cls, folder: Path) -> "Tokenizer":
        """Read a model folder.

        Raises:
            MissingModelError: If there is no tokenizer.
            DamagedModelError: If a file is damaged.
        """
        settings: dict[str, Any] = {}
        for name in ("config.json", "generation_config.json", "tokenizer_config.json"):
            if (folder / name).is_file():
                content = read_json(folder / name, what="a model's settings")
                kept = content.items() if isinstance(content, dict) else ()
                settings.update({key: value for key, value in kept if value is not None})
        settings["chat_template"] = _find_template(folder, settings.get("chat_template"))
        return cls(_load_core(folder), settings)

    @property
    def vocab_size(self) -> int:
        """Number of ids, added tokens included."""
        return int(self._core.get_vocab_size(with_added_tokens=True))

    @property
    def notice(self) -> str:
        """One sentence when the model has no chat template, else ""."""
        return "" if self.chat_template else NO_TEMPLATE

    def token_id(self, text: str) -> int | None:
        """Return the id of one token by its exact text."""
        found: int | None = self._core.token_to_id(text)
        return found

    def encode(self, text: str) -> list[int]:
        """Return the ids of a text; control tokens written in it are recognised, none is added."""
        # A lone surrogate (half an emoji from a broken import) cannot be encoded; it becomes "?".
        clean = text.encode("utf-8", "replace").decode("utf-8")
        return list(self._core.encode(clean, add_special_tokens=False).ids)

    def encode_batch(self, texts: Sequence[str]) -> list[list[int]]:
        """Return the ids of several texts."""
        return [self.encode(text) for text in texts]

    def decode(self, ids: Iterable[int]) -> str:
        """Return the text of ids; marks of reasoning stay, other control tokens are dropped.

        What ends a turn is dropped even where it is a mark: the end of the text says as much.
        """
        hidden = self._hidden_ids
        visible = [one for one in ids if one not in hidden]
        return str(self._core.decode(visible, skip_special_tokens=False))

    def streamer(self) -> "StreamDecoder":
        """Return a decoder for tokens that come one by one."""
        return StreamDecoder(self)

    def render(self, messages: Sequence[Message], *, thinking: bool = True) -> str:
        """Return the prompt that the chat template makes of a conversation.

        Raises:
            DamagedModelError: If the template is hostile or damaged.
            InputError: If the template refuses the conversation.
        """
        return render_chat(self.chat_template, messages, thinking=thinking, special=self.special)

    @cached_property
    def _hidden_ids(self) -> frozenset[int]:
        table = self._core.get_added_tokens_decoder()
        marks = ReasoningMarks(lambda text: self.token_id(text) is not None)
        return frozenset(
            number
            for number, token in table.items()
            if token.special and (number in self.eos_ids or not marks.shows(token.content))
        )

    def _end_ids(self, settings: dict[str, Any]) -> tuple[int, ...]:
        given = settings.get("eos_token_id", [])
        ids = [int(one) for one in (given if isinstance(given, list) else [given])]
        named = self.token_id(self.special.get("eos_token", ""))
        if named is not None:
            ids.append(named)
        return tuple(dict.fromkeys(ids))

    def _find_pad(self, settings: dict[str, Any]) -> int:
        named = self.token_id(self.special.get("pad_token", ""))
        if named is not None:
            return named
        given = settings.get("pad_token_id")
        return int(given) if given is not None else next(iter(self.eos_ids), 0)


class StreamDecoder:
    """Turns tokens into text as they come, never cutting a character of several bytes.

    What is held back ends in the replacement character; it is released by the token that completes
    it, or by `flush`. Text is decoded in a small window, because some tokenizers write a word
    differently at the beginning of a text than inside it.
    """

    def __init__(self, tokenizer: Tokenizer) -> None:
        """Start with nothing."""
        self._tokenizer = tokenizer
        self._ids: list[int] = []
        self._context = 0
        self._given = 0

    def feed(self, token: int) -> str:
        """Return the text that became certain with this token; may be empty."""
        self._ids.append(token)
        before, text = self._window()
        if text.endswith(_HELD) or len(text) <= len(before):
            return ""
        self._context, self._given = self._given, len(self._ids)
        return text[len(before) :]

    def flush(self) -> str:
        """Return what is still held, at the end of the stream."""
        before, text = self._window()
        self._context = self._given = len(self._ids)
        return text[len(before) :]

    def _window(self) -> tuple[str, str]:
        decode = self._tokenizer.decode
        return decode(self._ids[self._context : self._given]), decode(self._ids[self._context :])


def _load_core(folder: Path) -> tokenizers.Tokenizer:
    path = folder / "tokenizer.json"
    if not path.is_file():
        return _converted_core(folder)
    try:
        return tokenizers.Tokenizer.from_file(str(path))
    except Exception as error:
        raise DamagedModelError(f"{path} is damaged: {error}; copy it again") from error


def _converted_core(folder: Path) -> tokenizers.Tokenizer:
    """Let transformers convert an older kind of tokenizer."""
    names = ("vocab.json", "tokenizer.model")
    if not any((folder / name).is_file() for name in names):
        raise MissingModelError(f"{folder} has no tokenizer (tokenizer.json); copy it as well")
    from transformers import AutoTokenizer

    try:
        loaded = AutoTokenizer.from_pretrained(folder, trust_remote_code=False)
        core: tokenizers.Tokenizer = loaded.backend_tokenizer
    except Exception as error:
        raise DamagedModelError(f"The tokenizer in {folder} cannot be read: {error}") from error
    return core


def _find_template(folder: Path, given: Any) -> str:
    """Return the chat template: its own file first, as transformers does."""
    path = folder / "chat_template.jinja"
    if path.is_file():
        return path.read_text(encoding="utf-8", errors="replace")
    if isinstance(given, list):
        table = {str(one.get("name")): one.get("template") for one in given}
        given = table.get("default")
    return given if isinstance(given, str) else ""


def _named_tokens(settings: dict[str, Any]) -> dict[str, str]:
    tokens = {}
    for name in NAMED_TOKENS:
        value = settings.get(name)
        text = value.get("content") if isinstance(value, dict) else value
        if isinstance(text, str):
            tokens[name] = text
    return tokens
