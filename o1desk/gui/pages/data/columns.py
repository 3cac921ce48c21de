"""The columns of the table of samples."""

from PySide6.QtCore import QCoreApplication, QLocale

from o1desk.gui.models.paged_table import Column
from o1desk.gui.pages.data.words import word
from o1desk.store.samples import SampleRow

translate = QCoreApplication.translate


def sample_columns() -> list[Column]:
    """Return the columns in the language in force."""
    return [
        Column(
            key="judgement",
            title=translate("data", "Verdict"),
            text=lambda row: row.judgement or "unchecked",
            width_em=8,
            look="verdict",
            is_sortable=True,
            tooltip=translate("data", "What the checker said"),
        ),
        Column(
            key="prompt",
            title=translate("data", "Problem"),
            text=lambda row: row.prompt,
            width_em=14,
            does_stretch=True,
        ),
        Column(
            key="answer",
            title=translate("data", "Answer"),
            text=lambda row: row.answer,
            width_em=7,
        ),
        *_origins(),
        *_figures(),
    ]


def _origins() -> list[Column]:
    return [
        Column(
            key="environment",
            title=translate("data", "Environment"),
            text=lambda row: word("environment", row.environment),
            width_em=10,
            is_sortable=True,
            tooltip=translate("data", "The family of problems, with its checker"),
        ),
        Column(
            key="level",
            title=translate("data", "Level"),
            text=lambda row: word("level", row.level),
            width_em=6.5,
            is_sortable=True,
            tooltip=translate("data", "How hard the problem is"),
        ),
        Column(
            key="origin",
            title=translate("data", "Origin"),
            text=lambda row: word("origin", row.origin),
            width_em=5.5,
            is_sortable=True,
            tooltip=translate("data", "Who wrote the chain of thought"),
        ),
    ]


def _figures() -> list[Column]:
    return [
        _number(
            "steps",
            translate("data", "Steps"),
            translate("data", "Steps of the chain of thought"),
        ),
        _number(
            "tokens_thinking",
            translate("data", "Thinking"),
            translate("data", "Tokens of the chain of thought; empty when nobody counted"),
            width_em=6,
        ),
        Column(
            key="reward",
            title=translate("data", "Reward"),
            text=_reward,
            width_em=5.5,
            align="right",
            is_sortable=True,
            tooltip=translate("data", "What the reward function gave; empty outside training"),
        ),
        _number(
            "chars",
            translate("data", "Length"),
            translate("data", "Thinking and answer together, characters"),
        ),
    ]


def _number(key: str, title: str, tip: str, *, width_em: float = 4.5) -> Column:
    def text(row: SampleRow) -> str:
        value = int(getattr(row, key))
        return QLocale().toString(value) if value else ""

    return Column(
        key=key,
        title=title,
        text=text,
        width_em=width_em,
        align="right",
        is_sortable=True,
        tooltip=tip,
    )


def _reward(row: SampleRow) -> str:
    return "" if row.reward is None else QLocale().toString(row.reward, "f", 2)
