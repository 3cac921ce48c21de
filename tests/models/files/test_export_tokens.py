"""llama.cpp splits text as the folder's tokenizer does, for the fixtures and for the starter."""

import random

import pytest

from o1desk.core.errors import MissingModelError
from o1desk.models.export_gguf import export_gguf
from o1desk.models.export_verify import verify_gguf
from o1desk.models.gguf_backend import GgufBackend
from o1desk.models.reference import starter_folder
from o1desk.models.tokenizer import Tokenizer

PIECES = [*"abcXYZ  \n\n\n\t.,:;!?()+-*/=0123456789'\"", "'s", "'LL", "é", "\u2192", "\u5341"]
PIECES += [" \n", "\n ", "\r\n", "\u00fc", "u\u0308", "\u00a0", "<think>", "<|im_end|>", "2718"]


def texts(count):
    draw = random.Random(5)
    return ["".join(draw.choices(PIECES, k=draw.randint(1, 30))) for _ in range(count)]


@pytest.mark.parametrize("family", ["qwen3", "llama"])
def test_random_texts_have_the_same_tokens_in_both(make_folder, tmp_path, family):
    folder = make_folder(family)
    backend = GgufBackend.open("m", export_gguf(folder, tmp_path / "m.gguf").path, threads=1)
    theirs = Tokenizer.from_folder(folder)
    for text in texts(400):
        assert backend.tokenize(text) == theirs.encode(text), text
    backend.close()


@pytest.fixture
def starter():
    try:
        return starter_folder()
    except MissingModelError as error:
        pytest.skip(str(error))


@pytest.mark.parametrize("outtype", ["f32", "f16"])
def test_the_starter_is_the_same_model_as_gguf(starter, tmp_path, outtype):
    done = export_gguf(starter, tmp_path / "starter.gguf", outtype=outtype)
    result = verify_gguf(starter, done.path)
    assert result.verified, result.rows
    backend = GgufBackend.open("starter", done.path, threads=1)
    reader = Tokenizer.from_folder(starter)
    for text in texts(400):
        assert backend.tokenize(text) == reader.encode(text), text
    backend.close()
