import itertools
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from tokenizers import Tokenizer

from o1desk.core.control import NullControl
from o1desk.training.starter.corpus import (
    corpus_key,
    encode,
    plain_parts,
    prepare,
    read_shard,
    rows,
    step_ranges,
    write_shard,
)
from o1desk.training.starter.documents import ProblemStream, documents
from o1desk.training.starter.recipe import Recipe

Made = tuple[Tokenizer, list[Path], Path]


def test_the_same_recipe_and_seed_give_the_same_bytes(
    corpus: Made, problems: ProblemStream, make_recipe: Callable[..., Recipe], tmp_path: Path
):
    tokenizer, shards, _ = corpus
    again, others = prepare(make_recipe(), problems, tmp_path, 0, NullControl())
    assert again.to_str() == tokenizer.to_str()
    for shard, other in zip(shards, others, strict=True):
        first, second = read_shard(shard), read_shard(other)
        assert np.array_equal(first.tokens, second.tokens)
        assert np.array_equal(first.ends, second.ends)
        assert np.array_equal(first.prompts, second.prompts)


def test_a_corpus_that_is_there_is_not_made_again(corpus: Made, make_recipe: Callable[..., Recipe]):
    def refuse(*_: object):
        pytest.fail("problems were asked for")

    _, shards, work = corpus
    assert prepare(make_recipe(), refuse, work, 0, NullControl())[1] == shards


def test_seed_and_recipe_decide_the_key_but_rates_do_not(make_recipe: Callable[..., Recipe]):
    recipe = make_recipe()
    key = corpus_key(recipe, 0)
    assert corpus_key(recipe, 1) != key
    assert corpus_key(replace(recipe, documents=301), 0) != key
    assert corpus_key(replace(recipe, mix=replace(recipe.mix, quick=0.5)), 0) != key
    assert corpus_key(replace(recipe, rate=1.0), 0) == key


def test_a_shard_holds_the_documents_it_was_made_of(
    corpus: Made, problems: ProblemStream, make_recipe: Callable[..., Recipe], tmp_path: Path
):
    tokenizer = corpus[0]
    made = documents(make_recipe().mix, problems, 50, seed=1)
    write_shard(encode(tokenizer, made, longest=512), tmp_path / "shard.npz")
    shard = read_shard(tmp_path / "shard.npz")
    begins = [0, *shard.ends[:-1]]
    for begin, end, head, document in zip(begins, shard.ends, shard.prompts, made, strict=True):
        ids = shard.tokens[begin:end].tolist()
        assert tokenizer.decode(ids[:head], skip_special_tokens=False) == document.prompt
        assert tokenizer.decode(ids[head:], skip_special_tokens=False) == document.completion


def test_documents_above_the_longest_length_are_left_out(
    corpus: Made, problems: ProblemStream, make_recipe: Callable[..., Recipe]
):
    made = documents(make_recipe().mix, problems, 200, seed=1)
    shard = encode(corpus[0], made, longest=60)
    lengths = np.diff([0, *shard.ends])
    assert 0 < len(lengths) < len(made)
    assert lengths.max() <= 60


def test_control_marks_never_reach_the_tokenizer_training(
    problems: ProblemStream, make_recipe: Callable[..., Recipe]
):
    for document in documents(make_recipe().mix, problems, 50, seed=1):
        for part in plain_parts(document):
            assert "<|" not in part
            assert "think>" not in part


def test_steps_cover_a_shard_in_order_without_overlap(corpus: Made):
    shard = read_shard(corpus[1][0])
    ranges = list(step_ranges(shard, 0, 256))
    assert ranges[0][0] == 0
    assert all(last == first for (_, last), (first, _) in itertools.pairwise(ranges))
    begins = np.concatenate([[0], shard.ends])
    assert all(begins[last] - begins[first] >= 256 for first, last in ranges)
    assert list(step_ranges(shard, ranges[3][0], 256)) == ranges[3:]


def test_the_rows_of_a_step_hold_each_of_its_tokens_once(
    corpus: Made, make_recipe: Callable[..., Recipe]
):
    shard = read_shard(corpus[1][0])
    first, last = next(step_ranges(shard, 0, 256))
    made = rows(shard, first, last, make_recipe())
    begins = np.concatenate([[0], shard.ends])
    inputs = [shard.tokens[begins[d] : begins[d + 1] - 1].tolist() for d in range(first, last)]
    seen = [token for row in made for token in row.tokens.tolist()]
    assert len(made) > 1
    assert sorted(seen) == sorted(token for document in inputs for token in document)
