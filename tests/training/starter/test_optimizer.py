from collections.abc import Callable

import pytest
import torch
from torch import Tensor

from o1desk.models.decoder import Decoder
from o1desk.training.starter.muon import Muon, orthogonalise
from o1desk.training.starter.optimizer import Optimizer
from o1desk.training.starter.recipe import Recipe
from o1desk.training.supervised import warmup_stable_decay

SHAPES = [(8, 24), (24, 8), (16, 16), (8, 24), (24, 8)]


def draw(seed: int) -> list[Tensor]:
    generator = torch.Generator().manual_seed(seed)
    return [torch.randn(shape, generator=generator) for shape in SHAPES]


def reference_step(
    weight: Tensor, grad: Tensor, kept: Tensor, *, rate: float, decay: float
) -> tuple[Tensor, Tensor]:
    """One update of one matrix as the paper writes it, in float64."""
    weight, grad, kept = weight.double(), grad.double(), kept.double()
    kept = 0.95 * kept + 0.05 * grad
    x = 0.05 * grad + 0.95 * kept
    x = x / x.norm()
    for _ in range(5):
        a = x @ x.T
        x = 3.4445 * x - 4.7750 * (a @ x) + 2.0315 * (a @ a @ x)
    scale = 0.2 * max(weight.shape) ** 0.5
    return weight * (1 - rate * decay) - rate * scale * x, kept


@pytest.mark.parametrize("seed", range(3))
def test_orthogonalised_rows_are_nearly_orthonormal(seed: int):
    wide = torch.randn(4, 16, 48, generator=torch.Generator().manual_seed(seed))
    singular = torch.linalg.svdvals(orthogonalise(wide))
    assert singular.min() > 0.6
    assert singular.max() < 1.3


def test_orthogonalising_keeps_the_singular_vectors():
    wide = torch.randn(1, 6, 20, generator=torch.Generator().manual_seed(0))
    u, _, vt = torch.linalg.svd(wide[0], full_matrices=False)
    middle = u.T @ orthogonalise(wide)[0] @ vt.T
    assert torch.allclose(middle, torch.diag(middle.diag()), atol=1e-4)


def test_three_steps_equal_the_reference():
    weights = draw(0)
    muon = Muon([w.clone() for w in weights], rate=0.02, weight_decay=0.1)
    kept = [torch.zeros_like(w) for w in weights]
    for step in range(3):
        grads = draw(step + 1)
        for parameter, grad in zip(muon.parameters, grads, strict=True):
            parameter.grad = grad.clone()
        muon.step()
        pairs = [
            reference_step(w, g, k, rate=0.02, decay=0.1)
            for w, g, k in zip(weights, grads, kept, strict=True)
        ]
        weights, kept = [w for w, _ in pairs], [k for _, k in pairs]
    for parameter, weight in zip(muon.parameters, weights, strict=True):
        assert torch.allclose(parameter.double(), weight, atol=1e-5)


def test_a_matrix_without_a_gradient_is_left_alone():
    first, second = torch.ones(4, 8), torch.ones(4, 8)
    muon = Muon([first, second], rate=0.1, weight_decay=0.1)
    second.grad = torch.randn(4, 8, generator=torch.Generator().manual_seed(0))
    muon.step()
    assert torch.equal(first, torch.ones(4, 8))
    assert not torch.equal(second, torch.ones(4, 8))


@pytest.mark.parametrize("kind", ["muon", "adamw"])
def test_an_optimizer_that_takes_over_a_state_goes_on_alike(
    make_decoder: Callable[..., Decoder], kind: str
):
    recipe = Recipe(optimizer=kind)
    decoder, twin = make_decoder(), make_decoder()
    optimizer, other = Optimizer(decoder, recipe), Optimizer(twin, recipe)
    _train(decoder, optimizer, 2)
    twin.load_state_dict(decoder.state_dict())
    other.load({name: value.clone() for name, value in optimizer.state().items()})
    _train(decoder, optimizer, 2)
    _train(twin, other, 2)
    for mine, its in zip(decoder.parameters(), twin.parameters(), strict=True):
        assert torch.equal(mine, its)


def _train(decoder: Decoder, optimizer: Optimizer, steps: int) -> None:
    for step in range(steps):
        tokens = torch.randint(32, (2, 9), generator=torch.Generator().manual_seed(step))
        decoder.logits(decoder(tokens)).square().mean().backward()
        optimizer.step(0.5)


def test_the_rate_rises_stays_and_falls_to_zero():
    def factor(progress: float, step: int) -> float:
        return warmup_stable_decay(progress, step, warmup_steps=10, decay_share=0.25)

    assert [factor(0.0, step) for step in (0, 4, 9, 50)] == [0.1, 0.5, 1.0, 1.0]
    assert factor(0.75, 1000) == 1.0
    assert factor(0.875, 1000) == pytest.approx(0.5)
    assert factor(1.0, 1000) == 0.0
    assert factor(1.2, 1000) == 0.0


def test_a_rate_without_rise_or_fall_is_flat():
    assert warmup_stable_decay(0.9, 0, warmup_steps=0, decay_share=0.0) == 1.0
