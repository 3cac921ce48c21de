"""The backend over a folder: completions, streams, adapters that come and go."""

import subprocess
import sys

import pytest
import torch

from o1desk.core.backend import Backend, Sampling
from o1desk.core.configs import LoraConfig
from o1desk.core.control import NullControl
from o1desk.core.errors import Cancelled, InputError
from o1desk.core.types import Message
from o1desk.models.loading import load_decoder
from o1desk.models.lora import attach
from o1desk.models.lora_files import base_hash
from o1desk.models.torch_backend import TorchBackend

PROMPT = "<|im_start|>user\nthe quick<|im_end|>\n<|im_start|>assistant\n"
SAMPLING = Sampling(max_new_tokens=12, seed=3)


def save_adapter(folder, place, seed, bound_to=None):
    """Write a random adapter for the model of a folder."""
    decoder = load_decoder(folder, torch.device("cpu"), torch.float32)
    dice = torch.Generator().manual_seed(seed)
    adapter = attach(decoder, LoraConfig(rank=2), dice)
    with torch.no_grad():
        for layer in adapter.layers.values():
            layer.low_rank.b.normal_(0, 0.1, generator=dice)
    adapter.save_peft(place, "base", bound_to or base_hash(folder))
    return place


@pytest.fixture(scope="module")
def backend(folder):
    return TorchBackend.open("the-model", folder, device="cpu", precision="fp32")


def texts(backend):
    return [one.text for group in backend.generate([PROMPT], SAMPLING, n=3) for one in group]


def test_it_is_a_backend_with_its_name(backend):
    checked: Backend = backend
    assert checked.name == "the-model"
    assert checked.notice == ""
    assert checked.count_tokens(PROMPT) > 6
    assert checked.context == backend._parts()[0].decoder.config.max_position_embeddings


def test_completions_carry_text_tokens_and_logprobs(backend):
    groups = backend.generate([PROMPT, "the fox"], SAMPLING, n=3)
    assert [len(group) for group in groups] == [3, 3]
    for completion in (one for group in groups for one in group):
        assert len(completion.token_ids) == len(completion.logprobs)
        assert all(value <= 0 for value in completion.logprobs)
        assert completion.finish in ("stop", "length")
        assert "<|im_end|>" not in completion.text


def test_a_prompt_is_rendered_by_the_models_template(backend):
    text = backend.render([Message(role="user", content="hi")], thinking=False)
    assert text == "<|im_start|>user\nhi<|im_end|>\n<|im_start|>assistant\n<think></think>"


@pytest.mark.parametrize("seed", range(4))
def test_a_stream_is_the_first_completion_piece_by_piece(backend, seed):
    sampling = Sampling(max_new_tokens=20, seed=seed)
    tokens = list(backend.stream(PROMPT, sampling))
    completion = backend.generate([PROMPT], sampling)[0][0]
    assert tuple(token.token_id for token in tokens) == completion.token_ids
    assert "".join(token.text for token in tokens) == completion.text
    assert [token.at_s for token in tokens] == sorted(token.at_s for token in tokens)


def test_a_cancel_ends_a_stream(backend):
    def stop(phase, done, total):
        if done == 3:
            raise Cancelled

    tokens = backend.stream(PROMPT, SAMPLING, control=NullControl(stop))
    drawn = [next(tokens) for _ in range(3)]
    with pytest.raises(Cancelled):
        next(tokens)
    assert len({token.at_s for token in drawn}) == 3


def test_adapters_come_and_go_without_loading_the_base_again(folder, backend, tmp_path):
    bare = texts(backend)
    one, two = (save_adapter(folder, tmp_path / str(seed), seed) for seed in (1, 2))
    backend.use_adapter(one)
    first = texts(backend)
    backend.use_adapter(two)
    second = texts(backend)
    assert len({tuple(bare), tuple(first), tuple(second)}) == 3
    backend.use_adapter(one)
    assert texts(backend) == first
    assert backend.adapter == one
    backend.use_adapter(None)
    assert texts(backend) == bare
    assert backend.adapter is None
    assert texts(TorchBackend.open("x", folder, adapter=two, device="cpu")) == second


def test_an_adapter_of_another_base_leaves_the_bare_model(folder, backend, tmp_path):
    bare = texts(backend)
    backend.use_adapter(save_adapter(folder, tmp_path / "own", 1))
    with pytest.raises(InputError, match="another base"):
        backend.use_adapter(save_adapter(folder, tmp_path / "other", 1, bound_to="f" * 32))
    assert texts(backend) == bare


def test_too_long_a_prompt_is_refused_in_one_sentence(backend):
    with pytest.raises(InputError, match="at most 128"):
        backend.generate(["the fox " * 200], SAMPLING)


def test_a_closed_backend_says_so(folder):
    backend = TorchBackend.open("gone", folder, device="cpu")
    backend.close()
    with pytest.raises(InputError, match="'gone' was closed"):
        backend.generate([PROMPT], SAMPLING)


def test_neither_transformers_nor_peft_is_imported(folder):
    program = (
        "import sys; from pathlib import Path\n"
        "import o1desk.models.tokenizer\n"
        "assert 'torch' not in sys.modules\n"
        "from o1desk.core.backend import Sampling\n"
        "from o1desk.models.torch_backend import TorchBackend\n"
        "backend = TorchBackend.open('x', Path(sys.argv[1]), device='cpu')\n"
        "backend.generate(['the fox'], Sampling(max_new_tokens=2))\n"
        "assert not {'transformers', 'peft'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", program, str(folder)], check=True, timeout=100)
