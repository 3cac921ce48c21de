"""Names: known without loading the library, and the same as the library's."""

import subprocess
import sys
import warnings

import pytest

from o1desk.core.errors import UnknownNameError
from o1desk.environments import catalog
from o1desk.environments.families import FAMILIES, STARTER


def test_the_list_of_families_is_that_of_the_library():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from reasoning_gym.factory import DATASETS
    assert list(FAMILIES) == sorted(DATASETS)
    assert set(STARTER) <= set(FAMILIES)


def test_listing_and_finding_load_neither_the_library_nor_torch():
    program = (
        "import sys; from o1desk.environments import catalog; from o1desk.core.registry import "
        "leaves; catalog.names(); catalog.get('chain_sum'); catalog.get('sudoku'); "
        "leaves('environment'); leaves('reward'); "
        "print([m for m in ('reasoning_gym', 'torch', 'sympy', 'math_verify', 'numpy') "
        "if m in sys.modules])"
    )
    told = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() == "[]"


def test_an_unknown_name_is_refused_with_the_nearest():
    with pytest.raises(UnknownNameError, match="did you mean 'chain_sum'"):
        catalog.get("chainsum")
    with pytest.raises(UnknownNameError, match="original"):
        catalog.get("chain_sum:originl")


def test_an_unknown_level_is_refused_before_anything_is_drawn():
    for name in ("chain_sum", "sudoku", "composite"):
        with pytest.raises(UnknownNameError, match="did you mean 'easy'"):
            catalog.get(name).problems(1, "eazy", 0)


@pytest.mark.parametrize("name", ["chain_sum", "chain_sum:original", "composite", "sudoku"])
def test_an_environment_is_called_what_people_typed(name):
    assert catalog.get(name).name == name
