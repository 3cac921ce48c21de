"""Every number that training tells, declared once: words, unit, chart, direction.

Texts are English templates, marked for translation in the context "metrics"; "%1" stands for the
first of the `words`.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from o1desk.core.words import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True, kw_only=True)
class MetricInfo:
    """One metric.

    Attributes:
        name: As the metric event spells it.
        title: Short label, a template.
        unit: Unit of the number; "%" for shares, which lie in [0, 1]; empty when it has none.
        chart: Key of `CHARTS`.
        better: "higher", "lower", or "" when neither is.
        percent: Whether it is a share in [0, 1] that people read in per cent.
        help: One plain sentence, a template.
        words: What "%1", "%2" of title and help stand for.
    """

    name: str
    title: str
    unit: str = ""
    chart: str = "other"
    better: str = ""
    percent: bool = False
    help: str = ""
    words: tuple[str, ...] = ()


CHARTS: Mapping[str, str] = {
    "accuracy": QT_TRANSLATE_NOOP("metrics", "Accuracy"),
    "reward": QT_TRANSLATE_NOOP("metrics", "Reward"),
    "length": QT_TRANSLATE_NOOP("metrics", "Length of answers"),
    "signal": QT_TRANSLATE_NOOP("metrics", "Learning signal"),
    "entropy": QT_TRANSLATE_NOOP("metrics", "Entropy"),
    "kl": QT_TRANSLATE_NOOP("metrics", "Distance between policies (KL)"),
    "clip": QT_TRANSLATE_NOOP("metrics", "Clipping"),
    "grad": QT_TRANSLATE_NOOP("metrics", "Gradient"),
    "speed": QT_TRANSLATE_NOOP("metrics", "Speed"),
    "time": QT_TRANSLATE_NOOP("metrics", "Time of a step"),
    "memory": QT_TRANSLATE_NOOP("metrics", "Memory"),
    "loss": QT_TRANSLATE_NOOP("metrics", "Loss"),
    "rate": QT_TRANSLATE_NOOP("metrics", "Learning rate"),
    "other": QT_TRANSLATE_NOOP("metrics", "Other"),
}
"""Titles of the charts, in the order a page shows them."""

ALL_METRICS: tuple[MetricInfo, ...] = (
    # --- accuracy ---
    MetricInfo(
        name="heldout_pass_at_1",
        title=QT_TRANSLATE_NOOP("metrics", "Held-out accuracy"),
        unit="%",
        chart="accuracy",
        better="higher",
        percent=True,
        help=QT_TRANSLATE_NOOP(
            "metrics", "Share of problems never trained on that one sampled answer solves."
        ),
    ),
    MetricInfo(
        name="heldout_ci_low",
        title=QT_TRANSLATE_NOOP("metrics", "Held-out accuracy, lower bound"),
        unit="%",
        chart="accuracy",
        percent=True,
        help=QT_TRANSLATE_NOOP(
            "metrics", "Lower end of the 95 % confidence interval of the held-out accuracy."
        ),
    ),
    MetricInfo(
        name="heldout_ci_high",
        title=QT_TRANSLATE_NOOP("metrics", "Held-out accuracy, upper bound"),
        unit="%",
        chart="accuracy",
        percent=True,
        help=QT_TRANSLATE_NOOP(
            "metrics", "Upper end of the 95 % confidence interval of the held-out accuracy."
        ),
    ),
    MetricInfo(
        name="heldout_n",
        title=QT_TRANSLATE_NOOP("metrics", "Held-out problems"),
        help=QT_TRANSLATE_NOOP("metrics", "How many problems the held-out accuracy stands on."),
    ),
    MetricInfo(
        name="pass_at_1",
        title=QT_TRANSLATE_NOOP("metrics", "Training accuracy"),
        unit="%",
        chart="accuracy",
        better="higher",
        percent=True,
        help=QT_TRANSLATE_NOOP("metrics", "Share of this step's sampled answers that are right."),
    ),
    # --- reward ---
    MetricInfo(
        name="reward",
        title=QT_TRANSLATE_NOOP("metrics", "Reward"),
        chart="reward",
        better="higher",
        help=QT_TRANSLATE_NOOP("metrics", "Mean total reward of this step's answers."),
    ),
    MetricInfo(
        name="reward_std",
        title=QT_TRANSLATE_NOOP("metrics", "Spread of the reward"),
        chart="reward",
        help=QT_TRANSLATE_NOOP(
            "metrics", "Standard deviation of the reward; without any spread nothing is learned."
        ),
    ),
    # --- signal ---
    MetricInfo(
        name="frac_reward_zero_std",
        title=QT_TRANSLATE_NOOP("metrics", "Groups without a signal"),
        unit="%",
        chart="signal",
        better="lower",
        percent=True,
        help=QT_TRANSLATE_NOOP(
            "metrics",
            "Share of problems whose answers all got the same reward and therefore teach nothing.",
        ),
    ),
    MetricInfo(
        name="unscored_ratio",
        title=QT_TRANSLATE_NOOP("metrics", "Answers without a reward"),
        unit="%",
        chart="signal",
        better="lower",
        percent=True,
        help=QT_TRANSLATE_NOOP("metrics", "Share of answers that no reward could judge."),
    ),
    MetricInfo(
        name="skipped",
        title=QT_TRANSLATE_NOOP("metrics", "Skipped"),
        chart="signal",
        better="lower",
        help=QT_TRANSLATE_NOOP("metrics", "1 when the guard left the update of this step out."),
    ),
    # --- length ---
    MetricInfo(
        name="length_mean",
        title=QT_TRANSLATE_NOOP("metrics", "Mean length"),
        unit="tokens",
        chart="length",
        help=QT_TRANSLATE_NOOP("metrics", "Mean length of the answers, thinking included."),
    ),
    MetricInfo(
        name="length_min",
        title=QT_TRANSLATE_NOOP("metrics", "Shortest answer"),
        unit="tokens",
        chart="length",
        help=QT_TRANSLATE_NOOP("metrics", "Length of the shortest answer, thinking included."),
    ),
    MetricInfo(
        name="length_max",
        title=QT_TRANSLATE_NOOP("metrics", "Longest answer"),
        unit="tokens",
        chart="length",
        help=QT_TRANSLATE_NOOP("metrics", "Length of the longest answer, thinking included."),
    ),
    MetricInfo(
        name="length_thinking",
        title=QT_TRANSLATE_NOOP("metrics", "Thinking"),
        unit="tokens",
        chart="length",
        help=QT_TRANSLATE_NOOP("metrics", "Mean length of the thinking alone."),
    ),
    MetricInfo(
        name="length_terminated",
        title=QT_TRANSLATE_NOOP("metrics", "Length of finished answers"),
        unit="tokens",
        chart="length",
        help=QT_TRANSLATE_NOOP(
            "metrics", "Mean length of the answers that ended by themselves, before the limit."
        ),
    ),
    # --- clip ---
    MetricInfo(
        name="clipped_ratio",
        title=QT_TRANSLATE_NOOP("metrics", "Cut answers"),
        unit="%",
        chart="clip",
        better="lower",
        percent=True,
        help=QT_TRANSLATE_NOOP("metrics", "Share of answers that the length limit cut off."),
    ),
    MetricInfo(
        name="clip_low",
        title=QT_TRANSLATE_NOOP("metrics", "Lower clip"),
        unit="%",
        chart="clip",
        percent=True,
        help=QT_TRANSLATE_NOOP(
            "metrics",
            "Share of tokens of bad answers that are already so much rarer that they are left "
            "alone.",
        ),
    ),
    MetricInfo(
        name="clip_high",
        title=QT_TRANSLATE_NOOP("metrics", "Upper clip"),
        unit="%",
        chart="clip",
        percent=True,
        help=QT_TRANSLATE_NOOP(
            "metrics",
            "Share of tokens of good answers that are already so much likelier that they are left "
            "alone.",
        ),
    ),
    MetricInfo(
        name="clip_region",
        title=QT_TRANSLATE_NOOP("metrics", "Clipped tokens"),
        unit="%",
        chart="clip",
        percent=True,
        help=QT_TRANSLATE_NOOP("metrics", "Lower and upper clip together."),
    ),
    # --- entropy ---
    MetricInfo(
        name="entropy",
        title=QT_TRANSLATE_NOOP("metrics", "Entropy"),
        unit="nats",
        chart="entropy",
        help=QT_TRANSLATE_NOOP(
            "metrics", "How undecided the model is at a token; near 0 it says always the same."
        ),
    ),
    MetricInfo(
        name="entropy_learned",
        title=QT_TRANSLATE_NOOP("metrics", "Entropy of what is learned"),
        unit="nats",
        chart="entropy",
        help=QT_TRANSLATE_NOOP(
            "metrics", "The same over the answers that this step learns from, measured exactly."
        ),
    ),
    # --- kl ---
    MetricInfo(
        name="kl",
        title=QT_TRANSLATE_NOOP("metrics", "KL to the base"),
        unit="nats",
        chart="kl",
        better="lower",
        help=QT_TRANSLATE_NOOP(
            "metrics", "How far the policy has moved from the model without its adapter, per token."
        ),
    ),
    MetricInfo(
        name="mismatch_kl",
        title=QT_TRANSLATE_NOOP("metrics", "Sampling against learning"),
        unit="nats",
        chart="kl",
        better="lower",
        help=QT_TRANSLATE_NOOP(
            "metrics",
            "How far sampling and learning disagree about the same weights because of rounding.",
        ),
    ),
    MetricInfo(
        name="ratio_mean",
        title=QT_TRANSLATE_NOOP("metrics", "Mean ratio"),
        help=QT_TRANSLATE_NOOP(
            "metrics", "How much likelier a token is now than when it was sampled; 1 is no change."
        ),
    ),
    MetricInfo(
        name="ratio_min",
        title=QT_TRANSLATE_NOOP("metrics", "Smallest ratio"),
        help=QT_TRANSLATE_NOOP("metrics", "The token that became rarest since it was sampled."),
    ),
    MetricInfo(
        name="ratio_max",
        title=QT_TRANSLATE_NOOP("metrics", "Largest ratio"),
        help=QT_TRANSLATE_NOOP("metrics", "The token that became likeliest since it was sampled."),
    ),
    # --- gradient, loss, rate ---
    MetricInfo(
        name="grad_norm",
        title=QT_TRANSLATE_NOOP("metrics", "Norm of the gradient"),
        chart="grad",
        help=QT_TRANSLATE_NOOP(
            "metrics", "Size of the update that the answers ask for, before it is limited."
        ),
    ),
    MetricInfo(
        name="adapter_norm",
        title=QT_TRANSLATE_NOOP("metrics", "Norm of the adapter"),
        chart="grad",
        help=QT_TRANSLATE_NOOP("metrics", "Size of all that the adapter has learned so far."),
    ),
    MetricInfo(
        name="loss",
        title=QT_TRANSLATE_NOOP("metrics", "Loss"),
        chart="loss",
        help=QT_TRANSLATE_NOOP(
            "metrics",
            "What the optimizer lowers; near 0 is normal in reinforcement learning, and it tells "
            "little there.",
        ),
    ),
    MetricInfo(
        name="learning_rate",
        title=QT_TRANSLATE_NOOP("metrics", "Learning rate"),
        chart="rate",
        help=QT_TRANSLATE_NOOP("metrics", "How far one update moves the adapter."),
    ),
    MetricInfo(
        name="epoch",
        title=QT_TRANSLATE_NOOP("metrics", "Epoch"),
        help=QT_TRANSLATE_NOOP("metrics", "How often the whole data set was read so far."),
    ),
    # --- speed, time, memory ---
    MetricInfo(
        name="rollout_tps",
        title=QT_TRANSLATE_NOOP("metrics", "Sampling speed"),
        unit="tokens/s",
        chart="speed",
        better="higher",
        help=QT_TRANSLATE_NOOP("metrics", "Tokens written per second while answers are sampled."),
    ),
    MetricInfo(
        name="learn_tps",
        title=QT_TRANSLATE_NOOP("metrics", "Learning speed"),
        unit="tokens/s",
        chart="speed",
        better="higher",
        help=QT_TRANSLATE_NOOP("metrics", "Tokens per second that the update works through."),
    ),
    MetricInfo(
        name="seconds_sample",
        title=QT_TRANSLATE_NOOP("metrics", "Sample"),
        unit="s",
        chart="time",
        better="lower",
        help=QT_TRANSLATE_NOOP("metrics", "Time spent on writing answers."),
    ),
    MetricInfo(
        name="seconds_reward",
        title=QT_TRANSLATE_NOOP("metrics", "Verify"),
        unit="s",
        chart="time",
        better="lower",
        help=QT_TRANSLATE_NOOP("metrics", "Time spent on checking and rewarding answers."),
    ),
    MetricInfo(
        name="seconds_prepare",
        title=QT_TRANSLATE_NOOP("metrics", "Prepare"),
        unit="s",
        chart="time",
        better="lower",
        help=QT_TRANSLATE_NOOP(
            "metrics", "Time spent on comparing and storing answers before learning."
        ),
    ),
    MetricInfo(
        name="seconds_learn",
        title=QT_TRANSLATE_NOOP("metrics", "Learn"),
        unit="s",
        chart="time",
        better="lower",
        help=QT_TRANSLATE_NOOP("metrics", "Time spent on the update of the adapter."),
    ),
    MetricInfo(
        name="memory_mib",
        title=QT_TRANSLATE_NOOP("metrics", "Memory"),
        unit="MiB",
        chart="memory",
        better="lower",
        help=QT_TRANSLATE_NOOP(
            "metrics", "Peak memory of the graphics card, or the memory of the process on a CPU."
        ),
    ),
)
"""Metrics with a fixed name."""
