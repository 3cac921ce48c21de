"""Word problems through the worked solutions that reasoning-gym carries."""

import re
from collections.abc import Iterable

from typing_extensions import override

from o1desk.core.registry import register
from o1desk.core.types import Problem
from o1desk.generation.solvers.base import LineSolver, entry

_FILLER = re.compile(r"^(let's |let us |####|therefore, the answer)", re.IGNORECASE)


@register("solver", "gsm_symbolic", title="Word problems")
class GsmSymbolic(LineSolver):
    """Keeps the sentences of the worked solution that compute something."""

    @override
    def lines(self, problem: Problem) -> Iterable[str]:
        for line in str(entry(problem)["answer_cot"]).splitlines():
            clean = line.strip(" \t•*-").strip()
            if clean and not _FILLER.match(clean):
                yield clean
