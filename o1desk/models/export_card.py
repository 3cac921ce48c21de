"""Model cards for exported folders."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from o1desk.models.lora_files import base_hash

CARD = "README.md"


@dataclass(frozen=True, slots=True, kw_only=True)
class CardFacts:
    """What the caller knows and a folder does not tell.

    Attributes:
        base: Name of the base model as people know it; empty takes the folder's name.
        licence: Licence identifier of the base model; empty when unknown.
        table: Rows of figures, such as {"pass@1, easy": "0.61 (0.57 to 0.65), 600 problems"}.
        made_by: How to make it again, such as the command line; empty leaves the section out.
    """

    base: str = ""
    licence: str = ""
    table: Mapping[str, str] = field(default_factory=dict)
    made_by: str = ""


def write_card(out: Path, *, title: str, folder: Path, facts: CardFacts, library: str) -> None:
    """Write the model card of an exported folder.

    Args:
        out: The exported folder.
        title: Heading.
        folder: Folder of the base model.
        facts: What else is known.
        library: `library_name` of the card: "peft" or "transformers".
    """
    base = facts.base or folder.name
    front = [f"base_model: {base}", f"library_name: {library}"]
    if facts.licence:
        front.append(f"license: {facts.licence}")
    front += ["tags:", "- o1desk", "- reasoning"]
    lines = ["---", *front, "---", "", f"# {title}", ""]
    lines += [f"Base model: {base}, hash of its weights `{base_hash(folder)}`.", ""]
    if facts.table:
        lines += ["| what | figure |", "|---|---|"]
        lines += [f"| {_cell(name)} | {_cell(value)} |" for name, value in facts.table.items()]
        lines.append("")
    if facts.made_by:
        lines += ["Made with:", "", "```", facts.made_by, "```", ""]
    (out / CARD).write_text("\n".join(lines), encoding="utf-8")


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").split())
