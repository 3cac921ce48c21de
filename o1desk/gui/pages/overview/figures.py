"""The live figures of the loop's parts, looked up in one go."""

from collections.abc import Callable
from dataclasses import dataclass

from o1desk.environments.families import FAMILIES
from o1desk.gui.session import Session
from o1desk.store.filters import SampleFilter

MACHINE = ("solver", "model", "rl")


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """How much there is of everything.

    Attributes:
        problems: Problems in the store.
        samples: Samples in the store.
        made: Samples written by solvers and models.
        real: Samples and problems from files and chats.
        labels: Judgements of people.
        datasets: Named selections.
        runs: Runs of any kind.
        adapters: Adapters that can be loaded.
        messages: Messages in conversations.
        environments: Families and imported sets.
        decode_tps: Tokens per second of the last answer; None before the first.
    """

    problems: int
    samples: int
    made: int
    real: int
    labels: int
    datasets: int
    runs: int
    adapters: int
    messages: int
    environments: int
    decode_tps: float | None


def figures_of(session: Session) -> Callable[[], Figures]:
    """Return a function that looks them up; it runs off the window's thread."""
    store = session.store

    def look() -> Figures:
        counts = store.counts()
        origins = dict(store.samples.facets(SampleFilter())["origin"])
        costs = store.conversations.all_costs(1)
        return Figures(
            problems=counts["problem"],
            samples=counts["sample"],
            made=sum(origins.get(name, 0) for name in MACHINE),
            real=sum(n for name, n in origins.items() if name not in MACHINE and name != "human"),
            labels=counts["label"],
            datasets=len(store.datasets.all()),
            runs=counts["run"],
            adapters=len({adapter.run for adapter in store.adapters.all()}),
            messages=counts["message"],
            environments=len(FAMILIES),
            decode_tps=costs[-1][4].decode_tps if costs else None,
        )

    return look
