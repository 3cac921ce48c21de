"""Reads a reasoning model's text while it is being written.

A state machine over whatever pieces the text arrives in: thinking, answer, or the header of a
message. Text that could still become a mark is held back until it is one or is not, so no mark or
part of one is ever shown. The same text gives the same result however it is cut into chunks.
"""

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

from o1desk.core.trace import steps_of
from o1desk.core.types import Step, Trace
from o1desk.inference.formats import THINK, Format, Role

PieceKind: TypeAlias = Literal["thinking", "step", "answer", "recast"]
_State: TypeAlias = Literal["thinking", "answer", "header"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Something the reader learned.

    Attributes:
        kind: "thinking" and "answer" carry new text; "step" carries a finished line of the
            thinking, whose text was already told; "recast" says that everything told as answer
            so far was thinking after all, and carries it once more.
        text: The text, without marks.
    """

    kind: PieceKind
    text: str


class StreamParser:
    """Splits one text into thinking, steps and answer.

    Attributes:
        form: The marks it looks for.
        answer_at: Where the answer begins in the text, characters; None while it has not begun.
    """

    def __init__(self, form: Format = THINK, *, opened: bool = False) -> None:
        """Begin to read.

        Args:
            form: Marks of the model's family.
            opened: Whether the prompt already opened the thinking.
        """
        self.form = form
        self.answer_at: int | None = None if opened else 0
        self._state: _State = "thinking" if opened else "answer"
        self._roles: dict[str, Role] = dict(form.marks)
        self._pattern = re.compile("|".join(re.escape(mark) for mark in self._roles))
        self._beginnings = _beginnings(self._roles)
        self._firsts = frozenset(mark[0] for mark in self._roles)
        self._thought: list[str] = []
        self._said: list[str] = []
        self._buffer = ""
        self._read = 0  # characters taken out of the buffer so far
        self._header = ""
        self._breaks = ""  # line breaks of the thinking not told yet
        self._spaces = ""  # white space of the answer not told yet
        self._line = ""  # the step being written
        self._plain = ""  # the answer as written, until a closing mark shows what it was
        self._steps: list[str] = []
        self._has_thought = opened
        self._saw_opening = False
        self._is_ended = False

    @property
    def thinking(self) -> str:
        """The thinking so far; line breaks at its ends are left out."""
        return "".join(self._thought)

    @property
    def answer(self) -> str:
        """The answer so far, without white space at its ends."""
        return "".join(self._said)

    @property
    def is_thinking(self) -> bool:
        """Whether the text read so far ends inside the thinking."""
        return self._state == "thinking"

    def feed(self, text: str) -> list[Piece]:
        """Read more text.

        Raises:
            ValueError: If the reader was already told that the text has ended.
        """
        if self._is_ended:
            raise ValueError("text came after the end of the stream")
        pieces: list[Piece] = []
        if not self._buffer and self._firsts.isdisjoint(text):
            self._read += len(text)
            self._on_text(text, pieces)  # most tokens: nothing in them can begin a mark
            return pieces
        self._buffer += text
        while (found := self._pattern.search(self._buffer)) is not None:
            self._take(found.start(), pieces)
            self._read += len(found.group())
            self._buffer = self._buffer[len(found.group()) :]
            self._on_mark(found.group(), pieces)
        self._take(len(self._buffer) - self._held(), pieces)
        return pieces

    def finish(self, *, cut: bool = False) -> list[Piece]:
        """End the text and return what was still held back; a second call returns nothing.

        Args:
            cut: Whether a limit or the user ended it. The beginning of a mark at the end is then
                left out, since the rest of the mark may have been cut off.
        """
        pieces: list[Piece] = []
        if self._is_ended:
            return pieces
        self._take(0 if cut else len(self._buffer), pieces)
        self._buffer = ""
        self._end_step(pieces)
        self._is_ended = True
        return pieces

    def trace(self) -> Trace:
        """Return what was read so far as steps and answer."""
        texts = [*self._steps, self._line] if self._line.strip() else self._steps
        return Trace(
            steps=tuple(Step(text=text) for text in texts),
            answer=self.answer,
            closed=self._state != "thinking",
        )

    # --- marks ---

    def _held(self) -> int:
        """Return how many characters at the end of the buffer may become a mark."""
        for beginning in self._beginnings:
            if self._buffer.endswith(beginning):
                return len(beginning)
        return 0

    def _take(self, count: int, pieces: list[Piece]) -> None:
        """Move characters from the buffer to where they belong."""
        text, self._buffer = self._buffer[:count], self._buffer[count:]
        self._read += count
        self._on_text(text, pieces)

    def _on_mark(self, mark: str, pieces: list[Piece]) -> None:
        role = self._roles[mark]
        if role == "header":
            self._leave(pieces)
            self._state, self._header = "header", ""
        elif role == "message":
            is_final = self._state != "header" or self._header.strip().startswith("final")
            self._enter("answer" if is_final else "thinking", pieces)
        elif role == "answer":
            self._enter("answer", pieces)
        elif role == "open":
            self._on_open(mark, pieces)
        elif role == "close":
            self._on_close(mark, pieces)

    def _on_open(self, mark: str, pieces: list[Piece]) -> None:
        """Begin the thinking; a pair of marks opens once, at the start of the text."""
        is_start = not (self._said or self._steps or self._line.strip() or self._saw_opening)
        if self.form.framed or (is_start and (self.is_thinking or not self._has_thought)):
            self._saw_opening = True
            self._enter("thinking", pieces)
        else:
            self._on_text(mark, pieces)

    def _on_close(self, mark: str, pieces: list[Piece]) -> None:
        if self.is_thinking or self.form.framed:
            self._enter("answer", pieces)
        elif self._has_thought:
            self._on_text(mark, pieces)  # the thinking is over: now it is a word like any other
        else:
            self._recast(pieces)

    def _recast(self, pieces: list[Piece]) -> None:
        """Take the answer back: the template opened the thinking without anybody knowing."""
        thinking = self._plain.strip("\n")
        self._thought, self._said = [thinking] if thinking else [], []
        self._plain, self._spaces = "", ""
        self._has_thought, self.answer_at = True, self._read
        self._steps = [step.text for step in steps_of(thinking)]
        pieces.append(Piece(kind="recast", text=thinking))
        pieces.extend(Piece(kind="step", text=text) for text in self._steps)

    def _enter(self, state: Literal["thinking", "answer"], pieces: list[Piece]) -> None:
        self._leave(pieces)
        self._state = state
        if state == "thinking":
            self._has_thought, self.answer_at = True, None
            self._breaks = "\n" if self._thought else ""
        elif self.answer_at is None or not self._said:
            self.answer_at = self._read

    def _leave(self, pieces: list[Piece]) -> None:
        self._end_step(pieces)
        self._breaks = ""

    # --- text ---

    def _on_text(self, text: str, pieces: list[Piece]) -> None:
        if not text:
            return
        if self._state == "thinking":
            self._think(text, pieces)
        elif self._state == "answer":
            self._say(text, pieces)
        else:
            self._header += text

    def _think(self, text: str, pieces: list[Piece]) -> None:
        for number, line in enumerate(text.split("\n")):
            if number:
                self._end_step(pieces)
                self._breaks += "\n" if self._thought else ""
            if line:
                told = self._breaks + line
                self._breaks = ""
                self._line += line
                self._thought.append(told)
                pieces.append(Piece(kind="thinking", text=told))

    def _end_step(self, pieces: list[Piece]) -> None:
        line, self._line = self._line, ""
        if line.strip():
            self._steps.append(line)
            pieces.append(Piece(kind="step", text=line))

    def _say(self, text: str, pieces: list[Piece]) -> None:
        if not self._has_thought:
            self._plain += text
        told = (self._spaces + text) if self._said else text.lstrip()
        visible = told.rstrip()
        self._spaces = told[len(visible) :]
        if visible:
            self._said.append(visible)
            pieces.append(Piece(kind="answer", text=visible))


def read(text: str, form: Format = THINK, *, opened: bool = False, cut: bool = False) -> Trace:
    """Return the trace of a whole text; see `StreamParser` for the arguments."""
    parser = StreamParser(form, opened=opened)
    parser.feed(text)
    parser.finish(cut=cut)
    return parser.trace()


def _beginnings(marks: dict[str, Role]) -> tuple[str, ...]:
    """Return every proper beginning of a mark, longest first."""
    found = {mark[:size] for mark in marks for size in range(1, len(mark))}
    return tuple(sorted(found, key=len, reverse=True))
