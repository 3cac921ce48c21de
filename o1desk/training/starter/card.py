"""The model card: README.md and card.json, written by the build from what it measured.

The text is a pure function of the JSON, so a card cannot say anything that was not measured.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from o1desk.core.files import write_atomic, write_json
from o1desk.training.starter.card_facts import APART, weights_hash

JSON, TEXT = "card.json", "README.md"

_HEAD = """\
---
license: mit
language:
- en
base_model: []
pipeline_tag: text-generation
library_name: transformers
tags:
- reasoning
- reinforcement-learning
- chain-of-thought
- o1desk
- qwen3
---

# The starter model of O1 Desk

A language model of {millions:.2f} million parameters, trained from random weights by O1 Desk on
reasoning traces that its own solvers wrote. It is the base on which reinforcement learning can be
watched on a laptop: it thinks in two habits, a careful one that writes every step and a quick one
that guesses, and does not yet know that the careful one pays.

## Limits

It knows twelve small families of problems in the wordings of O1 Desk, in English, and a few
sentences about itself. It knows nothing about the world, and answers anything else with one honest
sentence, or with nonsense. It is a study object, not an assistant. Numbers, words and chains
longer than those of its levels are mostly beyond it.
"""

_DATA = """\
Every document is one problem of reasoning-gym with a trace written by a solver of O1 Desk; the
words to count letters in and the stories of the word problems are the library's. No text of
another model. Problems whose content hash puts them into the held-out
eighth are never trained on, whatever seed or wording made them. Shares: levels {levels}; of the
documents that think, {quick:.0%} quick, the rest careful; {direct:.0%} with thinking off;
{chat:.0%} small talk; family weights {families}. Up to {documents:,} documents, none longer than
{longest} tokens; the loss counts what the model writes{prompt}.
"""

_MEASURED = """\
pass@1: the share of held-out problems whose one sampled answer is right (temperature
{temperature:g}, at most {max_new_tokens} new tokens, up to {problems} problems of each family and
level, seed {seed}). *mix*: the model begins as it likes; *careful* and *quick*: the first word of
the thinking is given. In brackets the 95 % Wilson interval; n problems for each of the three.
"""

_REBUILD = """\
    o1desk starter build --minutes {minutes} --seed {seed}

makes corpus, tokenizer, weights, measurement and this card again. An interrupted build goes on
where it stopped. With a budget in minutes another machine trains on more or fewer tokens, so the
weights are alike, not equal.
"""
_OTHER_RECIPE = "\nThis model was made with another recipe than the usual one; see card.json.\n"


def write_card(folder: Path, facts: Mapping[str, Any]) -> None:
    """Write `card.json` and `README.md` beside the weights they describe."""
    value = {"weights_sha256": weights_hash(folder), **facts}
    write_json(folder / JSON, value)
    write_atomic(folder / TEXT, card_text(value))


def remove_card(folder: Path) -> None:
    """Take the card away before the weights change, so that it never describes others."""
    for name in (JSON, TEXT):
        (folder / name).unlink(missing_ok=True)


def card_text(value: Mapping[str, Any]) -> str:
    """Return the card's Markdown from the content of `card.json`."""
    built, recipe, exam = value["built"], value["recipe"], value["exam"]
    minutes = max(1, round(built["seconds"] / 60))
    parts = [
        _HEAD.format(millions=built["parameters"] / 1e6),
        "## Measured\n\n" + _MEASURED.format(**exam) + "\n" + _measured(value),
        "## Small talk\n\nGreedy answers:\n\n"
        + table(["asked", "answered"], [[_code(q), a] for q, a in value["talk"].items()]),
        "## What the levels mean\n\nSteps: lines of careful working, shortest to longest of 40 "
        "problems.\n\n" + _levels(value["levels"]),
        "## Architecture\n\n" + _architecture(recipe["shape"], built),
        "## Data\n\n" + _data(recipe),
        "## Training\n\n" + _training(recipe, built),
        "## Rebuild\n\n"
        + _REBUILD.format(minutes=minutes, seed=built["seed"])
        + ("" if value["usual_recipe"] else _OTHER_RECIPE),
    ]
    return "\n".join(parts) + f"\nWeights: SHA-256 `{value['weights_sha256']}`.\n"


