#!/usr/bin/env python3
"""Let the program work for a while, and see whether its window's memory grows.

Usage: .venv/bin/python packaging/soak.py [--minutes 30] [--data DIR]

The window trains the starter, answers a question every ten seconds and turns its pages; half-way
it gets the other theme and another language. It had them for a while in the first third, so that
what a font or a page costs once is not taken for growth. The exit code is 1 if the median of its
resident memory in the last third is more than 2 % above that of the middle third (from 3 minutes
on), or if the training did not last. Steps are of a usual size: the charts keep every point, so
that thousands of tiny steps would be weighed as growth. No screen is needed. Without --data a new
folder is used.
"""

import argparse
import gc
import statistics
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path

import psutil
from studio import Studio

STEPS = {  # about one a second; the charts keep 2.3 KB of each
    "prompts": 8,
    "group_size": 8,
    "max_new_tokens": 128,
    "learning_rate": 1e-5,
    "steps": 1_000_000,
    "eval_every": 0,
    "eval_count": 0,
    "checkpoint_every": 50,
}
QUESTIONS = ("347 + 85 - 126 =", "Greatest common divisor of 84 and 36", "3 + 4 =")
PAGES = ("chat", "overview", "data", "annotate", "models", "settings")  # Train between any two
QUESTION_S, CHAT_LENGTH = 10.0, 6
SHORT_MIN, SAMPLE_S, SHORT_SAMPLE_S = 3.0, 10.0, 1.0
TURNS, LEAST_TURN_S = 100, 2.0
LOOKS = ((0.1, "dark", "zh_CN"), (0.2, "light", "en"), (0.5, "dark", "zh_CN"))  # part of the time
MOST_GROWTH, MOST_TYPES = 0.02, 10
MIB = 2**20


@dataclass
class Clock:
    """Says when something is due again.

    Attributes:
        every_s: How often, seconds.
        next_s: When next, seconds of `time.monotonic`.
    """

    every_s: float
    next_s: float = field(default_factory=time.monotonic)

    def is_due(self) -> bool:
        """Return whether it is time, and wait for the next time if so."""
        now = time.monotonic()
        if now < self.next_s:
            return False
        self.next_s = max(self.next_s + self.every_s, now)
        return True


