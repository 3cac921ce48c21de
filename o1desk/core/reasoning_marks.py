"""Which special tokens a reader must see, because they tell thinking from answer.

Decoders drop special tokens, but some families of models write the borders of their thinking with
them. `inference/formats.py` says what each mark means; this only says what must not be dropped.
"""

from collections.abc import Callable

WORDS = ("think", "thought", "reason", "reflect", "analysis")
NAMED = frozenset({"<answer>", "</answer>"})
# Names like <|end|> close a message in one family and mean nothing to a reader in another (Phi's
# end of turn), so they count only where the family's own token, the first of the row, is there.
FRAMES = (
    (
        "<|channel|>",
        ("<|start|>", "<|channel|>", "<|message|>", "<|end|>", "<|return|>", "<|call|>"),
    ),
    ("<|think|>", ("<|begin|>", "<|think|>", "<|content|>", "<|end|>")),
    ("<|channel>", ("<|channel>", "<channel|>")),
)


class ReasoningMarks:
    """The marks of one vocabulary."""

    def __init__(self, has_token: Callable[[str], bool]) -> None:
        """Find out which families the vocabulary belongs to.

        Args:
            has_token: Whether the vocabulary has one token of exactly this text.
        """
        rows = [tokens for sign, tokens in FRAMES if has_token(sign)]
        self._framing = frozenset(token for row in rows for token in row)

    def shows(self, token: str) -> bool:
        """Whether a special token of this text stays visible."""
        name = token.lower()
        return token in self._framing or name in NAMED or any(word in name for word in WORDS)
