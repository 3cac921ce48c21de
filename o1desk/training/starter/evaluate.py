"""The card's measurement: held-out problems, one sampled answer each, in every habit.

pass@1 at temperature 1 is the share of problems whose one sampled answer is right. It is taken
three times: as the model chooses, and with the first word of the thinking given, so that the two
habits can be told apart.
"""

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from o1desk.core.backend import Backend, Completion, Sampling
from o1desk.core.control import Control
from o1desk.core.leaves import Environment
from o1desk.core.trace import CLOSE
from o1desk.core.types import Message, Problem
from o1desk.environments import catalog
from o1desk.environments.families import STARTER
from o1desk.generation.working import CAREFUL, QUICK
from o1desk.training.starter.chat import ABOUT, LIMIT
from o1desk.training.starter.figures import Judged, Measurement

HABITS: Mapping[str, str] = {"mix": "", "careful": CAREFUL, "quick": QUICK}
"""What each measurement puts at the front of the thinking."""

TALK: Mapping[str, str] = {
    "Hello!": ABOUT,
    "Good afternoon, who are you?": ABOUT,
    "What can you do?": ABOUT,
    "What do you think about elephants?": LIMIT,
    "Who wrote the first novel?": LIMIT,
    "Explain photosynthesis to me.": LIMIT,
}
"""Questions that are no problems (several of them never trained on) and what is right to say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exam:
    """How large and how the measurement is.

    Attributes:
        problems: Held-out problems of each family and level; small families have fewer.
        seed: Seed of problems and sampling.
        temperature: 1 is the model's own distribution.
        max_new_tokens: Longest completion, tokens.
        batch: Problems answered at once.
        families: Environments asked for.
        levels: Levels asked for.
    """

    problems: int = 200
    seed: int = 20_261_124
    temperature: float = 1.0
    max_new_tokens: int = 400
    batch: int = 128
    families: Sequence[str] = STARTER
    levels: Sequence[str] = ("easy", "medium", "hard")


def measure(
    backend: Backend,
    exam: Exam,
    control: Control,
    get_environment: Callable[[str], Environment] = catalog.get,
) -> Measurement:
    """Ask every problem once in every habit, and a few questions that are no problems.

    Args:
        backend: The model.
        exam: How many problems, and how to sample.
        control: Hears the progress, phase "evaluate", in answers.
        get_environment: Finds the environments, whose split "heldout" is asked.

    Raises:
        Cancelled: When the user stopped it.
    """
    checkers = {name: get_environment(name) for name in exam.families}
    problems = [
        problem
        for name, environment in checkers.items()
        for level in exam.levels
        for problem in environment.problems(exam.problems, level, exam.seed, "heldout")
    ]
    judged: list[Judged] = []
    total = len(problems) * len(HABITS)
    for habit in HABITS:
        for start in range(0, len(problems), exam.batch):
            control.tick("evaluate", len(judged), total)
            part = problems[start : start + exam.batch]
            sampling = _sampling(exam, seed=exam.seed + len(judged))
            for problem, done in zip(part, _answers(backend, part, habit, sampling), strict=True):
                judged.append(_judge(problem, habit, done, checkers[problem.environment]))
    control.tick("evaluate", total, total)
    return Measurement(judged=judged, talk=_talk(backend, exam))


def _sampling(exam: Exam, seed: int) -> Sampling:
    return Sampling(
        max_new_tokens=exam.max_new_tokens, temperature=exam.temperature, seed=seed % 2**31
    )


def _answers(
    backend: Backend, problems: Sequence[Problem], habit: str, sampling: Sampling
) -> list[Completion]:
    prompts = [
        backend.render([Message(role="user", content=problem.prompt)]) + HABITS[habit]
        for problem in problems
    ]
    return [group[0] for group in backend.generate(prompts, sampling)]


def _judge(problem: Problem, habit: str, done: Completion, checker: Environment) -> Judged:
    text = HABITS[habit] + done.text
    _, closed, answer = text.partition(CLOSE)
    return Judged(
        problem=problem,
        habit=habit,
        text=text,
        tokens=len(done.token_ids),
        truncated=done.finish == "length",
        correct=bool(
            closed and answer.strip() and checker.check(problem, answer.strip()).is_correct
        ),
    )


def _talk(backend: Backend, exam: Exam) -> dict[str, str]:
    prompts = [backend.render([Message(role="user", content=question)]) for question in TALK]
    greedy = dataclasses.replace(_sampling(exam, exam.seed), temperature=0.0)
    groups = backend.generate(prompts, greedy)
    return {
        question: group[0].text.partition(CLOSE)[2].strip()
        for question, group in zip(TALK, groups, strict=True)
    }
