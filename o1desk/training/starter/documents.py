"""Documents of the corpus: solver traces of reasoning problems, and a little small talk."""

import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from o1desk.core.registry import find
from o1desk.core.split import Split
from o1desk.core.trace import OPEN, write
from o1desk.core.types import Problem, Step, Trace
from o1desk.training.starter.chat import SYSTEMS, small_talk
from o1desk.training.starter.recipe import Mix
from o1desk.training.starter.tokenizer import END, render

if TYPE_CHECKING:
    from o1desk.core.leaves import Environment

ProblemStream = Callable[[str, str, int, int], Iterable[Problem]]
DIRECT = "direct"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One training text.

    Attributes:
        prompt: Everything up to where the model begins to write.
        completion: What it should write, end of turn included.
        family: Environment, or "chat".
        level: Level of the problem; empty for small talk.
        habit: "careful", "quick" or "direct"; empty for small talk.
    """

    prompt: str
    completion: str
    family: str
    level: str
    habit: str


def problem_stream(split: Split = "train") -> ProblemStream:
    """Return the environments' own problems of one split."""
    from o1desk.environments import catalog

    def stream(family: str, level: str, count: int, seed: int) -> Iterable[Problem]:
        environment: Environment = catalog.get(family)
        return environment.problems(count, level, seed, split)

    return stream


def problem_document(
    problem: Problem, habit: str, seed: int, turns: Iterable[tuple[str, str]] = ()
) -> Document:
    """Write one problem and its solver's trace as a document.

    Args:
        problem: The problem.
        habit: "careful", "quick", or "direct" for thinking off.
        seed: Seed of the solver.
        turns: Messages before the question, as (role, content).
    """
    solver = find("solver", problem.environment).factory()
    thinking = habit != DIRECT
    trace = solver.solve(problem, habit if thinking else "quick", seed)
    prompt = render([*turns, ("user", problem.prompt)], thinking=thinking)
    return Document(
        prompt=prompt,
        completion=completion_of(trace, thinking=thinking),
        family=problem.environment,
        level=problem.level,
        habit=habit,
    )


def completion_of(trace: Trace, *, thinking: bool) -> str:
    """Return what the model writes after the prompt, which already holds the opening mark."""
    text = write(trace).removeprefix(f"{OPEN}\n") if thinking else trace.answer
    return text + END


def documents(mix: Mix, problems: ProblemStream, count: int, seed: int) -> list[Document]:
    """Return about `count` documents in random order; the same arguments give the same ones.

    A family that runs out of distinct problems gives fewer.
    """
    rng = random.Random(seed)
    made = list(_problem_documents(mix, problems, round(count * (1 - mix.chat)), rng))
    made += [_chat_document(rng, mix) for _ in range(round(count * mix.chat))]
    rng.shuffle(made)
    return made


def _problem_documents(
    mix: Mix, problems: ProblemStream, count: int, rng: random.Random
) -> Iterator[Document]:
    all_families, all_levels = sum(mix.families.values()), sum(mix.levels.values())
    previous: Problem | None = None
    for family, weight in mix.families.items():
        for level, share in mix.levels.items():
            wanted = round(count * weight / all_families * share / all_levels)
            for problem in problems(family, level, wanted, rng.getrandbits(31)):
                turns = _opening(mix, rng, previous)
                yield problem_document(problem, _habit(mix, rng), rng.getrandbits(31), turns)
                previous = problem


def _habit(mix: Mix, rng: random.Random) -> str:
    if rng.random() < mix.direct:
        return DIRECT
    return "quick" if rng.random() < mix.quick else "careful"


def _opening(mix: Mix, rng: random.Random, previous: Problem | None) -> list[tuple[str, str]]:
    """Return the messages before the question: mostly none."""
    turns = []
    if rng.random() < mix.system:
        turns.append(("system", rng.choice(SYSTEMS)))
    if previous is not None and rng.random() < mix.history:
        turns += [("user", previous.prompt), ("assistant", previous.answer)]
    return turns


def _chat_document(rng: random.Random, mix: Mix) -> Document:
    talk = small_talk(rng)
    thinking = rng.random() >= 0.3
    trace = Trace(steps=(Step(text=talk.thought),), answer=talk.answer)
    return Document(
        prompt=render([*_opening(mix, rng, None), ("user", talk.question)], thinking=thinking),
        completion=completion_of(trace, thinking=thinking),
        family="chat",
        level="",
        habit="",
    )
