"""The tokens of a GGUF model as bytes: each is asked of C once and kept."""

import codecs
import ctypes
from typing import Any

import llama_cpp

from o1desk.core.reasoning_marks import ReasoningMarks


class GgufPieces:
    """What each token looks like, and which ones end a turn.

    Attributes:
        bos: Text of the token that begins a text; empty where the model has none.
        eos: Text of the token that ends one, likewise.
        adds_bos: Whether the model wants the first one in front of every prompt.
    """

    def __init__(self, llama: Any) -> None:
        """Take the vocabulary of a loaded `llama_cpp.Llama`."""
        self._vocabulary = vocabulary = llama_cpp.llama_model_get_vocab(llama.model)
        self.bos = self._text_of(llama_cpp.llama_vocab_bos(vocabulary))
        self.eos = self._text_of(llama_cpp.llama_vocab_eos(vocabulary))
        self.adds_bos = bool(llama_cpp.llama_vocab_get_add_bos(vocabulary))
        self._marks = ReasoningMarks(
            lambda text: len(llama.tokenize(text.encode(), add_bos=False, special=True)) == 1
        )
        self._shown: dict[int, bytes] = {}
        self._ends: dict[int, bool] = {}

    def is_end(self, token: int) -> bool:
        """Whether a token ends the turn."""
        known = self._ends.get(token)
        if known is None:
            known = bool(llama_cpp.llama_vocab_is_eog(self._vocabulary, token))
            self._ends[token] = known
        return known

    def visible(self, token: int) -> bytes:
        """Return the bytes that a reader sees: control tokens have none, marks of reasoning do."""
        shown = self._shown.get(token)
        if shown is None:
            piece = piece_of(self._vocabulary, token)
            hidden = bool(llama_cpp.llama_vocab_is_control(self._vocabulary, token))
            is_mark = self._marks.shows(piece.decode("utf-8", "replace"))
            shown = self._shown[token] = b"" if hidden and not is_mark else piece
        return shown

    def reader(self) -> "PieceReader":
        """Return a reader for tokens that come one by one."""
        return PieceReader(self)

    def _text_of(self, token: int) -> str:
        """Return the text of a named token; empty where the model has none."""
        return piece_of(self._vocabulary, token).decode("utf-8", "replace") if token >= 0 else ""


class PieceReader:
    """Joins the bytes of tokens to text and never shows half a character."""

    def __init__(self, pieces: GgufPieces) -> None:
        """Start with nothing held back."""
        self._pieces = pieces
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode

    def feed(self, token: int, *, last: bool) -> str:
        """Return the text that became certain; `last` also releases what is held back."""
        shown = b"" if self._pieces.is_end(token) else self._pieces.visible(token)
        return self._decode(shown, last)


def piece_of(vocabulary: Any, token: int) -> bytes:
    """Return the bytes of a token, marks included; C asks for a larger buffer when it needs one."""
    size = 64
    buffer = ctypes.create_string_buffer(size)
    length = llama_cpp.llama_token_to_piece(vocabulary, token, buffer, size, 0, True)
    if length < 0:
        buffer = ctypes.create_string_buffer(-length)
        length = llama_cpp.llama_token_to_piece(vocabulary, token, buffer, -length, 0, True)
    return buffer.raw[: max(0, length)]
