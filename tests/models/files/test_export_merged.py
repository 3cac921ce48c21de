"""Merged folders compute what base and adapter compute; nothing is left of a failed one."""

import json

import pytest
import torch
from safetensors.torch import load_file, save_file

from o1desk.core.errors import DamagedModelError, InputError, MissingModelError
from o1desk.models import export_merged as module
from o1desk.models.export_card import CardFacts
from o1desk.models.export_merged import export_adapter, export_merged
from o1desk.models.export_weights import read_pairs
from o1desk.models.lora_files import base_hash


@pytest.mark.parametrize("family", ["qwen3", "qwen2", "llama"])
def test_merged_logits_equal_those_beside_the_adapter(make_folder, make_adapter, tmp_path, family):
    folder = make_folder(family)
    done = export_merged(folder, make_adapter(folder), tmp_path / "merged")
    assert done.error < 1e-5
    assert done.effect > 0.01
    assert (done.path / "tokenizer.json").is_file()
    assert base_hash(folder) in (done.path / "README.md").read_text()


@pytest.mark.filterwarnings("ignore:.is_gradient_checkpointing.:FutureWarning")  # peft 0.21
def test_the_merge_equals_that_of_peft(make_folder, make_adapter, tmp_path):
    peft = pytest.importorskip("peft")
    from transformers import AutoModelForCausalLM

    folder = make_folder("qwen3")
    adapter = make_adapter(folder)
    done = export_merged(folder, adapter, tmp_path / "merged")
    model = AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32)
    theirs = peft.PeftModel.from_pretrained(model, adapter).merge_and_unload().state_dict()
    ours = load_file(done.path / "model.safetensors")
    for name, tensor in ours.items():
        torch.testing.assert_close(tensor, theirs[name])


def test_a_merge_that_changes_nothing_is_an_error_and_leaves_nothing(
    make_folder, make_adapter, tmp_path, monkeypatch
):
    folder = make_folder()
    adapter = make_adapter(folder)
    monkeypatch.setattr(module, "_write_weights", _copy_base)
    with pytest.raises(DamagedModelError, match="nothing was kept"):
        export_merged(folder, adapter, tmp_path / "merged")
    assert list(tmp_path.iterdir()) == []


def _copy_base(folder, adapter, part):
    save_file(load_file(folder / "model.safetensors"), part / "model.safetensors")


def test_a_folder_in_use_is_left_alone(make_folder, make_adapter, tmp_path):
    (tmp_path / "mine.txt").write_text("keep")
    with pytest.raises(InputError, match="already in use"):
        export_merged(make_folder(), make_adapter(make_folder()), tmp_path)
    assert (tmp_path / "mine.txt").read_text() == "keep"


def test_a_folder_that_cannot_be_made_is_told_in_a_sentence(make_folder, make_adapter, tmp_path):
    folder = make_folder()
    with pytest.raises(InputError, match=r"cannot be written \(File name too long\)"):
        export_merged(folder, make_adapter(folder), tmp_path / ("x" * 255))
    assert list(tmp_path.iterdir()) == []


def test_an_exported_adapter_is_a_peft_folder_with_a_card(make_folder, make_adapter, tmp_path):
    folder = make_folder()
    adapter = make_adapter(folder)
    facts = CardFacts(licence="mit", table={"pass@1": "0.61 | 600"}, made_by="o1desk train rl")
    out = export_adapter(folder, adapter, tmp_path / "adapter", facts=facts)
    card = (out / "README.md").read_text()
    assert card.startswith("---\nbase_model: ")
    assert "library_name: peft\nlicense: mit" in card
    assert "| pass@1 | 0.61 \\| 600 |" in card
    assert read_pairs(out).pairs.keys() == read_pairs(adapter).pairs.keys()


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"use_dora": True}, "use_dora"),
        ({"peft_type": "IA3"}, "peft_type"),
        ({"r": 0}, "rank is 0"),
    ],
)
def test_an_adapter_that_cannot_be_merged_is_refused(make_folder, make_adapter, change, message):
    adapter = make_adapter(make_folder())
    config = json.loads((adapter / "adapter_config.json").read_text())
    (adapter / "adapter_config.json").write_text(json.dumps(config | change))
    with pytest.raises((InputError, DamagedModelError), match=message):
        read_pairs(adapter)


def test_an_adapter_bound_to_another_base_is_refused(make_folder, make_adapter, tmp_path):
    adapter = make_adapter(make_folder(seed=1))
    weights = adapter / "adapter_model.safetensors"
    save_file(load_file(weights), weights, metadata={"base_hash": base_hash(make_folder(seed=2))})
    with pytest.raises(InputError, match="trained on another base"):
        export_merged(make_folder(seed=1), adapter, tmp_path / "merged")
    assert list(tmp_path.iterdir()) == []


def test_half_a_pair_is_damage(make_folder, make_adapter):
    adapter = make_adapter(make_folder())
    tensors = load_file(adapter / "adapter_model.safetensors")
    del tensors[next(name for name in tensors if "lora_B" in name)]
    save_file(tensors, adapter / "adapter_model.safetensors")
    with pytest.raises(DamagedModelError, match="lacks its B matrix"):
        read_pairs(adapter)


def test_a_folder_without_adapter_is_named(make_folder, tmp_path):
    with pytest.raises(MissingModelError, match="adapter_config"):
        export_merged(make_folder(), tmp_path, tmp_path / "out")
