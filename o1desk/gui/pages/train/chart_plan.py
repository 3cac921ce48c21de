"""Which numbers share a chart on the Train page, in which order, and what is left to Advanced.

A metric that nobody placed gets a chart of its own under Advanced, so that nothing a trainer tells
is hidden. Texts belong to the translation context "train".
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from o1desk.core.metrics import info
from o1desk.core.words import QT_TRANSLATE_NOOP, filled

TOTAL_AND_ONE = 2  # a single part of the reward says no more than the total
INTERVALS = {"heldout_pass_at_1": ("heldout_ci_low", "heldout_ci_high")}
_SILENT = re.compile(r"heldout_(ci_low|ci_high|n)|skipped|epoch|length_(min|max)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Plot:
    """One chart.

    Attributes:
        key: Stable name.
        title: What stands above it.
        metrics: Names of its lines, as patterns, in order.
        methods: Training methods that have it.
        first: Methods that show it before its first number is there.
        is_advanced: Whether it is shown on demand only.
        can_log: Whether a logarithmic axis suits it.
        note: What to know before reading it; empty for nothing.
    """

    key: str
    title: str
    metrics: tuple[str, ...]
    methods: tuple[str, ...] = ("rl", "sft")
    first: tuple[str, ...] = ()
    is_advanced: bool = False
    can_log: bool = False
    note: str = ""


_LOSS_NOTE = QT_TRANSLATE_NOOP(
    "train",
    "A loss near 0 is normal here: advantages cancel out inside each group. Look at the reward and "
    "the held-out accuracy instead.",
)
_RL, _SFT = ("rl",), ("sft",)
PLOTS = (
    Plot(
        key="accuracy",
        title=QT_TRANSLATE_NOOP("train", "Accuracy"),
        metrics=("heldout_pass_at_1", "pass_at_1"),
        first=("rl", "sft"),
    ),
    Plot(
        key="loss",
        title=QT_TRANSLATE_NOOP("train", "Loss"),
        metrics=("loss",),
        methods=_SFT,
        first=_SFT,
        can_log=True,
    ),
    Plot(
        key="reward",
        title=QT_TRANSLATE_NOOP("train", "Reward"),
        metrics=("reward", r"reward_(?!.*std$).+"),
        methods=_RL,
        first=_RL,
    ),
    Plot(
        key="length",
        title=QT_TRANSLATE_NOOP("train", "Length of answers"),
        metrics=("length_mean", "length_terminated", "length_thinking"),
        methods=_RL,
        first=_RL,
    ),
    Plot(
        key="cut",
        title=QT_TRANSLATE_NOOP("train", "Cut answers"),
        metrics=("clipped_ratio",),
        methods=_RL,
        first=_RL,
    ),
    Plot(
        key="signal",
        title=QT_TRANSLATE_NOOP("train", "Groups without a signal"),
        metrics=("frac_reward_zero_std", "unscored_ratio"),
        methods=_RL,
        first=_RL,
    ),
    Plot(
        key="entropy",
        title=QT_TRANSLATE_NOOP("train", "Entropy"),
        metrics=("entropy", "entropy_learned"),
        methods=_RL,
        first=_RL,
    ),
    Plot(
        key="kl",
        title=QT_TRANSLATE_NOOP("train", "Distance (KL)"),
        metrics=("kl", "mismatch_kl"),
        methods=_RL,
        can_log=True,
    ),
    Plot(
        key="clip",
        title=QT_TRANSLATE_NOOP("train", "Clipped tokens"),
        metrics=("clip_low", "clip_high"),
        methods=_RL,
    ),
    Plot(
        key="grad",
        title=QT_TRANSLATE_NOOP("train", "Norm of the gradient"),
        metrics=("grad_norm",),
        first=("rl", "sft"),
        can_log=True,
    ),
    Plot(
        key="speed",
        title=QT_TRANSLATE_NOOP("train", "Speed"),
        metrics=("rollout_tps", "learn_tps"),
        first=("rl", "sft"),
    ),
    Plot(
        key="time",
        title=QT_TRANSLATE_NOOP("train", "Time of a step"),
        metrics=("seconds_sample", "seconds_reward", "seconds_prepare", "seconds_learn"),
    ),
    Plot(key="memory", title=QT_TRANSLATE_NOOP("train", "Memory"), metrics=("memory_mib",)),
    Plot(
        key="rl_loss",
        title=QT_TRANSLATE_NOOP("train", "Loss"),
        metrics=("loss",),
        methods=_RL,
        is_advanced=True,
        note=_LOSS_NOTE,
    ),
    Plot(
        key="spread",
        title=QT_TRANSLATE_NOOP("train", "Spread of the reward"),
        metrics=("reward_std", r"reward_.+_std"),
        methods=_RL,
        is_advanced=True,
    ),
    Plot(
        key="ratio",
        title=QT_TRANSLATE_NOOP("train", "Likelihood ratio"),
        metrics=("ratio_mean", "ratio_min", "ratio_max"),
        methods=_RL,
        is_advanced=True,
        can_log=True,
    ),
    Plot(
        key="rate",
        title=QT_TRANSLATE_NOOP("train", "Learning rate"),
        metrics=("learning_rate",),
        is_advanced=True,
        can_log=True,
    ),
    Plot(
        key="adapter",
        title=QT_TRANSLATE_NOOP("train", "Norm of the adapter"),
        metrics=("adapter_norm",),
        is_advanced=True,
    ),
)


def plan(method: str, names: Iterable[str], *, is_live: bool, has_advanced: bool) -> list[Plot]:
    """Return the charts to show, in order.

    Args:
        method: rl or sft.
        names: Metrics that the run has told.
        is_live: Whether more may come, so that the usual charts have their place already.
        has_advanced: Whether the advanced ones are wanted.
    """
    known = set(names)
    mine = [plot for plot in PLOTS if method in plot.methods]
    shown = [
        plot
        for plot in mine
        if (has_advanced or not plot.is_advanced)
        and (lines_of(plot, known) or (is_live and method in plot.first))
    ]
    if has_advanced:
        placed = {name for plot in mine for name in lines_of(plot, known)}
        shown += [_own(name) for name in sorted(known - placed) if not _SILENT.fullmatch(name)]
    return shown


def lines_of(plot: Plot, names: Iterable[str]) -> list[str]:
    """Return which of some metrics are lines of a chart, in its order."""
    known = sorted(names)
    found: dict[str, None] = {}
    for pattern in plot.metrics:
        found |= dict.fromkeys(name for name in known if re.fullmatch(pattern, name))
    if plot.key == "reward" and len(found) == TOTAL_AND_ONE:
        return list(found)[:1]
    return list(found)


def metric_title(name: str) -> str:
    """Return the title of a metric in the language in force."""
    metric = info(name)
    return filled(QCoreApplication.translate("metrics", metric.title), metric.words)


def metric_help(name: str) -> str:
    """Return what a metric means, in the language in force; empty when nobody said."""
    metric = info(name)
    if not metric.help:
        return ""
    return filled(QCoreApplication.translate("metrics", metric.help), metric.words)


def _own(name: str) -> Plot:
    return Plot(key=name, title="", metrics=(re.escape(name),), is_advanced=True)
