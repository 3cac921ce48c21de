"""Products through oneDNN equal torch's own, with gradients and without."""

import ctypes
import subprocess
import sys

import pytest
import torch
import torch.nn.functional as F

from o1desk.jobs.process import Launch, environment
from o1desk.models import products

MANY_SHAPES = """
import ctypes, torch
from o1desk.models.products import Packed

class Heap(ctypes.Structure):
    names = "arena ordblks smblks hblks hblkhd usmblks fsmblks uordblks fordblks keepcost"
    _fields_ = [(name, ctypes.c_size_t) for name in names.split()]

ask = ctypes.CDLL(None).mallinfo2
ask.restype = Heap
torch.set_num_threads(1)
packed = Packed(torch.randn(64, 64))
with torch.inference_mode():
    for rows in range(8, 48):
        packed(torch.randn(rows, 64))
    before = ask().uordblks
    for rows in range(48, 198):
        packed(torch.randn(rows, 64))
print(ask().uordblks - before)
"""


@pytest.mark.parametrize("shape", [(16, 12), (3, 7, 12), (2, 12), (0, 12), (1, 1, 12)])
@pytest.mark.parametrize("has_bias", [False, True])
def test_product_and_gradients_equal_torchs(shape, has_bias):
    torch.manual_seed(0)
    x, weight = torch.randn(shape, requires_grad=True), torch.randn(5, 12, requires_grad=True)
    bias = torch.randn(5, requires_grad=True) if has_bias else None
    inputs = [one for one in (x, weight, bias) if one is not None]
    ours, theirs = products.linear(x, weight, bias), F.linear(x, weight, bias)
    pull = torch.randn(theirs.shape)
    torch.testing.assert_close(ours, theirs, atol=1e-5, rtol=1e-5)
    for own, other in zip(
        torch.autograd.grad(ours, inputs, pull),
        torch.autograd.grad(theirs, inputs, pull),
        strict=True,
    ):
        torch.testing.assert_close(own, other, atol=1e-5, rtol=1e-5)


def test_a_large_outer_product_equals_torchs(monkeypatch):
    monkeypatch.setattr(products, "_LARGEST_TURN", 10)
    x, weight = torch.randn(20, 6), torch.randn(4, 6, requires_grad=True)
    products.linear(x, weight).sum().backward()
    torch.testing.assert_close(weight.grad, x.sum(0).expand(4, 6), atol=1e-5, rtol=1e-5)


def test_turned_inputs_are_read_right():
    x = torch.randn(12, 16).t()
    weight = torch.randn(12, 5).t()
    torch.testing.assert_close(
        products.linear(x, weight), F.linear(x, weight), atol=1e-5, rtol=1e-5
    )


@pytest.mark.parametrize("rows", [1, 7, 8, 65])
@pytest.mark.parametrize("largest", [0, 1 << 19])
def test_a_packed_weight_multiplies_like_the_plain_one(monkeypatch, rows, largest):
    monkeypatch.setattr(products, "_LARGEST_PLAIN", largest)
    weight, bias = torch.randn(24, 10), torch.randn(24)
    x, residual = torch.randn(rows, 10), torch.randn(rows, 24)
    with torch.inference_mode():
        torch.testing.assert_close(
            products.Packed(weight, bias)(x), F.linear(x, weight, bias), atol=1e-5, rtol=1e-5
        )
        torch.testing.assert_close(
            products.Packed(weight).add_to(residual, x),
            residual + F.linear(x, weight),
            atol=1e-5,
            rtol=1e-5,
        )


def test_a_torch_without_the_operations_multiplies_as_usual(monkeypatch):
    monkeypatch.setattr(products, "_PRODUCT", None)
    products.has_onednn.cache_clear()
    try:
        assert not products.has_onednn()
        x, weight = torch.randn(20, 6), torch.randn(4, 6)
        assert torch.equal(products.linear(x, weight), F.linear(x, weight))
        assert torch.equal(products.Packed(weight)(x), F.linear(x, weight))
    finally:
        monkeypatch.undo()
        products.has_onednn.cache_clear()


def test_bfloat16_takes_the_usual_way():
    x, weight = torch.randn(20, 6).bfloat16(), torch.randn(4, 6).bfloat16()
    assert torch.equal(products.linear(x, weight), F.linear(x, weight))


@pytest.mark.skipif(
    sys.platform != "linux" or not hasattr(ctypes.CDLL(None), "mallinfo2"),
    reason="asks glibc's heap",
)
def test_a_worker_that_meets_many_numbers_of_rows_keeps_few_products(tmp_path, monkeypatch):
    """Each shape's preparation is half a MiB; all 150 of them would be 80 MiB."""
    for name in ("ONEDNN_PRIMITIVE_CACHE_CAPACITY", "LRU_CACHE_CAPACITY"):
        monkeypatch.delenv(name, raising=False)
    variables = environment(Launch(data=tmp_path, threads=1))
    command = [sys.executable, "-c", MANY_SHAPES]
    done = subprocess.run(command, env=variables, capture_output=True, text=True, check=True)
    assert int(done.stdout) < 8 << 20
