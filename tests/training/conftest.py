"""Models of a few thousand weights, for numbers that a test can recompute."""

import random
from collections.abc import Callable
from types import MappingProxyType

import pytest
import torch

from o1desk.core.configs import LoraConfig, MixPart, RewardPart, RlConfig
from o1desk.core.split import split_of
from o1desk.core.types import Judgement, Problem, Verdict
from o1desk.models.decoder import Decoder, DecoderConfig
from o1desk.models.lora import attach
from o1desk.models.sampler import Sampler
from o1desk.training.policy import Policy

VOCAB = 32
LETTERS = "abcdefghijklmnopqrstuvwxyz?!.,"


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
            decoder.lm_head.weight.mul_(4.0)  # else no state could be sure of its token
        return decoder

    return make


class Letters:
    """A tokenizer of single letters: id 0 pads, id 1 ends the turn, the others are letters."""

    pad_id = 0
    eos_ids = (1,)
    special = MappingProxyType({})

    def encode(self, text):
        return [2 + LETTERS.index(letter) for letter in text]

    def decode(self, ids):
        return "".join(LETTERS[i - 2] for i in ids if i > 1)

    def render(self, messages, *, thinking=True):
        return messages[-1].content + "?"

    def token_id(self, text):
        return None


class Vowels:
    """An environment in which vowels are right; one problem in eight is held out."""

    name = "vowels"

    def problems(self, count, level, seed, split="train"):
        draw, found, seen = random.Random(seed), 0, set()
        while found < count:
            prompt = "".join(draw.choices("bcdefghijk", k=4))
            problem = Problem(environment=self.name, level=level, prompt=prompt, answer="a")
            if prompt not in seen and split_of(problem) == split:
                found += 1
                yield problem
            seen.add(prompt)

    def check(self, problem, answer):
        score = sum(letter in "aeiou" for letter in answer) / max(len(answer), 1)
        right = Judgement.CORRECT if score > 0.5 else Judgement.INCORRECT
        return Verdict(judgement=right, score=score, method="vowels")


@pytest.fixture
def make_policy(make_decoder) -> Callable[..., Policy]:
    """Return a maker of tiny policies; equal seeds give equal ones."""

    def make(seed: int = 0, rank: int = 4) -> Policy:
        decoder = make_decoder(seed)
        dice = torch.Generator().manual_seed(seed)
        adapter = attach(decoder, LoraConfig(rank=rank, alpha=8.0), dice)
        return Policy(
            name="tiny",
            decoder=decoder,
            adapter=adapter,
            tokenizer=Letters(),
            sampler=Sampler(decoder, Letters.eos_ids, Letters.pad_id),
            fingerprint="tiny",
        )

    return make


@pytest.fixture
def rl_config() -> RlConfig:
    """Return a run of six short steps on the toy environment."""
    return RlConfig(
        environments=(MixPart(environment="vowels", level="easy"),),
        rewards=(RewardPart(name="verdict", settings={"partial": True}),),
        steps=6,
        prompts=4,
        group_size=4,
        max_new_tokens=6,
        learning_rate=2e-2,
        warmup_steps=0,
        eval_every=3,
        eval_count=8,
        checkpoint_every=3,
        mask_truncated=False,
    )


@pytest.fixture
def vowels():
    """Return the finder of the toy environment."""
    return lambda _: Vowels()
