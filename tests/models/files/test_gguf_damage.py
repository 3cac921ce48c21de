"""Damaged GGUF files end in one sentence (fault row 21); the header is read before llama.cpp."""

import random
import struct
import subprocess
import sys

import pytest

from o1desk.core.errors import DamagedModelError
from o1desk.models.gguf_header import read_header
from o1desk.models.gguf_library import load

LOADER = """
import resource, sys
from pathlib import Path
from o1desk.core.errors import O1DeskError
from o1desk.models.gguf_backend import GgufBackend
resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
for name in sys.argv[1:]:
    try:
        GgufBackend.open("m", Path(name), threads=1).close()
        print("loaded")
    except O1DeskError as error:
        print(type(error).__name__)
"""


@pytest.fixture
def damaged(gguf_file, tmp_path):
    """Return a maker of a file with other bytes."""

    def make(data: bytes, name="d.gguf"):
        (tmp_path / name).write_bytes(data)
        return tmp_path / name

    make.good = gguf_file.read_bytes()
    return make


@pytest.mark.parametrize("share", [0.0, 0.00001, 0.0001, 0.01, 0.25, 0.5, 0.9999])
def test_a_file_cut_short_is_damaged(damaged, share):
    path = damaged(damaged.good[: int(len(damaged.good) * share)])
    with pytest.raises(DamagedModelError, match=r"d\.gguf is damaged: .*; copy or download it"):
        read_header(path)


def change(good: bytes, at: int, value: bytes) -> bytes:
    return good[:at] + value + good[at + len(value) :]


@pytest.mark.parametrize(
    ("at", "value"),
    [
        (0, b"GGML"),
        (4, struct.pack("<I", 99)),
        (8, struct.pack("<Q", 2**62)),
        (16, struct.pack("<Q", 2**62)),
        (24, struct.pack("<Q", 2**63)),
    ],
    ids=["magic", "version", "tensor count", "key count", "key length"],
)
def test_impossible_numbers_are_refused_without_taking_memory(damaged, at, value):
    with pytest.raises(DamagedModelError):
        read_header(damaged(change(damaged.good, at, value)))


def test_what_python_lets_pass_llama_cpp_refuses_in_its_own_words(damaged):
    broken = damaged.good.replace(b"qwen3.block_count", b"qwen3.block_cuont")
    header = read_header(damaged(broken))
    with pytest.raises(DamagedModelError, match="block_count"):
        load(header, context=64, threads=1)


@pytest.mark.skipif(sys.platform == "win32", reason="the child limits itself with POSIX calls")
def test_random_damage_never_ends_the_process_that_checks_first(damaged):
    """24 copies with 8 changed header bytes, as measured on llama.cpp itself, in one child."""
    draw = random.Random(1)
    names = []
    for number in range(24):
        copy = bytearray(damaged.good)
        for _ in range(8):
            copy[draw.randrange(4000)] = draw.randrange(256)
        names.append(str(damaged(bytes(copy), f"{number}.gguf")))
    child = subprocess.run(
        [sys.executable, "-c", LOADER, *names],
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert child.returncode == 0, child.stderr[-2000:]
    assert set(child.stdout.split()) <= {"loaded", "DamagedModelError", "OutOfMemoryError"}
    assert len(child.stdout.split()) == 24
