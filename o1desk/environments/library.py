"""reasoning-gym itself, called in this process.

Importing it takes seconds and its data sets may print warnings; nothing else imports it.
"""

import functools
import warnings
from collections.abc import Iterator, Mapping
from typing import Any

from o1desk.environments.levels import raise_curriculum, settings_of
from o1desk.environments.plain import from_plain, to_plain


def dataset(family: str, level: str, seed: int, size: int) -> Any:
    """Return the library's data set of a family at a level."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the library's own import noise
        import reasoning_gym
        from reasoning_gym.factory import CURRICULA, DATASETS
    settings = settings_of(family, level)
    if settings is None and family in CURRICULA:
        config = raise_curriculum(CURRICULA[family](), level)
        config.seed, config.size = seed, size
        return DATASETS[family][0](config)
    return reasoning_gym.create_dataset(family, seed=seed, size=size, **(settings or {}))


class Here:
    """The library in this process, for families whose scorers only compare text and numbers."""

    def __init__(self) -> None:
        """Nothing is loaded before the first question."""
        self._scorer = functools.lru_cache(maxsize=8)(_scorer)

    def entries(self, family: str, level: str, seed: int, size: int) -> Iterator[dict[str, Any]]:
        """Yield the entries of one data set, metadata as JSON values."""
        data = dataset(family, level, seed, size)
        for index in range(size):
            yield plain_entry(data[index])

    def score(self, family: str, level: str, answer: str, entry: Mapping[str, Any]) -> float:
        """Return the family's score of an answer; raises whatever the scorer raises."""
        facts = from_plain(entry["metadata"])
        return float(self._scorer(family, level).score_answer(answer, {**entry, "metadata": facts}))


def _scorer(family: str, level: str) -> Any:
    return dataset(family, level, seed=0, size=1)


def plain_entry(entry: Mapping[str, Any]) -> dict[str, Any]:
    """Return an entry of the library as JSON values; no answer becomes the empty one."""
    answer = entry["answer"]
    return {
        "question": str(entry["question"]),
        "answer": "" if answer is None else str(answer),
        "metadata": to_plain(entry["metadata"]),
    }
