import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tokenizers import Tokenizer

from o1desk.core.control import NullControl
from o1desk.environments.levels import STARTER_LEVELS
from o1desk.paths import resources
from o1desk.training.starter.build import Folders, build, publish
from o1desk.training.starter.card import card_text
from o1desk.training.starter.card_facts import describe
from o1desk.training.starter.documents import ProblemStream
from o1desk.training.starter.evaluate import Exam
from o1desk.training.starter.progress import Budget
from o1desk.training.starter.recipe import Recipe

EXAM = Exam(problems=3, families=("gcd", "gsm_symbolic"), levels=("easy", "hard"), max_new_tokens=8)


@pytest.fixture(scope="module")
def built(
    corpus: tuple[Tokenizer, list[Path], Path],
    problems: ProblemStream,
    make_recipe: Callable[..., Recipe],
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    """A model folder with its card, made by the build's own functions."""
    work = tmp_path_factory.mktemp("card") / "work"
    shutil.copytree(corpus[2], work)
    folders, recipe, control = Folders(out=work / "out", work=work), make_recipe(), NullControl()
    budget = Budget(tokens=600)
    made = build(folders, recipe, budget, seed=0, control=control, problems=problems)
    publish(folders.out, recipe, made, EXAM, control)
    return folders.out


@pytest.fixture(scope="module")
def value(built: Path) -> dict:
    return json.loads((built / "card.json").read_text(encoding="utf-8"))


def test_the_card_belongs_to_the_weights_beside_it(built: Path, value: dict):
    weights = (built / "model.safetensors").read_bytes()
    assert value["weights_sha256"] == hashlib.sha256(weights).hexdigest()


def test_the_text_follows_from_the_figures_alone(built: Path, value: dict):
    assert (built / "README.md").read_text(encoding="utf-8") == card_text(value)


def test_every_family_level_and_habit_has_a_figure_with_its_interval(value: dict):
    named = {(f["family"], f["level"], f["habit"]) for f in value["figures"]}
    assert len(named) == len(value["figures"]) == 2 * 2 * 3
    for figure in value["figures"]:
        low, high = figure["ci95"]
        assert figure["n"] == 3
        assert figure["pass_at_1"] == figure["correct"] / figure["n"]
        assert 0.0 <= low < high <= 1.0


def test_averages_are_given_with_and_without_the_word_problems(value: dict):
    rates = {(f["family"], f["level"], f["habit"]): f["pass_at_1"] for f in value["figures"]}
    for level, habits in value["averages"].items():
        for habit, means in habits.items():
            gcd, gsm = rates["gcd", level, habit], rates["gsm_symbolic", level, habit]
            assert means["without_gsm_symbolic"] == gcd
            assert means["all"] == pytest.approx((gcd + gsm) / 2)


def test_the_text_says_what_was_trained_and_measured(built: Path, value: dict):
    text = (built / "README.md").read_text(encoding="utf-8")
    assert text.startswith("---\nlicense: mit\n")
    assert f"{value['built']['tokens']:,} in {value['built']['steps']:,} steps" in text
    assert "o1desk starter build --minutes 1 --seed 0" in text
    assert "another recipe than the usual one" in text
    assert text.count("| gcd | easy |") == text.count("| gsm_symbolic | hard |") == 2


def test_the_card_goes_before_the_weights_change(
    built: Path, problems: ProblemStream, make_recipe: Callable[..., Recipe], tmp_path: Path
):
    work = tmp_path / "work"
    shutil.copytree(built.parent, work)
    folders = Folders(out=work / "out", work=work)
    build(
        folders,
        make_recipe(),
        Budget(tokens=900),
        seed=0,
        control=NullControl(),
        problems=problems,
    )
    assert not (work / "out" / "card.json").exists()
    assert not (work / "out" / "README.md").exists()


def test_levels_are_described_in_words():
    assert describe(STARTER_LEVELS["basic_arithmetic"]["easy"]) == (
        "terms 2 to 3, digits 1 to 2, no parentheses, operators + - *"
    )
    assert describe(STARTER_LEVELS["chain_sum"]["medium"]) == "terms 3 to 4, digits 2 to 3"
    assert describe({"min_terms": 2, "max_terms": 2, "max_value": 12}) == "terms 2, value up to 12"


@pytest.mark.skipif(
    not (resources() / "starter" / "card.json").exists(), reason="no starter is built yet"
)
def test_the_card_in_the_resources_belongs_to_the_weights_there():
    folder = resources() / "starter"
    value = json.loads((folder / "card.json").read_text(encoding="utf-8"))
    weights = (folder / "model.safetensors").read_bytes()
    assert value["weights_sha256"] == hashlib.sha256(weights).hexdigest()
    assert (folder / "README.md").read_text(encoding="utf-8") == card_text(value)
