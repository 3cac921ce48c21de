"""Fault row 26: what does not fit is refused with both sizes, and never takes the process down."""

import json
import struct
import subprocess
import sys

import pytest

from o1desk.core.errors import EXIT_MEMORY, DamagedModelError, OutOfMemoryError
from o1desk.models import safety_memory
from o1desk.models.open import open_backend
from o1desk.models.safety_memory import check_memory, memory_guard

OPEN_UNDER_LIMIT = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
from o1desk.core.errors import O1DeskError
from o1desk.models.open import open_backend
try:
    open_backend(sys.argv[1], device="cpu")
except O1DeskError as error:
    print(type(error).__name__, error)
    sys.exit(error.exit_code)
"""


@pytest.fixture
def large_folder(tmp_path):
    """A model of 2 GB that takes no disk: the weight file is a hole."""
    size = 2 << 30
    header = {"w": {"dtype": "F32", "shape": [size // 4], "data_offsets": [0, size]}}
    text = json.dumps(header).encode()
    with (tmp_path / "model.safetensors").open("wb") as file:
        file.write(struct.pack("<Q", len(text)) + text)
        file.truncate(8 + len(text) + size)
    (tmp_path / "config.json").write_text('{"model_type": "qwen3"}')
    (tmp_path / "tokenizer.json").write_text("{}")
    return tmp_path


@pytest.mark.skipif(sys.platform == "win32", reason="address-space limits are POSIX")
def test_a_process_limited_to_one_gigabyte_refuses_two_and_tells_both(large_folder):
    child = subprocess.run(
        [sys.executable, "-c", OPEN_UNDER_LIMIT, str(large_folder)],
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert child.returncode == EXIT_MEMORY, child.stderr[-2000:]
    assert "needs about 4.1 GB of memory, had " in child.stdout
    assert child.stdout.count("\n") == 1


def test_the_refusal_names_the_model_and_both_sizes(large_folder, monkeypatch):
    monkeypatch.setattr(safety_memory, "available_bytes", lambda: 1 << 30)
    with pytest.raises(OutOfMemoryError, match=r"needs about 4\.1 GB .* had 1\.0 GB") as caught:
        open_backend(str(large_folder))
    assert caught.value.hint["available_bytes"] == 1 << 30


@pytest.mark.parametrize(
    "error",
    [
        MemoryError(),
        RuntimeError("DefaultCPUAllocator: can't allocate memory: you tried to allocate 8 bytes"),
        OSError(12, "Cannot allocate memory"),
    ],
)
def test_a_refused_allocation_while_loading_becomes_the_same_sentence(error):
    with (
        pytest.raises(OutOfMemoryError, match="the model needs about"),
        memory_guard(1, "the model"),
    ):
        raise error


def test_refused_memory_that_a_reader_took_for_damage_is_still_told_as_memory():
    error = DamagedModelError("it is damaged")
    error.__cause__ = OSError(12, "Cannot allocate memory")
    with pytest.raises(OutOfMemoryError), memory_guard(1, "m"):
        raise error


def test_other_errors_pass_the_guard_unchanged():
    with pytest.raises(RuntimeError, match="a shape"), memory_guard(1, "m"):
        raise RuntimeError("a shape")


def test_a_container_limit_counts(tmp_path, monkeypatch):
    for name, text in {
        "memory.max": "300000000\n",
        "memory.current": "280000000\n",
        "memory.stat": "anon 1\ninactive_file 30000000\n",
    }.items():
        (tmp_path / name).write_text(text)
    monkeypatch.setattr(safety_memory, "CGROUP", tmp_path)
    assert safety_memory.available_bytes() <= 50_000_000
    with pytest.raises(OutOfMemoryError):
        check_memory(10_000_000, "m")
    (tmp_path / "memory.max").write_text("max\n")
    assert safety_memory.available_bytes() > 50_000_000
