import json
import math
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from tokenizers import Tokenizer
from transformers import AutoModelForCausalLM, AutoTokenizer

from o1desk.core.control import NullControl
from o1desk.core.errors import Cancelled, InputError
from o1desk.models.decoder import Decoder
from o1desk.training.starter.build import Folders, build, build_starter
from o1desk.training.starter.documents import ProblemStream
from o1desk.training.starter.folder import decoder_config, save_folder
from o1desk.training.starter.pretrain import STATE
from o1desk.training.starter.progress import Budget
from o1desk.training.starter.recipe import Recipe

Made = tuple[Tokenizer, list[Path], Path]
Builder = Callable[..., Path]
SHORT, LONGER = Budget(tokens=5000), Budget(tokens=16_000)


def stop_at(step: int) -> NullControl:
    """A control that cancels at the given step of the loop."""
    seen = []

    def stop(phase: str, done: int, total: int) -> None:
        seen.append(phase)
        if seen.count("pretrain") == step:
            raise Cancelled("stopped")

    return NullControl(stop)


@pytest.fixture
def run(
    corpus: Made, problems: ProblemStream, make_recipe: Callable[..., Recipe], tmp_path: Path
) -> Builder:
    """Return a builder that starts from the ready corpus in a work folder of its own."""

    def start(
        name: str, control: NullControl | None = None, budget: Budget = SHORT, **changes
    ) -> Path:
        work = tmp_path / name
        if not work.exists():
            shutil.copytree(corpus[2], work)
        folders = Folders(out=work / "out", work=work)
        control = control or NullControl()
        recipe = make_recipe(**changes)
        build(folders, recipe, budget, seed=0, control=control, problems=problems)
        return work

    return start


def test_an_interrupted_build_ends_with_the_same_bytes(run: Builder):
    whole = run("whole")
    for step in (3, 5):
        with pytest.raises(Cancelled):
            run("parts", stop_at(step))
    parts = run("parts")
    for name in ("model.safetensors", "config.json", "tokenizer.json"):
        assert (parts / "out" / name).read_bytes() == (whole / "out" / name).read_bytes(), name


def test_the_loss_falls_and_the_log_tells_it(run: Builder):
    work = run("long", budget=LONGER)
    text = (work / "metrics.jsonl").read_text(encoding="utf-8")
    lines = [json.loads(line) for line in text.splitlines()]
    losses = [line["loss"] for line in lines]
    assert len(lines) >= 2
    assert losses == sorted(losses, reverse=True)
    assert losses[0] < math.log(400)


def test_a_finished_build_is_not_trained_further(run: Builder):
    work = run("done")
    before = (work / "out" / "model.safetensors").read_bytes()
    run("done")
    assert (work / "out" / "model.safetensors").read_bytes() == before


def test_a_state_of_another_recipe_is_refused_and_kept(run: Builder):
    work = run("state")
    before = (work / STATE).read_bytes()
    with pytest.raises(InputError, match="another recipe, seed or model shape"):
        run("state", rate=1e-3)
    assert (work / STATE).read_bytes() == before


def test_a_state_of_another_shape_is_refused_without_a_fingerprint(
    run: Builder, corpus: Made, make_recipe: Callable[..., Recipe]
):
    from o1desk.training.starter.pretrain import Plan, pretrain

    recipe = make_recipe()
    work = run("shape")
    wider = replace(recipe.shape, hidden_size=24, vocab_size=corpus[0].get_vocab_size())
    plan = Plan(recipe=recipe, budget=SHORT, shards=corpus[1], work=work)
    with pytest.raises(InputError, match="another recipe, seed or model shape"):
        pretrain(Decoder(decoder_config(wider)), plan, NullControl())


def test_a_damaged_state_is_named(run: Builder):
    work = run("damaged")
    (work / STATE).write_bytes(b"not a state")
    with pytest.raises(InputError, match="cannot be read"):
        run("damaged")


def test_a_corpus_smaller_than_a_step_is_refused(run: Builder):
    with pytest.raises(InputError, match="fewer tokens than one step"):
        run("small", step_tokens=10**7)


def test_a_build_without_a_budget_is_refused(tmp_path: Path):
    with pytest.raises(InputError, match="needs a budget"):
        build_starter(
            tmp_path / "out",
            tmp_path / "work",
            minutes=None,
            tokens=None,
            seed=0,
            threads=1,
            control=NullControl(),
        )
    assert not list(tmp_path.iterdir())


def test_transformers_reads_the_folder_and_computes_the_same(
    corpus: Made, make_recipe: Callable[..., Recipe], tmp_path: Path
):
    tokenizer = corpus[0]
    shape = replace(make_recipe().shape, vocab_size=tokenizer.get_vocab_size())
    decoder = Decoder(decoder_config(shape))
    decoder.initialise(torch.Generator().manual_seed(1))
    with torch.no_grad():
        for weight in decoder.parameters():
            weight.mul_(4.0)
    save_folder(decoder, tokenizer, tmp_path)
    model = AutoModelForCausalLM.from_pretrained(tmp_path, dtype=torch.float32)
    ids = torch.tensor([tokenizer.encode("Spell backward: house. 12 + 345 =").ids])
    with torch.no_grad():
        assert torch.allclose(model(ids).logits, decoder.logits(decoder(ids)), atol=1e-4)
    assert AutoTokenizer.from_pretrained(tmp_path).eos_token_id == model.config.eos_token_id
