"""Which settings stand under which heading of the form, from plain to expert."""

from PySide6.QtCore import QCoreApplication

from o1desk.core.words import QT_TRANSLATE_NOOP
from o1desk.gui.forms import Section

HOW_LONG = QT_TRANSLATE_NOOP("train", "How long")
LEARNING = QT_TRANSLATE_NOOP("train", "Learning")
MEASURING = QT_TRANSLATE_NOOP("train", "Evaluation and checkpoints")
ADVANCED = QT_TRANSLATE_NOOP("train", "Advanced")

SECTIONS = {
    "rl": (
        (HOW_LONG, ("steps", "minutes", "prompts", "group_size", "max_new_tokens")),
        (LEARNING, ("learning_rate", "warmup_steps", "temperature", "lora.rank", "lora.alpha")),
        (MEASURING, ("eval_every", "eval_count", "checkpoint_every", "rollback_drop")),
        (
            ADVANCED,
            (
                "inner_epochs", "reduction", "scale", "zero_variance", "mask_truncated",
                "clip_low", "clip_high", "kl_beta", "entropy_coef", "max_grad_norm",
                "weight_decay", "lora.targets", "micro_tokens", "seed", "device", "precision",
            ),
        ),
    ),
    "sft": (
        (HOW_LONG, ("steps", "batch_size", "max_tokens")),
        (LEARNING, ("learning_rate", "warmup_steps", "lora.rank", "lora.alpha")),
        (MEASURING, ("eval_every", "eval_count", "checkpoint_every")),
        (
            ADVANCED,
            (
                "max_grad_norm", "weight_decay", "lora.targets", "micro_tokens", "seed",
                "device", "precision",
            ),
        ),
    ),
}  # fmt: skip


def sections_of(method: str) -> list[Section]:
    """Return the sections of a method's form, in the language in force."""
    return [
        Section(QCoreApplication.translate("train", title), fields, is_open=title != ADVANCED)
        for title, fields in SECTIONS[method]
    ]
