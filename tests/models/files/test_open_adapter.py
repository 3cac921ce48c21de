"""The same model through every door: torch with an adapter, merged, GGUF."""

import json
import shutil

import pytest

from o1desk.core.backend import Sampling
from o1desk.core.errors import InputError
from o1desk.core.types import Message
from o1desk.models.export_gguf import export_gguf
from o1desk.models.export_merged import export_merged
from o1desk.models.open import open_backend

QUESTION = [Message(role="user", content="What is 17 + 25?")]
GREEDY = Sampling(temperature=0.0, max_new_tokens=16)


@pytest.fixture
def data(make_folder, make_adapter, tmp_path):
    """A data folder whose run "r1" has one checkpoint for the small model."""
    step = tmp_path / "runs" / "r1" / "checkpoints" / "step_000008"
    shutil.copytree(make_adapter(make_folder()), step)
    rows = [{"name": path.name, "size": path.stat().st_size} for path in step.iterdir()]
    (step / "MANIFEST.json").write_text(json.dumps({"files": rows}))
    return tmp_path


def answer(ref, data=None):
    backend = open_backend(ref, data=data, device="cpu", precision="fp32", threads=1)
    [[one]] = backend.generate([backend.render(QUESTION)], GREEDY)
    backend.close()
    return backend.name, one.token_ids


def test_an_adapter_speaks_alike_beside_merged_and_as_gguf(make_folder, data, tmp_path):
    folder = make_folder()
    step = data / "runs/r1/checkpoints/step_000008"
    name, with_adapter = answer(f"{folder}@r1", data)
    assert name == f"{folder}@r1"
    merged = export_merged(folder, step, tmp_path / "merged").path
    assert answer(str(merged))[1] == with_adapter
    file = export_gguf(folder, tmp_path / "m.gguf", outtype="f32", adapter=step).path
    assert answer(str(file))[1] == with_adapter
    assert answer(str(folder))[1] != with_adapter


def test_the_adapter_of_another_shape_is_refused(make_folder, data):
    with pytest.raises(InputError, match="does not fit this model"):
        open_backend(f"{make_folder('llama')}@r1:8", data=data, device="cpu")
