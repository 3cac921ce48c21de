"""Models of a few thousand weights, for numbers that a test can recompute."""

from collections.abc import Callable

import pytest
import torch

from o1desk.models.decoder import Decoder, DecoderConfig

VOCAB = 32


@pytest.fixture(scope="session", autouse=True)
def _one_thread():
    """Sums are taken in one order, so that equal work gives equal bits."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.fixture(scope="session")
def make_decoder() -> Callable[..., Decoder]:
    """Return a maker of random decoders whose distributions are far from uniform."""

    def make(seed: int = 0, **changes) -> Decoder:
        shape = {
            "family": "qwen3",
            "vocab_size": VOCAB,
            "hidden_size": 16,
            "intermediate_size": 32,
            "num_hidden_layers": 2,
            "num_attention_heads": 2,
            "num_key_value_heads": 1,
            "head_dim": 8,
            "tie_word_embeddings": False,
            "max_position_embeddings": 128,
        }
        decoder = Decoder(DecoderConfig(**(shape | changes)))
        decoder.initialise(torch.Generator().manual_seed(seed))
        with torch.no_grad():
            for weight in decoder.parameters():
                if weight.ndim == 2:
                    weight.mul_(8.0)
        return decoder

    return make
