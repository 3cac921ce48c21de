"""The lists of runs and models, from folders alone."""

import json

import pytest

from o1desk.cli.main import main
from o1desk.core.files import write_json


@pytest.fixture
def trained(tmp_path):
    """Make a run with one whole checkpoint, trained from a model."""

    def make(model):
        folder = tmp_path / "data" / "runs" / "R1"
        step = folder / "checkpoints" / "step_000004"
        step.mkdir(parents=True)
        config = {"role": "train", "method": "rl", "config": {"model": model}}
        write_json(folder / "config.json", config)
        (step / "adapter_model.safetensors").write_bytes(b"x")
        row = {"name": "adapter_model.safetensors", "size": 1, "sha256": ""}
        write_json(step / "MANIFEST.json", {"files": [row]})
        return tmp_path / "data"

    return make


@pytest.mark.parametrize("before", ["", "@R0:3"])
def test_an_adapter_is_listed_over_its_base_even_when_that_path_holds_an_at_sign(
    trained, tmp_path, capsys, before
):
    base = tmp_path / "m@v2"
    base.mkdir()
    data = trained(f"{base}{before}")
    assert main(["models", "--data", str(data), "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)["models"]
    assert [row["ref"] for row in rows if row["kind"] == "adapter"] == [f"{base}@R1"]
