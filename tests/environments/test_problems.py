"""Problems of the starter families: the same everywhere, distinct, and on one side of the split."""

import itertools
import json
import subprocess
import sys

import pytest

from o1desk.core.samples_io import problem_from_json, problem_to_json
from o1desk.core.split import split_of
from o1desk.environments import catalog
from o1desk.environments.adapt import twin
from o1desk.environments.families import STARTER

LEVELS = ["easy", "medium", "hard"]
PROGRAM = """
import sys
from o1desk.environments import catalog
from o1desk.environments.adapt import twin
for name in sys.argv[1:]:
    for problem in catalog.get(name).problems(5, "medium", 11):
        print(problem.key, repr(problem.prompt), problem.seed)
"""


def keys(name, count, level, seed, split="train"):
    return [p.key for p in catalog.get(name).problems(count, level, seed, split)]


def told_by(hash_seed, names):
    run = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", PROGRAM, *names],
        env={"PYTHONHASHSEED": hash_seed, "PATH": "", "PYTHONPATH": ":".join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    return run.stdout


def test_another_process_draws_the_same_problems():
    names = [*STARTER, "isomorphic_strings", "word_ladder", "list_functions"]
    problems = [p for name in names for p in catalog.get(name).problems(5, "medium", 11)]
    drawn = [f"{p.key} {p.prompt!r} {p.seed}" for p in problems]
    assert len(drawn) == 5 * len(names)
    assert told_by("1", names).splitlines() == drawn


@pytest.mark.parametrize("family", STARTER)
@pytest.mark.parametrize("level", LEVELS)
def test_problems_are_distinct_plain_and_solved_by_their_reference(family, level):
    environment = catalog.get(family)
    problems = list(environment.problems(120, level, 5))
    assert len(problems) == 120
    assert len({p.key for p in problems}) == 120
    for problem in problems:
        assert problem.level == level
        assert problem.environment == family
        back = problem_from_json(json.loads(json.dumps(problem_to_json(problem))))
        assert environment.check(back, f" {problem.answer}\n").is_correct


@pytest.mark.parametrize("family", STARTER)
def test_no_seed_leads_across_the_split(family):
    train = {key for seed in range(4) for key in keys(family, 60, "easy", seed)}
    heldout = {key for seed in range(4) for key in keys(family, 60, "easy", seed, "heldout")}
    assert train
    assert heldout
    assert not train & heldout
    environment = catalog.get(family)
    assert all(split_of(p) == "heldout" for p in environment.problems(20, "easy", 9, "heldout"))


def contents(split):
    """What the three families of bare arithmetic ask, by family."""
    asked = {"chain_sum": set(), "products": set(), "basic_arithmetic": set()}
    for family, found in asked.items():
        for seed in range(3):
            for problem in catalog.get(family).problems(500, "easy", seed, split):
                found.add(twin(family, problem.identity) or (family, problem.identity))
    return asked


def test_two_families_that_ask_the_same_question_keep_it_on_one_side():
    train, heldout = contents("train"), contents("heldout")
    shared = train["basic_arithmetic"] & (train["chain_sum"] | train["products"])
    assert len(shared) > 20  # they do ask the same
    for one, other in itertools.product(train, heldout):
        assert not train[one] & heldout[other], (one, other)


@pytest.mark.parametrize("family", STARTER)
def test_both_wordings_ask_the_same_problem(family):
    short = list(catalog.get(family).problems(10, "easy", 2))
    original = list(catalog.get(f"{family}:original").problems(10, "easy", 2))
    assert [p.key for p in short] == [p.key for p in original]
    assert all(len(s.prompt) <= len(o.prompt) for s, o in zip(short, original, strict=True))
    for problem in original:
        assert catalog.get(family).check(problem, problem.answer).is_correct


def test_a_larger_order_begins_like_a_smaller_one():
    assert keys("gsm_symbolic", 80, "easy", 3)[:7] == keys("gsm_symbolic", 7, "easy", 3)


def test_neighbouring_seeds_share_few_problems():
    shared = set(keys("chain_sum", 100, "hard", 1)) & set(keys("chain_sum", 100, "hard", 2))
    assert len(shared) <= 2


def test_a_family_that_has_no_more_yields_fewer():
    everything = keys("products", 5000, "easy", 0) + keys("products", 5000, "easy", 0, "heldout")
    assert len(everything) == len(set(everything)) == 720  # 90 times 2 to 9


def test_the_composite_serves_problems_of_its_families_with_their_own_keys():
    mixed = catalog.get("composite")
    problems = list(mixed.problems(24, "easy", 4))
    assert [p.environment for p in problems[:12]] == list(STARTER)
    assert problems[1].key == keys(STARTER[1], 1, "easy", 4)[0]
    assert all(mixed.check(p, p.answer).is_correct for p in problems)
    assert len(list(mixed.problems(5, "easy", 4, "heldout"))) == 5
