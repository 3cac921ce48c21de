"""How each family of reasoning models marks where its thinking begins and ends.

One row per family. The marks are what the models write (or what their chat templates supply); the
reader in `parser.py` knows nothing of families beyond this table.
"""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from o1desk.core.errors import UnknownNameError

Role: TypeAlias = Literal["open", "close", "answer", "header", "message", "drop"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """The marks of one family.

    Attributes:
        name: Stored with a sample as its format id.
        families: Which models write like this, for people.
        marks: Every mark with its role: "open" and "close" surround the thinking, "answer" begins
            the answer, "header" begins words about the message that nobody should read, "message"
            ends a header (what follows is an answer if the header says "final", else thinking),
            "drop" is left out wherever it stands.
        tails: How the rendered prompt of such a model may end, line breaks apart.
        opened_tails: Prompt endings after which the model is already thinking.
        framed: Whether every part stands between marks, so that thinking may come again and a
            mark is never ordinary text.
    """

    name: str
    families: str
    marks: tuple[tuple[str, Role], ...]
    tails: tuple[str, ...] = ()
    opened_tails: tuple[str, ...] = ()
    framed: bool = False


def _pair(name: str, families: str, opening: str, closing: str, *tails: str) -> Format:
    return Format(
        name=name,
        families=families,
        marks=((opening, "open"), (closing, "close")),
        tails=tails,
        opened_tails=(opening,),
    )


THINK = _pair(
    "think",
    "the starter, DeepSeek-R1 and distills, QwQ, Qwen3, Nemotron, LFM2, GLM, OLMo 3",
    "<think>",
    "</think>",
)
R1_ZERO = Format(
    name="r1_zero",
    families="models trained with R1-Zero prompts",
    marks=(
        ("<think>", "open"),
        ("</think>", "close"),
        ("<answer>", "drop"),
        ("</answer>", "drop"),
    ),
    tails=("Assistant: <think>",),
    opened_tails=("<think>",),
)
MISTRAL = _pair("mistral", "Magistral, Ministral", "[THINK]", "[/THINK]", "[/INST]")
SEED = _pair("seed", "Seed-OSS", "<seed:think>", "</seed:think>", "<seed:bos>assistant")
GEMMA = _pair("gemma", "Gemma 4", "<|channel>thought", "<channel|>", "<|turn>model")
HARMONY = Format(
    name="harmony",
    families="gpt-oss",
    marks=(
        ("<|start|>", "header"),
        ("<|channel|>", "header"),
        ("<|message|>", "message"),
        ("<|end|>", "close"),
        ("<|return|>", "close"),
        ("<|call|>", "close"),
    ),
    tails=("<|start|>assistant",),
    opened_tails=("<|channel|>analysis<|message|>",),
    framed=True,
)
SOLAR = Format(
    name="solar",
    families="Solar Open",
    marks=(
        ("<|begin|>", "header"),
        ("<|think|>", "open"),
        ("<|content|>", "answer"),
        ("<|end|>", "close"),
    ),
    tails=("<|begin|>assistant",),
    opened_tails=("<|think|>",),
    framed=True,
)

FORMATS = {f.name: f for f in (THINK, R1_ZERO, HARMONY, SOLAR, SEED, MISTRAL, GEMMA)}


def named(name: str) -> Format:
    """Return a format by its id.

    Raises:
        UnknownNameError: If there is none.
    """
    if name not in FORMATS:
        raise UnknownNameError("reasoning format", name, FORMATS)
    return FORMATS[name]


def detect(prompt: str) -> Format:
    """Return the format that a rendered prompt calls for; `<think>` marks when nothing tells.

    Only the end of the prompt counts: it comes from the model's template, while anything before
    may be the user's own words.
    """
    end = prompt.rstrip()
    for form in FORMATS.values():  # first: an R1-Zero prompt also ends with a plain opening mark
        if form.tails and end.endswith(form.tails):
            return form
    for form in FORMATS.values():
        if end.endswith(form.opened_tails):
            return form
    return THINK


def opening(form: Format, prompt: str) -> str:
    """Return the end of the prompt that opens the thinking, line breaks included; "" if none.

    With it in front, a stored text can be read again without its prompt.
    """
    end = prompt.rstrip()
    for tail in form.opened_tails:
        if end.endswith(tail):
            return prompt[len(end) - len(tail) :]
    return ""