class Soak:
    """The program at work, and what it weighs.

    Attributes:
        weights: Resident memory of the window's process, MiB, with the part of the time gone by.
        answers: Answers that the chat stored.
        asked: Questions.
    """

    def __init__(self, studio: Studio, minutes: float) -> None:
        """Start the training and open the chat."""
        from o1desk.core.configs import MixPart
        from o1desk.gui.pages.chat.controller import chat_controller
        from o1desk.gui.pages.train.controller import train_controller
        from o1desk.gui.pages.train.draft import Draft

        self._studio, self._minutes = studio, minutes
        self._process = psutil.Process()
        self.weights: list[tuple[float, float]] = []
        self.answers = self.asked = 0
        self._types: list[Counter[str]] = []
        self._training = train_controller(studio.session)
        self._chat = chat_controller(studio.session)
        self._chat.turn_added.connect(self._on_turn)
        mix = (MixPart(environment="chain_sum", level="easy"),)
        self._training.fill(Draft(environments=mix, changes={"rl": STEPS}))
        studio.desktop.window.show_page("train")
        refusal = self._training.launch()
        if refusal:
            raise RuntimeError(refusal)
        studio.wait(lambda: self._chat.is_loaded and self.steps > 0, 180)
        self._chat.choose(model="starter")

    @property
    def steps(self) -> int:
        """Training steps so far."""
        return 0 if self._training.record is None else self._training.record.step

    @property
    def is_training(self) -> bool:
        """Whether the training goes on."""
        return self._training.record is not None and self._training.record.is_active

    def run(self) -> None:
        """Work until the time is over or the training is."""
        length = 60 * self._minutes
        is_short = self._minutes < SHORT_MIN
        weigh = Clock(SHORT_SAMPLE_S if is_short else SAMPLE_S)
        tell, ask = Clock(60.0), Clock(QUESTION_S)
        turn, pages = Clock(max(length / TURNS, LEAST_TURN_S)), self._pages()
        start, looks = time.monotonic(), list(LOOKS)
        while (gone := time.monotonic() - start) < length and self.is_training:
            if ask.is_due():
                self._ask()
            if turn.is_due():
                self._studio.desktop.window.show_page(next(pages))
            if weigh.is_due():
                self._weigh(gone / length)
            if tell.is_due():
                self._tell(gone)
            if looks and gone > length * looks[0][0]:
                self._look(*looks.pop(0)[1:])
            if not self._types and gone > length * 2 / 3:
                self._count()
            self._studio.pause(0.2)
        self._weigh(1.0)
        self._count()

    def end(self) -> str:
        """Suspend the training and quit; return the state it is left in."""
        record = self._training.record
        self._studio.wait(lambda: not self._chat.is_busy, 60)
        steps, live = self.steps, record.live if record is not None else None
        if live is not None:
            live.suspend()
            self._studio.wait(lambda: live.is_over, 120)
        state = "" if live is None else str(live.state)
        print(f"answers {self.answers} of {self.asked} questions; training steps {steps}; {state}")
        self._studio.close()
        return state

    def judge(self) -> bool:
        """Print what the window weighed; return whether it kept its weight."""
        thirds: tuple[list[float], ...] = ([], [], [])
        for part, mib in self.weights:
            thirds[min(int(part * 3), 2)].append(mib)
        middle, last = (statistics.median(third or [0.0]) for third in thirds[1:])
        growth = last / middle - 1 if middle else 0.0
        print(
            f"resident memory, MiB: start {self.weights[0][1]:.1f}, end {self.weights[-1][1]:.1f}; "
            f"median of the middle third {middle:.1f}, of the last third {last:.1f} ({growth:+.1%})"
        )
        if self._minutes < SHORT_MIN or growth <= MOST_GROWTH:
            return True
        for name, count in (self._types[-1] - self._types[0]).most_common(MOST_TYPES):
            print(f"{count:+d} {name} since the end of the middle third")
        return False

    # --- what is done meanwhile ---

    def _pages(self) -> "cycle[str]":
        return cycle([key for page in PAGES for key in ("train", page)])

    def _ask(self) -> None:
        """Ask the next question, in a new conversation every few; never two at a time."""
        if self._chat.is_busy:
            return
        if self.asked % CHAT_LENGTH == 0 and self._chat.conversation is not None:
            self._chat.new_chat()
            self._studio.wait(lambda: self._chat.conversation is None, 30)
        if self._chat.ask(QUESTIONS[self.asked % len(QUESTIONS)]):
            self.asked += 1

    def _on_turn(self, turn: int) -> None:
        self.answers += self._chat.tree.turns[turn].is_answer

    def _look(self, theme: str, language: str) -> None:
        settings = self._studio.session.settings
        settings.set("appearance.theme", theme)
        settings.set("appearance.language", language)

    # --- what is measured ---

    def _weigh(self, part: float) -> None:
        self.weights.append((part, self._process.memory_info().rss / MIB))

    def _tell(self, gone_s: float) -> None:
        print(
            f"{gone_s / 60:5.1f} min  {self.weights[-1][1]:7.1f} MiB  "
            f"{self.answers} answers  {self.steps} steps",
            flush=True,
        )

    def _count(self) -> None:
        gc.collect()
        found = (type(each) for each in gc.get_objects())
        self._types.append(Counter(f"{kind.__module__}.{kind.__name__}" for kind in found))


def main() -> int:
    """Work, quit, judge."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--minutes", type=float, default=30.0)
    parser.add_argument("--data", type=Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        data, config = arguments.data or Path(scratch) / "data", Path(scratch) / "config"
        data.mkdir(parents=True, exist_ok=True)
        config.mkdir()
        soak = Soak(Studio(data, config), arguments.minutes)
        soak.run()
        state = soak.end()
        is_well = soak.judge()
    return 0 if is_well and state == "suspended" and soak.answers else 1


if __name__ == "__main__":
    sys.exit(main())
