"""Supervised fine-tuning learns completions, resumes exactly, and never sees held-out problems."""

import dataclasses
import json

import pytest
import torch

from o1desk.core.configs import LoraConfig, SftConfig
from o1desk.core.control import NullControl
from o1desk.core.errors import InputError
from o1desk.core.events import Log, Metric
from o1desk.core.samples_io import sample_to_json
from o1desk.core.types import Sample, Trace
from o1desk.training.documents import build_library, read_texts
from o1desk.training.sft import train_sft

CLOCK = ("seconds_", "learn_tps", "memory_mib")


def _write(path, lines):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    return path


@pytest.fixture
def pairs(tmp_path):
    """Return a file of pairs: say the letter after the first one."""
    letters = "abcdefghij"
    rows = [{"prompt": a + b, "completion": chr(ord(a) + 1)} for a in letters for b in letters]
    return _write(tmp_path / "pairs.jsonl", rows)


@pytest.fixture
def sft_config(pairs):
    return SftConfig(
        dataset=str(pairs), steps=6, batch_size=8, learning_rate=3e-2, warmup_steps=0,
        eval_every=0, checkpoint_every=3, lora=LoraConfig(rank=4, alpha=8.0),
    )  # fmt: skip


def _metrics(control):
    return [
        (event.step, {k: v for k, v in event.values.items() if not k.startswith(CLOCK)})
        for event in control.events
        if isinstance(event, Metric)
    ]


def test_the_loss_falls(tmp_path, make_policy, sft_config):
    config = dataclasses.replace(sft_config, steps=40, checkpoint_every=40)
    control = NullControl()
    train_sft(config, tmp_path / "run", control, policy=make_policy())
    losses = [values["loss"] for step, values in _metrics(control) if step > 0]
    assert losses[-1] < 0.5 * losses[0]


def test_three_steps_and_a_resume_equal_six_straight_steps(tmp_path, make_policy, sft_config):
    straight, control = make_policy(), NullControl()
    train_sft(sft_config, tmp_path / "straight", control, policy=straight)
    half = dataclasses.replace(sft_config, steps=3)
    first, second, other = NullControl(), NullControl(), make_policy()
    train_sft(half, tmp_path / "cut", first, policy=make_policy())
    train_sft(sft_config, tmp_path / "cut", second, policy=other, resume=True)
    assert _metrics(first) + _metrics(second) == _metrics(control)
    for name, tensor in straight.adapter.state_dict().items():
        assert torch.equal(tensor, other.adapter.state_dict()[name])


def test_small_micro_batches_give_the_same_loss(tmp_path, make_policy, sft_config):
    told = []
    for size in (64, 8192):
        control = NullControl()
        config = dataclasses.replace(sft_config, steps=1, micro_tokens=size)
        train_sft(config, tmp_path / str(size), control, policy=make_policy())
        told.append(_metrics(control)[-1][1])
    assert told[0]["loss"] == pytest.approx(told[1]["loss"], abs=1e-5)
    assert told[0]["grad_norm"] == pytest.approx(told[1]["grad_norm"], rel=1e-4)


def test_held_out_problems_are_left_out(tmp_path, make_policy, sft_config, vowels):
    samples = [
        Sample(problem=problem, origin="solver", trace=Trace(steps=(), answer="a"), raw="a")
        for split in ("train", "heldout")
        for problem in vowels("vowels").problems(10, "easy", 0, split)
    ]
    _write(tmp_path / "run" / "inputs.jsonl", map(sample_to_json, samples))
    config = dataclasses.replace(sft_config, dataset="", steps=3, eval_every=3, eval_count=4)
    control = NullControl()
    summary = train_sft(config, tmp_path / "run", control, policy=make_policy(), find=vowels)
    texts = [event.text for event in control.events if isinstance(event, Log)]
    assert "learning from 10 samples (left out: 10 held out, 0 too long)" in texts
    assert [row[0] for row in summary["heldout"]] == [0, 3]


def test_bad_lines_are_named_and_nothing_is_trained(tmp_path, make_policy, sft_config):
    path = tmp_path / "bad.jsonl"
    path.write_text('{"prompt": "ab", "completion": "c"}\nnonsense\n[1]\n{"prompt": 3}\n')
    config = dataclasses.replace(sft_config, dataset=str(path))
    with pytest.raises(InputError, match=r"3 lines of bad\.jsonl are no samples \(line 2"):
        train_sft(config, tmp_path / "run", NullControl(), policy=make_policy())
    assert not (tmp_path / "run").exists()


def test_a_missing_file_is_told_in_one_sentence(tmp_path, sft_config):
    config = dataclasses.replace(sft_config, dataset=str(tmp_path / "none.jsonl"))
    with pytest.raises(InputError, match="is not there"):
        train_sft(config, tmp_path / "run", NullControl())


def test_every_document_is_read_once_an_epoch_in_an_order_of_its_own(make_policy, pairs):
    library = build_library(read_texts(pairs), make_policy().tokenizer, max_tokens=64)
    first = [library.batch(step, 25, seed=0) for step in range(1, 5)]
    second = [library.batch(step, 25, seed=0) for step in range(5, 9)]
    flat = [[d.prompt for batch in epoch for d in batch] for epoch in (first, second)]
    assert sorted(flat[0]) == sorted(flat[1])
    assert len(set(flat[0])) == 100
    assert flat[0] != flat[1]
