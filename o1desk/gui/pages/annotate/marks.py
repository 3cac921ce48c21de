"""What a label says, apart from who said it and when: a value, a note, a flag.

The store keeps one label per target, and every label has a value. A note or a flag alone is a
label of value 0 whose reason says so, because a rating is only what somebody chose.
"""

from dataclasses import dataclass

from o1desk.store.label_rows import FLAG_PREFIX, NOTE_ONLY, Label

UNSURE = "unsure"  # stands behind the word of a flag when "not sure" was chosen besides


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What one annotator says of a step or of the whole.

    Attributes:
        value: -1 wrong, 0 neutral, +1 right; None when it was not rated.
        note: A remark in words.
        flag: Word of a flag; empty for none.
    """

    value: int | None = None
    note: str = ""
    flag: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is said, so that no label is needed."""
        return self.value is None and not self.note and not self.flag

    @property
    def reason(self) -> str:
        """The reason that tells a label's readers what its value means."""
        if self.flag:
            return f"{FLAG_PREFIX}{self.flag} {UNSURE if self.value == 0 else ''}".rstrip()
        return NOTE_ONLY if self.value is None and self.note else ""


def mark_of(label: Label | None) -> Mark:
    """Return what a label says; None says nothing."""
    if label is None:
        return Mark()
    is_flag = label.reason.startswith(FLAG_PREFIX)
    words = label.reason.removeprefix(FLAG_PREFIX).split() if is_flag else []
    is_chosen = UNSURE in words[1:] if is_flag else label.reason != NOTE_ONLY
    return Mark(
        value=label.value if label.value or is_chosen else None,
        note=label.critique,
        flag=words[0] if words else "",
    )
