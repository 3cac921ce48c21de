import json

import pytest

from o1desk.core.errors import InputError
from o1desk.jobs.run import whole_value


def test_a_value_on_the_wire_is_whole_already(tmp_path):
    value = {"answer": "7", "file": "not a name"}

    assert whole_value(tmp_path, value) is value


def test_a_large_value_comes_from_its_file(tmp_path):
    (tmp_path / "results").mkdir()
    (tmp_path / "results" / "000003.json").write_text(json.dumps({"answer": "long"}))

    assert whole_value(tmp_path, {"file": "results/000003.json"}) == {"answer": "long"}


@pytest.mark.parametrize("content", [None, b"{", b"[1]", b"\xff"])
def test_a_file_that_is_gone_or_broken_is_told_in_one_sentence(tmp_path, content):
    if content is not None:
        (tmp_path / "summary.json").write_bytes(content)

    with pytest.raises(InputError, match="the run folder was changed"):
        whole_value(tmp_path, {"file": "summary.json"})
