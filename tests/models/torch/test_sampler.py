"""The sampler draws what the model says: greedy like transformers, honest log-probabilities."""

import pytest
import torch

from o1desk.core.backend import Sampling
from o1desk.core.configs import LoraConfig
from o1desk.core.control import NullControl
from o1desk.core.errors import Cancelled, InputError
from o1desk.models import sampler as sampler_module
from o1desk.models import sampling_batch
from o1desk.models.lora import attach
from o1desk.models.sampler import Sampler

EOS = (3, 11)


def make(decoder, eos=EOS):
    return Sampler(decoder, eos, 0)


def greedy_peer(peer, prompt, length, eos=EOS):
    """Return what transformers generates greedily after one prompt, its end included."""
    tokens = torch.tensor([prompt])
    out = peer.generate(
        tokens,
        attention_mask=torch.ones_like(tokens),
        max_new_tokens=length,
        do_sample=False,
        eos_token_id=list(eos),
        pad_token_id=0,
    )
    return out[0, len(prompt) :].tolist()


def forced_logprobs(decoder, prompt, answer, temperature):
    """Return the log-probabilities of an answer's tokens in one fresh forward pass."""
    with torch.no_grad():
        scores = decoder.logits(decoder(torch.tensor([[*prompt, *answer.ids]])))[0].float()
    logp = (scores / (temperature or 1.0)).log_softmax(-1)
    places = torch.arange(len(prompt) - 1, len(prompt) + len(answer.ids) - 1)
    return logp[places, torch.tensor(answer.ids)]


@pytest.mark.parametrize("n", [1, 3])
def test_greedy_tokens_equal_those_of_transformers(peer, decoder, prompts, n):
    sampling = Sampling(max_new_tokens=24, temperature=0.0)
    groups = make(decoder).sample(prompts, n=n, sampling=sampling)
    for prompt, group in zip(prompts, groups, strict=True):
        wanted = greedy_peer(peer, prompt, 24)
        assert [answer.ids for answer in group] == [wanted] * n
        assert group[0].finish == ("stop" if wanted[-1] in EOS else "length")


@pytest.mark.parametrize("n", [1, 4])
@pytest.mark.parametrize("temperature", [1.0, 0.6, 0.0])
def test_logprobs_are_those_of_a_fresh_forward_pass(decoder, prompts, temperature, n):
    sampling = Sampling(max_new_tokens=20, temperature=temperature, seed=5)
    groups = make(decoder).sample(prompts, n=n, sampling=sampling)
    for prompt, group in zip(prompts, groups, strict=True):
        for answer in group:
            torch.testing.assert_close(
                torch.tensor(answer.logprobs),
                forced_logprobs(decoder, prompt, answer, temperature),
                atol=1e-4,
                rtol=0,
            )


def test_answers_of_one_group_differ_and_the_seed_decides_them(small, prompts):
    sampling = Sampling(max_new_tokens=16, seed=9)
    groups = make(small).sample(prompts, n=5, sampling=sampling)
    for group in groups:
        assert len({tuple(answer.ids) for answer in group}) > 1
    assert make(small).sample(prompts, n=5, sampling=sampling) == groups
    dice = torch.Generator().manual_seed(9)
    assert make(small).sample(prompts, n=5, sampling=sampling, generator=dice) == groups
    assert make(small).sample(prompts, n=5, sampling=sampling, generator=dice) != groups


def test_tokens_do_not_depend_on_how_the_work_is_cut(small, prompts, monkeypatch):
    sampling = Sampling(max_new_tokens=16, seed=2)
    whole = make(small).sample(prompts, n=4, sampling=sampling)
    monkeypatch.setattr(sampler_module, "CPU_BYTES", 1 << 17)
    monkeypatch.setattr(sampling_batch, "PREFILL_TOKENS", 20)
    pieces = make(small).sample(prompts, n=4, sampling=sampling)
    assert [[a.ids for a in group] for group in pieces] == [
        [a.ids for a in group] for group in whole
    ]


@pytest.mark.parametrize("shares", [True, False])
def test_looking_less_often_at_what_is_finished_changes_no_token(
    small, prompts, monkeypatch, shares
):
    eos, sampling = range(5, 25), Sampling(max_new_tokens=30, seed=6)
    wanted = make(small, eos).sample(prompts, n=3, sampling=sampling)
    monkeypatch.setattr(sampling_batch, "CPU_STEPS", 8)
    monkeypatch.setattr(sampling_batch, "can_share", lambda _: shares)
    groups = make(small, eos).sample(prompts, n=3, sampling=sampling)
    assert [[a.ids for a in group] for group in groups] == [
        [a.ids for a in group] for group in wanted
    ]


