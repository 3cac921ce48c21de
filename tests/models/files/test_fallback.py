"""Architectures beyond our decoder: transformers computes, our loop samples and streams."""

import math
import shutil

import pytest
import torch

from o1desk.core.backend import Sampling
from o1desk.core.control import NullControl
from o1desk.core.errors import Cancelled, DamagedModelError, InputError
from o1desk.core.types import Message
from o1desk.models.fallback import TransformersBackend
from o1desk.models.open import open_backend

GREEDY = Sampling(temperature=0.0, max_new_tokens=12)


@pytest.fixture(scope="module")
def gpt2_folder(make_folder, tmp_path_factory):
    """A random model of an architecture that only the fallback knows."""
    from transformers import GPT2Config, GPT2LMHeadModel

    folder = tmp_path_factory.mktemp("gpt2") / "m"
    torch.manual_seed(3)
    config = GPT2Config(vocab_size=320, n_positions=256, n_embd=32, n_layer=2, n_head=2)
    config.initializer_range = 0.3
    config.bos_token_id = config.eos_token_id = 2
    GPT2LMHeadModel(config).save_pretrained(folder)
    for name in ("tokenizer.json", "tokenizer_config.json"):
        shutil.copy(make_folder() / name, folder / name)
    return folder


@pytest.fixture(scope="module")
def backend(gpt2_folder):
    return open_backend(str(gpt2_folder), device="cpu")


def test_it_is_chosen_for_what_our_decoder_does_not_know_and_says_so(backend):
    assert isinstance(backend, TransformersBackend)
    assert "'gpt2' is computed by the transformers library" in backend.notice
    assert backend.context == backend._model.config.n_positions


def test_greedy_tokens_equal_those_of_transformers_generate(backend):
    prompt = backend.render([Message(role="user", content="What is 17 + 25?")])
    [[ours]] = backend.generate([prompt], GREEDY)
    ids = torch.tensor([backend._tokenizer.encode(prompt)])
    theirs = backend._model.generate(ids, max_new_tokens=12, do_sample=False, pad_token_id=0)
    assert list(ours.token_ids) == theirs[0, ids.shape[1] :].tolist()


@pytest.mark.parametrize(("temperature", "rows"), [(0.7, 2), (0.0, 1)])
def test_logprobs_are_those_of_the_full_forward(backend, distribution, temperature, rows):
    sampling = Sampling(temperature=temperature, top_k=20, top_p=0.9, max_new_tokens=8, seed=5)
    if not temperature:
        sampling = GREEDY
    [[one, two]] = backend.generate(["abc"], sampling, n=2)
    assert len({one.token_ids, two.token_ids}) == rows
    ids = backend._tokenizer.encode("abc")
    whole = torch.tensor([[*ids, *one.token_ids]])
    with torch.inference_mode():
        logits = backend._model(whole).logits[0, len(ids) - 1 : -1].float()
    expected = distribution(logits, sampling)
    for row, (token, logprob) in enumerate(zip(one.token_ids, one.logprobs, strict=True)):
        assert math.isclose(float(expected[row, token]), logprob, abs_tol=1e-4)


def test_the_stream_equals_the_completion_and_the_seed_decides(backend):
    sampling = Sampling(max_new_tokens=16, seed=9)
    [[whole]] = backend.generate(["abc"], sampling)
    tokens = list(backend.stream("abc", sampling))
    assert tuple(token.token_id for token in tokens) == whole.token_ids
    assert "".join(token.text for token in tokens) == whole.text
    other = list(backend.stream("abc", Sampling(max_new_tokens=16, seed=10)))
    assert [token.token_id for token in other] != [token.token_id for token in tokens]


def test_a_cancel_lands_within_one_token(backend):
    def stop(phase, done, total):
        if done == 2:
            raise Cancelled("stop")

    with pytest.raises(Cancelled):
        backend.generate(["abc"], GREEDY, control=NullControl(stop))


def test_weights_that_do_not_fit_are_named(gpt2_folder, tmp_path):
    folder = tmp_path / "m"
    shutil.copytree(gpt2_folder, folder)
    config = (folder / "config.json").read_text().replace('"n_embd": 32', '"n_embd": 64')
    (folder / "config.json").write_text(config)
    with pytest.raises(DamagedModelError, match="cannot be loaded"):
        open_backend(str(folder), device="cpu")


def test_an_architecture_nobody_knows_is_told_so(gpt2_folder, tmp_path):
    folder = tmp_path / "m"
    shutil.copytree(gpt2_folder, folder)
    config = (folder / "config.json").read_text().replace('"gpt2"', '"martian"')
    (folder / "config.json").write_text(config)
    with pytest.raises(InputError, match="martian"):
        open_backend(str(folder), device="cpu")
