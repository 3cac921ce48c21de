from collections.abc import Callable

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from o1desk.models.decoder import Decoder
from o1desk.training.starter.ragged import forward, layout, to_row
from o1desk.training.supervised import weighted_loss

VOCAB = 32


def draw(lengths: list[int], seed: int = 0) -> list[torch.Tensor]:
    generator = torch.Generator().manual_seed(seed)
    return [torch.randint(VOCAB, (length,), generator=generator) for length in lengths]


@given(lengths=st.lists(st.integers(1, 40), min_size=1, max_size=12))
def test_every_token_has_one_place_in_the_groups(lengths: list[int]):
    lengths.sort(reverse=True)
    positions, groups, order = layout(lengths)
    flat = torch.cat([group.flatten() for group in groups])
    assert flat[order].tolist() == list(range(sum(lengths)))
    assert positions.tolist() == [place for length in lengths for place in range(length)]


@pytest.mark.parametrize("lengths", [[9], [40, 39, 38], [40, 12, 11, 5, 2, 2], [64, 3]])
def test_a_row_gives_each_document_what_the_decoder_gives_it_alone(
    make_decoder: Callable[..., Decoder], lengths: list[int]
):
    decoder, tokens = make_decoder(), draw(lengths)
    row = to_row(tokens, [1] * len(tokens), prompt_weight=1.0)
    whole = decoder.logits(forward(decoder, row))
    alone = torch.cat([decoder.logits(decoder(t[None, :-1]))[0] for t in tokens])
    assert torch.allclose(whole, alone, atol=1e-5, rtol=1e-5)


@settings(deadline=None, max_examples=20)
@given(lengths=st.lists(st.integers(2, 20), min_size=2, max_size=6), seed=st.integers(0, 99))
def test_other_documents_in_the_row_change_nothing(
    make_decoder: Callable[..., Decoder], lengths: list[int], seed: int
):
    lengths.sort(reverse=True)
    decoder, tokens = make_decoder(), draw(lengths, seed)
    others = [tokens[0], *draw(lengths[1:], seed + 1)]
    size = len(tokens[0]) - 1
    first, second = (
        forward(decoder, to_row(part, [1] * len(part), 1.0))[:size] for part in (tokens, others)
    )
    assert torch.allclose(first, second, atol=1e-5)


def test_gradients_equal_those_of_the_padded_batch(make_decoder: Callable[..., Decoder]):
    decoder, tokens, heads = make_decoder(), draw([30, 17, 8]), [4, 9, 2]
    row = to_row(tokens, heads, prompt_weight=0.0)
    weighted_loss(decoder, forward(decoder, row), row.targets, row.weights).backward()
    ragged = [p.grad.clone() for p in decoder.parameters()]
    decoder.zero_grad()
    padded = torch.nn.utils.rnn.pad_sequence(tokens, batch_first=True)
    weights = torch.zeros(3, 29)
    for place, (document, head) in enumerate(zip(tokens, heads, strict=True)):
        weights[place, head - 1 : len(document) - 1] = 1.0
    weighted_loss(decoder, decoder(padded[:, :-1]), padded[:, 1:], weights).backward()
    for mine, parameter in zip(ragged, decoder.parameters(), strict=True):
        assert torch.allclose(mine, parameter.grad, atol=2e-4, rtol=1e-4)


def test_prompt_tokens_weigh_what_the_recipe_says():
    row = to_row(draw([6, 4]), [3, 1], prompt_weight=0.25)
    assert row.weights.tolist() == [0.25, 0.25, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0]
