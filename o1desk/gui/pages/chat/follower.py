"""Feeds the widgets of an answer from its stream: only what is new, in the order it came."""

from o1desk.gui.pages.chat.stream import Phase, Stream
from o1desk.gui.widgets.steps import AnswerBox, StepView, ThinkingBlock

_THOUGHT = (Phase.ANSWERING, Phase.VOTING, Phase.STOPPING)


class Follower:
    """Remembers how much of a stream a thinking block and an answer box were told."""

    def __init__(self, thinking: ThinkingBlock, answer: AnswerBox) -> None:
        """Have told nothing yet."""
        self._thinking, self._answer = thinking, answer
        self._thought = self._said = self._steps = 0
        self._has_begun = self._is_over = False

    @property
    def has_begun(self) -> bool:
        """Whether thinking was shown while it was written."""
        return self._has_begun

    def follow(self, stream: Stream) -> None:
        """Tell what is new."""
        if len(stream.answer) < self._said:
            self._start_again()
        self._tell_thinking(stream)
        if self._has_begun and not self._is_over and stream.phase in _THOUGHT:
            self.end(stream)
        if len(stream.answer) > self._said:
            self._answer.show()
            self._answer.append_text(stream.answer[self._said :])
            self._said = len(stream.answer)

    def end(self, stream: Stream) -> None:
        """End the thinking with its time and length."""
        self._is_over = True
        is_cut = stream.phase is Phase.STOPPING and not stream.answer
        seconds, tokens = stream.thinking_seconds(), stream.thinking_tokens
        self._thinking.finish(seconds, tokens, stopped=is_cut)

    def _tell_thinking(self, stream: Stream) -> None:
        """Give the block the text it lacks, and then the steps that this text makes up."""
        thinking = stream.thinking
        if self._is_over or not thinking:
            return
        if not self._has_begun:
            self._has_begun = True
            self._thinking.show()
            self._thinking.start(stream.thinking_seconds())
        if len(thinking) > self._thought:
            self._thinking.feed(thinking[self._thought :], stream.thinking_tokens)
            self._thought = len(thinking)
        for step in stream.steps[self._steps :]:
            view = StepView(index=step.index, text=step.text, tokens=step.tokens, ms=step.ms)
            self._thinking.step_done(view)
        self._steps = len(stream.steps)

    def _start_again(self) -> None:
        """What was shown as the answer turned out to be thinking."""
        self._answer.clear()
        self._answer.hide()
        self._thought = self._said = self._steps = 0
        self._has_begun = self._is_over = False
