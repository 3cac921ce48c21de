"""Tiny models of every supported family, made by transformers with random weights."""

import pytest
import torch
from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers, trainers

from o1desk.models.decoder import Decoder, config_from_hf

FAMILIES = ("qwen2", "qwen3", "llama")
SHAPE = {
    "vocab_size": 320,
    "hidden_size": 32,
    "intermediate_size": 48,
    "num_hidden_layers": 2,
    "num_attention_heads": 4,
    "num_key_value_heads": 2,
    "max_position_embeddings": 128,
    "initializer_range": 0.3,
}
TEMPLATE = """\
{%- for message in messages %}
{{- '<|im_start|>' + message.role + '\\n' }}
{%- if message.reasoning_content is defined %}
{{- '<think>' + message.reasoning_content + '</think>' }}
{%- endif %}
{{- message.content + '<|im_end|>\\n' }}
{%- endfor %}
{%- if add_generation_prompt %}
{{- '<|im_start|>assistant\\n' }}
{%- if enable_thinking is defined and not enable_thinking %}
{{- '<think></think>' }}
{%- endif %}
{%- endif %}
"""


def build(family, *, tied=True):
    """Return a transformers model whose every weight, biases and norms too, is random."""
    import transformers as hf

    kinds = {
        "qwen2": (hf.Qwen2Config, hf.Qwen2ForCausalLM, {}),
        "qwen3": (hf.Qwen3Config, hf.Qwen3ForCausalLM, {"head_dim": 12}),
        "llama": (hf.LlamaConfig, hf.LlamaForCausalLM, {"head_dim": 8}),
    }
    config_class, model_class, more = kinds[family]
    torch.manual_seed(FAMILIES.index(family))
    model = model_class(config_class(**SHAPE, **more, tie_word_embeddings=tied)).eval()
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            if name.endswith("bias"):
                parameter.normal_(0, 0.5)
            elif parameter.ndim == 1:
                parameter.uniform_(0.5, 1.5)
    model.generation_config.eos_token_id = 3
    model.generation_config.pad_token_id = 0
    return model


@pytest.fixture(scope="session")
def make_peer():
    """Return the function that makes a transformers model."""
    return build


@pytest.fixture(scope="session")
def as_decoder():
    """Return the function that turns a transformers model into our decoder."""
    return decoder_of


@pytest.fixture(scope="session", params=FAMILIES)
def peer(request):
    """The transformers model."""
    return build(request.param)


@pytest.fixture(scope="session")
def qwen3():
    """A Qwen3 model of transformers, for tests that need one family only."""
    return build("qwen3")


def decoder_of(model):
    """Return our decoder with the weights of a transformers model."""
    decoder = Decoder(config_from_hf(model.config.to_dict()))
    decoder.load_state_dict(model.state_dict())
    return decoder.eval()


@pytest.fixture
def decoder(peer):
    """Our decoder with the peer's weights."""
    return decoder_of(peer)


@pytest.fixture
def small(qwen3):
    """Our decoder with the weights of the Qwen3 model."""
    return decoder_of(qwen3)


@pytest.fixture(scope="session")
def prompts():
    """Seven ragged prompts, the second and the fifth equal."""
    generator = torch.Generator().manual_seed(0)
    sizes = (3, 9, 1, 17, 9, 30, 4)
    drawn = [torch.randint(5, 320, (size,), generator=generator).tolist() for size in sizes]
    drawn[4] = drawn[1]
    return drawn


def make_tokenizer():
    """Return a byte-level tokenizer that knows chat and reasoning marks."""
    core = Tokenizer(models.BPE())
    core.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    core.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=SHAPE["vocab_size"] - 2,
        special_tokens=["<|endoftext|>", "<|im_start|>", "<|im_end|>"],
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    core.train_from_iterator(["the quick brown fox thinks the fox is quick"] * 5, trainer)
    core.add_tokens([AddedToken(mark, special=False) for mark in ("<think>", "</think>")])
    return core


@pytest.fixture(scope="session")
def folder(qwen3, tmp_path_factory):
    """A whole model folder as transformers writes it: Qwen3, tokenizer, chat template."""
    from transformers import PreTrainedTokenizerFast

    place = tmp_path_factory.mktemp("model")
    qwen3.save_pretrained(place)
    named = {"eos_token": "<|im_end|>", "pad_token": "<|endoftext|>"}
    tokenizer = PreTrainedTokenizerFast(tokenizer_object=make_tokenizer(), **named)
    tokenizer.chat_template = TEMPLATE
    tokenizer.save_pretrained(place)
    return place
