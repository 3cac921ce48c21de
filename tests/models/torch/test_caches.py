"""Both caches mix what attention over prompt and answer mixes, while rows come to an end."""

import pytest
import torch
import torch.nn.functional as F

from o1desk.models.cache import CacheShape, PlainCache
from o1desk.models.decoder import DecoderConfig
from o1desk.models.ledger import Ledger
from o1desk.models.shared_cache import SharedCache, can_share

CONFIG = DecoderConfig(
    family="qwen3", vocab_size=8, hidden_size=8, intermediate_size=8, num_hidden_layers=2,
    num_attention_heads=6, num_key_value_heads=2, head_dim=4,
)  # fmt: skip
CPU = torch.device("cpu")


class Reference:
    """Keeps every row's keys and values as a list and attends without a cache."""

    def __init__(self):
        self.rows = []

    def attend(self, layer, query):
        mixed = []
        for row, own in enumerate(self.rows):
            keys, values = own[layer]
            heads = query[row].view(3, 2, 4).transpose(0, 1)
            out = F.scaled_dot_product_attention(heads, keys, values)
            mixed.append(out.transpose(0, 1).reshape(-1))
        return torch.stack(mixed)


def grow(reference, layer, key, value):
    for row, own in enumerate(reference.rows):
        keys, values = own[layer]
        own[layer] = (
            torch.cat([keys, key[row][:, None]], 1),
            torch.cat([values, value[row][:, None]], 1),
        )


@pytest.mark.parametrize("kind", [PlainCache, SharedCache])
@pytest.mark.parametrize("lengths", [(5, 5, 5), (3, 7, 1)])
def test_attention_is_exact_while_rows_leave(kind, lengths):
    torch.manual_seed(0)
    groups = (3, 1, 4)
    shape = CacheShape(groups=groups, longest=max(lengths), room=12)
    cache, reference = kind(CONFIG, shape, torch.float32, CPU), Reference()
    for number, (size, length) in enumerate(zip(groups, lengths, strict=True)):
        stored = torch.randn(2, 2, 2, 9, 4)
        cache.put_prompt(number, stored, length)
        for _ in range(size):
            reference.rows.append([tuple(stored[layer, :, :, :length]) for layer in range(2)])
    ledger = Ledger([12] * 8, torch.zeros(8, dtype=torch.bool).numpy())
    leaving = {2: [1, 3], 5: [0], 6: [2, 3, 4], 8: [1]}
    for step in range(10):
        rows = len(reference.rows)
        cache.advance()
        for layer in range(2):
            query = torch.randn(rows, 6, 4)
            key, value = torch.randn(rows, 2, 4), torch.randn(rows, 2, 4)
            grow(reference, layer, key, value)
            torch.testing.assert_close(
                cache.attend(layer, query, key, value),
                reference.attend(layer, query),
                atol=1e-5,
                rtol=1e-5,
            )
        if step in leaving:
            targets, sources = ledger.leave(torch.tensor(leaving[step]).numpy())
            cache.keep(ledger.alive, torch.from_numpy(targets), torch.from_numpy(sources))
            for target, source in zip(targets, sources, strict=True):
                reference.rows[target] = reference.rows[source]
            reference.rows = [list(row) for row in reference.rows[: ledger.alive]]


def test_sharing_is_for_the_cpu():
    assert can_share(CPU)
    assert not can_share(torch.device("cuda"))


def test_rows_at_the_end_fill_the_gaps():
    ledger = Ledger([4] * 6, torch.zeros(8, dtype=torch.bool).numpy())
    targets, sources = ledger.leave(torch.tensor([0, 2, 5]).numpy())
    assert (targets.tolist(), sources.tolist()) == ([0, 2], [3, 4])
    assert ledger.order.tolist() == [3, 1, 4]


def test_a_look_after_several_steps_cuts_at_the_first_end():
    ends = torch.tensor([False] * 7 + [True]).numpy()
    ledger = Ledger([9, 9, 3], ends)
    ids = torch.tensor([[1, 1, 1], [7, 2, 2], [7, 3, 3], [4, 4, 4]])
    assert ledger.room == 3
    finished = ledger.add(ids[:3].numpy(), torch.zeros(3, 3).numpy())
    assert finished.tolist() == [0, 2]
    first, _, third = ledger.results()
    assert (first.ids, first.finish) == ([1, 7], "stop")
    assert (third.ids, third.finish) == ([1, 2, 3], "length")
