"""GGUF models behind the same Backend: seeded, streamed, stopped, with exact probabilities."""

import math
import sys
from itertools import islice

import llama_cpp
import pytest
import torch

from o1desk.core.backend import Sampling
from o1desk.core.control import NullControl
from o1desk.core.errors import Cancelled, InputError, MissingModelError
from o1desk.core.types import Message
from o1desk.models.export_gguf import export_gguf
from o1desk.models.export_verify import load_reference
from o1desk.models.gguf_backend import GgufBackend, completion_seed
from o1desk.models.gguf_header import GgufHeader
from o1desk.models.gguf_library import threads_for
from o1desk.models.gguf_pieces import piece_of
from o1desk.models.open import open_backend
from o1desk.models.template_chat import NO_TEMPLATE

QUESTION = [Message(role="user", content="What is 17 + 25? <|im_end|> ü")]


@pytest.fixture(scope="module")
def backend(gguf_file):
    made = open_backend(str(gguf_file), threads=1)
    yield made
    made.close()


def test_the_prompt_comes_from_the_files_own_template(backend):
    prompt = backend.render(QUESTION)
    assert prompt.startswith("<|im_start|>user\nWhat is 17 + 25?")
    assert prompt.endswith("<|im_start|>assistant\n")
    assert backend.render(QUESTION, thinking=False).endswith("<think>\n\n</think>\n\n")
    assert backend.notice == ""


def test_marks_of_the_template_are_single_tokens_equal_to_the_tokenizers(backend, make_folder):
    from tokenizers import Tokenizer

    prompt = backend.render(QUESTION, thinking=False)
    theirs = Tokenizer.from_file(str(make_folder() / "tokenizer.json")).encode(prompt).ids
    assert backend.tokenize(prompt) == theirs
    assert backend.count_tokens(prompt) == len(theirs)


def test_the_same_seed_gives_the_same_tokens_whatever_came_before(backend):
    sampling = Sampling(max_new_tokens=16, seed=11)
    prompt = backend.render(QUESTION)
    first = backend.generate([prompt], sampling, n=3)
    backend.generate(["something else"], sampling)
    again = backend.generate([prompt], sampling, n=3)
    assert [one.token_ids for one in first[0]] == [one.token_ids for one in again[0]]
    assert len({one.token_ids for one in first[0]}) == 3


@pytest.mark.parametrize(
    "sampling",
    [
        Sampling(max_new_tokens=10, seed=1),
        Sampling(max_new_tokens=10, temperature=0.0),
        Sampling(max_new_tokens=10, seed=2, temperature=0.6, top_k=30, top_p=0.8),
    ],
)
def test_logprobs_are_those_of_the_sampled_distribution_in_torch(
    backend, make_folder, distribution, sampling
):
    [[one]] = backend.generate(["abc"], sampling)
    ids = backend.tokenize("abc")
    decoder = load_reference(make_folder(), None)
    with torch.inference_mode():
        hidden = decoder(torch.tensor([[*ids, *one.token_ids]]))[0, len(ids) - 1 : -1]
        wanted = distribution(decoder.logits(hidden), sampling)
    for row, (token, logprob) in enumerate(zip(one.token_ids, one.logprobs, strict=True)):
        assert math.isclose(float(wanted[row, token]), logprob, abs_tol=0.05)


def test_draws_follow_the_probabilities(backend):
    sampling = Sampling(max_new_tokens=1, temperature=0.3)
    [group] = backend.generate(["abc"], sampling, n=600)
    first = [one.token_ids[0] for one in group]
    likely = {one.token_ids[0]: math.exp(one.logprobs[0]) for one in group}
    for token, probability in likely.items():
        spread = math.sqrt(probability * (1 - probability) / 600)
        assert abs(first.count(token) / 600 - probability) < 5 * spread + 1e-3


def test_the_stream_equals_the_completion(backend):
    sampling = Sampling(max_new_tokens=40, seed=4, temperature=1.5)
    prompt = backend.render(QUESTION)
    tokens = list(backend.stream(prompt, sampling))
    [[whole]] = backend.generate([prompt], sampling)
    assert tuple(token.token_id for token in tokens) == whole.token_ids
    assert "".join(token.text for token in tokens) == whole.text
    times = [token.at_s for token in tokens]
    assert times == sorted(times)


