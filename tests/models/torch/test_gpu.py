"""The same sampler on an accelerator."""

import pytest
import torch

from o1desk.core.backend import Sampling
from o1desk.models.sampler import Sampler

pytestmark = [
    pytest.mark.gpu,
    pytest.mark.skipif(not torch.cuda.is_available(), reason="no CUDA device on this machine"),
]


def draw(decoder, prompts, **more):
    sampling = Sampling(max_new_tokens=24, **more)
    return Sampler(decoder, (3, 11), 0).sample(prompts, n=3, sampling=sampling)


def test_greedy_tokens_equal_those_of_the_cpu(decoder, prompts):
    on_cpu = draw(decoder, prompts, temperature=0.0)
    on_gpu = draw(decoder.cuda(), prompts, temperature=0.0)
    assert [[a.ids for a in group] for group in on_gpu] == [
        [a.ids for a in group] for group in on_cpu
    ]


@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16])
def test_logprobs_are_near_those_of_a_forward_pass(decoder, prompts, dtype):
    decoder = decoder.to("cuda", dtype)
    groups = draw(decoder, prompts)
    limit = 1e-3 if dtype == torch.float32 else 0.5
    for prompt, group in zip(prompts, groups, strict=True):
        for answer in group:
            tokens = torch.tensor([[*prompt, *answer.ids]], device="cuda")
            with torch.no_grad():
                logp = decoder.logits(decoder(tokens))[0].float().log_softmax(-1)
            places = torch.arange(len(prompt) - 1, len(prompt) + len(answer.ids) - 1)
            found = logp[places.cuda(), tokens[0, len(prompt) :]].cpu()
            assert (found - torch.tensor(answer.logprobs)).abs().mean() < limit


def test_the_same_seed_gives_the_same_tokens(small, prompts):
    small = small.cuda()
    assert draw(small, prompts, seed=1) == draw(small, prompts, seed=1)
