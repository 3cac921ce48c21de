"""The plan of a loop, without running it."""

import pytest

from o1desk.jobs.loop import Loop, LoopSettings


@pytest.mark.parametrize(
    ("model", "trained"),
    [("starter", "starter@R2"), ("starter@R1:4", "starter@R2"), ("{path}", "{path}@R2")],
)
def test_the_trained_model_is_the_base_with_the_new_adapter(model, trained, tmp_path):
    path = tmp_path / "m@v2"
    path.mkdir()
    loop = Loop(None, LoopSettings(model=model.format(path=path), mix=[]))
    loop._result.adapter = "R2"

    assert loop.trained_model == trained.format(path=path)