def test_a_shared_beginning_is_not_computed_again(backend, monkeypatch):
    prompt = backend.render(QUESTION)
    backend.generate([prompt], Sampling(max_new_tokens=4))
    starts = []
    control = NullControl(
        lambda phase, done, total: starts.append((done, total)) if phase == "prompt" else None
    )
    backend.generate([prompt + "x"], Sampling(max_new_tokens=1), control=control)
    [(start, total)] = starts
    assert 0 < total - start <= 3


def test_a_cancel_lands_within_one_token_and_the_next_prompt_is_unharmed(backend):
    sampling = Sampling(max_new_tokens=10, temperature=0.0)
    [[before]] = backend.generate(["abc"], sampling)

    def stop(phase, done, total):
        if phase == "token" and done == 3:
            raise Cancelled("stop")

    with pytest.raises(Cancelled):
        backend.generate(["abd"], sampling, control=NullControl(stop))
    [[after]] = backend.generate(["abc"], sampling)
    assert after.token_ids == before.token_ids


def test_a_prompt_longer_than_the_context_is_refused_with_its_length(backend):
    assert backend.context == 256
    with pytest.raises(InputError, match="takes 1 to 255"):
        backend.generate(["1 " * 400], Sampling())


def test_a_length_limit_or_the_context_cuts_and_says_so(backend):
    [[short]] = backend.generate(["abc"], Sampling(max_new_tokens=2, temperature=0.0))
    assert (short.finish, len(short.token_ids)) == ("length", 2)
    prompt = "1 " * 120
    [[long]] = backend.generate([prompt], Sampling(max_new_tokens=5000, temperature=0.0))
    assert len(long.token_ids) + len(backend.tokenize(prompt)) <= 256


def test_a_file_without_template_gets_plain_prompts_and_a_notice(make_folder, tmp_path):
    folder = make_folder(template=False)
    path = export_gguf(folder, tmp_path / "m.gguf").path
    backend = GgufBackend.open("m", path, threads=1)
    assert backend.notice == NO_TEMPLATE
    assert backend.render(QUESTION) == QUESTION[0].content + "\n"
    backend.close()


def test_every_token_has_its_bytes(backend):
    vocabulary = llama_cpp.llama_model_get_vocab(backend._llama.model)
    pieces = [piece_of(vocabulary, token) for token in range(backend._llama.n_vocab())]
    assert {bytes([value]) for value in range(256)} <= set(pieces)
    assert b"<think>" in pieces


def test_llama_cpp_is_silent(gguf_file, capfd):
    backend = GgufBackend.open("m", gguf_file, threads=1)
    backend.generate(["abc"], Sampling(max_new_tokens=3))
    backend.close()
    assert capfd.readouterr() == ("", "")


def test_without_llama_cpp_the_way_to_install_it_is_told(gguf_file, monkeypatch):
    monkeypatch.setitem(sys.modules, "llama_cpp", None)
    with pytest.raises(InputError, match=r"pip install 'o1desk\[gguf\]'"):
        open_backend(str(gguf_file))


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(MissingModelError, match=r"x\.gguf"):
        open_backend(str(tmp_path / "x.gguf"))


@pytest.mark.parametrize("temperature", [0.0, 0.8])
def test_tokens_equal_those_of_the_bare_llama_loop(backend, gguf_file, temperature):
    sampling = Sampling(temperature=temperature, max_new_tokens=20, seed=3)
    [[ours]] = backend.generate(["What is 17"], sampling)
    llama = llama_cpp.Llama(str(gguf_file), n_ctx=0, n_threads=1, verbose=False)
    llama.set_seed(completion_seed(sampling.seed))
    plain = {"top_k": 0, "top_p": 1.0, "min_p": 0.0, "temp": temperature}
    drawn = llama.generate(backend.tokenize("What is 17"), **plain)
    assert list(islice(drawn, len(ours.token_ids))) == list(ours.token_ids)
    llama.close()


@pytest.mark.parametrize(("size", "threads"), [(1, 1), (4_000_000, 1), (40_000_000, 2), (10**9, 8)])
def test_small_files_are_computed_by_few_threads(monkeypatch, tmp_path, size, threads):
    monkeypatch.setattr("o1desk.models.gguf_library.default_threads", lambda: 8)
    header = GgufHeader(path=tmp_path, bytes=size, metadata={}, tensors={})
    assert threads_for(header) == threads
    assert threads_for(header, most=1) == 1
    assert threads_for(header, most=2) == min(threads, 2)