def table(head: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """Return a Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    cells = ([str(cell).replace("|", "\\|") for cell in line] for line in lines)
    return "".join(f"| {' | '.join(line)} |\n" for line in cells)


def _measured(value: Mapping[str, Any]) -> str:
    figures = {(f["level"], f["family"], f["habit"]): f for f in value["figures"]}
    rows = []
    for level in value["exam"]["levels"]:
        for family in value["exam"]["families"]:
            mix, careful, quick = (figures[level, family, h] for h in ("mix", "careful", "quick"))
            chosen = mix["careful"] / max(1, mix["n"])
            cut = mix["truncated"] / max(1, mix["n"])
            tokens = f"{mix['tokens_mean']:.0f}"
            rates = [_rate(mix), _rate(careful), _rate(quick)]
            rows.append([family, level, mix["n"], *rates, f"{chosen:.0%}", tokens, f"{cut:.0%}"])
    head = ["family", "level", "n", "mix", "careful", "quick", "chose careful", "tokens", "cut"]
    return (
        table(head, rows) + "\nMeans over the families, each counting the same:\n\n" + _means(value)
    )


def _rate(figure: Mapping[str, Any]) -> str:
    low, high = figure["ci95"]
    return f"{figure['pass_at_1']:.2f} ({low:.2f} to {high:.2f})"


def _means(value: Mapping[str, Any]) -> str:
    rows = []
    for level, habits in value["averages"].items():
        for which in (f"without_{APART}", "all"):
            means = [f"{habits[habit][which]:.3f}" for habit in ("mix", "careful", "quick")]
            rows.append([level, which.replace("_", " ", 1), *means])
    return table(["level", "families", "mix", "careful", "quick"], rows)


def _levels(levels: Mapping[str, Any]) -> str:
    rows = [
        [family, level, one["settings"] or "-", _range(*one["steps"]), one["example"]]
        for family, known in levels.items()
        for level, one in known.items()
    ]
    return table(["family", "level", "size", "steps", "example"], rows)


def _range(least: int, most: int) -> str:
    return f"{least}" if least == most else f"{least} to {most}"


def _architecture(shape: Mapping[str, Any], built: Mapping[str, Any]) -> str:
    rows = [["parameters", f"{built['parameters']:,}"], ["vocabulary", built["vocabulary"]]]
    rows += [[k.replace("_", " "), v] for k, v in shape.items() if k != "vocab_size"]
    kind = "Qwen3, tied embeddings, float32; byte-level BPE with one token per digit"
    return table(["part", "value"], [["kind", kind], *rows])


def _data(recipe: Mapping[str, Any]) -> str:
    mix, weight = recipe["mix"], recipe["prompt_weight"]
    prompt = f" and the prompt with weight {weight:g}" if weight else " and not the prompt"
    named = {
        key: ", ".join(f"{name} {share:g}" for name, share in mix[key].items())
        for key in ("levels", "families")
    }
    shares = {key: mix[key] for key in ("quick", "direct", "chat")}
    sizes = {key: recipe[key] for key in ("documents", "longest")}
    return _DATA.format(**named, **shares, **sizes, prompt=prompt)


def _training(recipe: Mapping[str, Any], built: Mapping[str, Any]) -> str:
    passed = f"{built['seconds']:,.0f} s on {built['threads']} CPU threads"
    rows = [
        ["tokens", f"{built['tokens']:,} in {built['steps']:,} steps"],
        ["time in the loop", passed],
        ["seed", built["seed"]],
        ["optimizer", f"{recipe['optimizer']}, peak rate {recipe['rate']:g}"],
        ["weight decay, clip", f"{recipe['weight_decay']:g}, {recipe['clip']:g}"],
        ["schedule", f"{recipe['warmup_steps']} steps up, last {recipe['decay_share']:.0%} down"],
        ["tokens a step", f"{recipe['step_tokens']:,}"],
    ]
    return table(["what", "value"], rows)


def _code(text: str) -> str:
    return f"`{text}`"
