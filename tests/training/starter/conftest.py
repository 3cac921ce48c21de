"""A starter of a few thousand weights and a corpus of a few hundred documents."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tokenizers import Tokenizer

from o1desk.core.control import NullControl
from o1desk.training.starter.corpus import prepare
from o1desk.training.starter.documents import ProblemStream, problem_stream
from o1desk.training.starter.recipe import Mix, Recipe, Shape

FAMILIES = {"chain_sum": 1.0, "spell_backward": 1.0}
SHAPE = Shape(
    vocab_size=400,
    hidden_size=16,
    intermediate_size=32,
    num_hidden_layers=2,
    num_attention_heads=2,
    num_key_value_heads=1,
    head_dim=8,
    max_position_embeddings=512,
)


@pytest.fixture(scope="session")
def problems() -> ProblemStream:
    """The environments' own training problems."""
    return problem_stream()


@pytest.fixture(scope="session")
def make_recipe() -> Callable[..., Recipe]:
    """Return a maker of small recipes."""

    def make(**changes) -> Recipe:
        small = {
            "mix": Mix(families=FAMILIES),
            "shape": SHAPE,
            "documents": 300,
            "step_tokens": 256,
            "micro_tokens": 128,
            "warmup_steps": 2,
        }
        return Recipe(**(small | changes))

    return make


@pytest.fixture(scope="session")
def corpus(
    tmp_path_factory: pytest.TempPathFactory,
    problems: ProblemStream,
    make_recipe: Callable[..., Recipe],
) -> tuple[Tokenizer, list[Path], Path]:
    """Tokenizer, shards and work folder of the small recipe with seed 0."""
    work = tmp_path_factory.mktemp("starter")
    tokenizer, shards = prepare(make_recipe(), problems, work, 0, NullControl())
    return tokenizer, shards, work
