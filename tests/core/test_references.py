"""The two parts of a model reference, with paths that hold an "@" of their own."""

import pytest

from o1desk.core.references import exists, split_ref, with_adapter


@pytest.mark.parametrize(
    ("ref", "base", "adapter"),
    [
        ("starter", "starter", ""),
        ("starter@R1", "starter", "R1"),
        ("starter@20260703-101500-train-ab12:40", "starter", "20260703-101500-train-ab12:40"),
        ("hub:org/name@R1:0", "hub:org/name", "R1:0"),
        ("fake:text=a@b c", "fake:text=a@b c", ""),
        ("there/m@v2.gguf", "there/m@v2.gguf", ""),
        ("there/m.GGUF@R1", "there/m.GGUF", "R1"),
        ("there@home/model", "there@home/model", ""),
        ("there@home/model@R1:3", "there@home/model", "R1:3"),
        ("~nobody-of-this-name/m@R1", "~nobody-of-this-name/m", "R1"),
        (" starter@R1 ", "starter", "R1"),
        ("@R1", "@R1", ""),
        ("", "", ""),
    ],
)
def test_a_reference_has_a_base_and_perhaps_an_adapter(ref, base, adapter):
    assert split_ref(ref) == (base, adapter)


@pytest.mark.parametrize("adapter", ["", "R1", "R1:40"])
def test_a_path_that_exists_keeps_its_at_sign(tmp_path, adapter):
    path = tmp_path / "m@v2"
    path.mkdir()
    ref = f"{path}@{adapter}" if adapter else str(path)
    assert split_ref(ref) == (str(path), adapter)
    assert with_adapter(ref, "R2:5") == f"{path}@R2:5"


@pytest.mark.parametrize("text", ["a\0b", "x" * 5000, "~nobody-of-this-name/m"])
def test_what_cannot_be_a_path_does_not_exist(text):
    assert not exists(text)
