"""The one door: options are checked first, and only the needed libraries are imported."""

import subprocess
import sys

import pytest

from o1desk.core.errors import InputError, MissingModelError
from o1desk.models.open import open_backend

NO_HEAVY_IMPORT = """
import sys
from o1desk.models.open import open_backend
open_backend("fake").generate(["1+1"], __import__("o1desk.core.backend").core.backend.Sampling())
heavy = {"torch", "transformers", "peft", "llama_cpp", "numpy"} & set(sys.modules)
assert not heavy, heavy
"""


@pytest.mark.parametrize(
    "options", [{"device": "gpu"}, {"device": "cuda:x"}, {"precision": "fp8"}, {"threads": 0}]
)
def test_an_unknown_option_is_refused_before_anything_else(options):
    with pytest.raises(InputError):
        open_backend("no-such-model", **options)


def test_an_unknown_model_is_a_missing_model():
    with pytest.raises(MissingModelError) as caught:
        open_backend("startr")
    assert caught.value.exit_code == 5
    assert caught.value.reason == "missing_model"


def test_the_stand_in_imports_nothing_heavy():
    subprocess.run([sys.executable, "-c", NO_HEAVY_IMPORT], check=True, timeout=60)