def test_rows_end_at_their_first_end_token(small, prompts):
    eos = tuple(range(5, 25))
    groups = make(small, eos).sample(prompts, n=8, sampling=Sampling(max_new_tokens=30))
    answers = [answer for group in groups for answer in group]
    assert {answer.finish for answer in answers} == {"stop", "length"}
    for answer in answers:
        assert not set(answer.ids[:-1]) & set(eos)
        assert (answer.ids[-1] in eos) == (answer.finish == "stop")
        assert len(answer.ids) == len(answer.logprobs)
        assert answer.finish == "stop" or len(answer.ids) == 30


def test_a_long_prompt_leaves_less_room_for_its_answer(small, prompts):
    long = [7] * 120
    groups = make(small, ()).sample([prompts[0], long], n=2, sampling=Sampling(max_new_tokens=20))
    assert [len(answer.ids) for answer in groups[0]] == [20, 20]
    assert [len(answer.ids) for answer in groups[1]] == [8, 8]
    assert groups[1][0].finish == "length"


@pytest.mark.parametrize(
    ("prompt", "sentence"), [([], "empty"), ([5] * 128, "128 tokens"), ([5] * 300, "shorten")]
)
def test_a_prompt_without_room_is_refused(small, prompt, sentence):
    with pytest.raises(InputError, match=sentence):
        make(small).sample([[5], prompt], sampling=Sampling())


def test_a_cancel_lands_between_two_tokens(small, prompts):
    seen = []

    def stop(phase, done, total):
        seen.append((phase, done, total))
        if len(seen) == 4:
            raise Cancelled

    with pytest.raises(Cancelled):
        make(small, ()).sample(
            prompts, n=2, sampling=Sampling(max_new_tokens=50), control=NullControl(stop)
        )
    assert seen == [("sample", 0, 14)] * 4


def test_a_refresh_makes_the_adapter_count(small, prompts):
    dice = torch.Generator().manual_seed(0)
    adapter = attach(small, LoraConfig(rank=4), dice)
    sampler, sampling = make(small), Sampling(max_new_tokens=12, seed=1)
    base = sampler.sample(prompts, n=2, sampling=sampling)
    with torch.no_grad():
        for layer in adapter.layers.values():
            layer.low_rank.b.normal_(0, 0.1, generator=dice)
    assert sampler.sample(prompts, n=2, sampling=sampling) == base
    sampler.refresh()
    groups = sampler.sample(prompts, n=2, sampling=sampling)
    assert groups != base
    for prompt, group in zip(prompts, groups, strict=True):
        for answer in group:
            torch.testing.assert_close(
                torch.tensor(answer.logprobs),
                forced_logprobs(small, prompt, answer, 1.0),
                atol=1e-4,
                rtol=0,
            )


def test_a_stream_gives_the_tokens_of_a_single_answer(small, prompts):
    sampling = Sampling(max_new_tokens=18, seed=4)
    sampler = make(small)
    drawn = list(sampler.stream(prompts[3], sampling))
    answer = sampler.sample([prompts[3]], sampling=sampling)[0][0]
    assert [token for token, _ in drawn] == answer.ids
    assert [logprob for _, logprob in drawn] == pytest.approx(answer.logprobs, abs=1e-5)


def test_a_stream_can_be_left_and_gradients_stay_on(small, prompts):
    stream = make(small, ()).stream(prompts[0], Sampling(max_new_tokens=50))
    next(stream)
    assert torch.is_grad_enabled()
    assert not torch.is_inference_mode_enabled()
    stream.close()


@pytest.mark.parametrize("n", [1, 4])
def test_bfloat16_draws_with_logprobs_near_the_forward_pass(decoder, prompts, n):
    decoder = decoder.to(torch.bfloat16)
    groups = make(decoder).sample(prompts, n=n, sampling=Sampling(max_new_tokens=10))
    for prompt, group in zip(prompts, groups, strict=True):
        for answer in group:
            error = torch.tensor(answer.logprobs) - forced_logprobs(decoder, prompt, answer, 1.0)
            assert error.abs().mean() < 0.3


def test_no_prompts_give_no_answers(small):
    assert make(small).sample([], n=3, sampling=Sampling()) == []
