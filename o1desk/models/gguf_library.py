"""llama.cpp itself: whether it is there, what it said, and a model loaded through it.

It writes to the process's standard error whatever it does. Its log is caught here, so that a
failure can be told in its own words and nothing else reaches the screen.
"""

import ctypes
import functools
from collections import deque
from typing import Any

from o1desk.core.errors import DamagedModelError, InputError
from o1desk.models.devices import default_threads
from o1desk.models.gguf_header import GgufHeader

INSTALL = "pip install 'o1desk[gguf]'"
_ERROR_LEVEL = 4  # GGML_LOG_LEVEL_ERROR
_MAX_LINES = 20
BYTES_PER_THREAD = 16_000_000


def library() -> Any:
    """Return the llama_cpp module, its log caught.

    Raises:
        InputError: If llama-cpp-python is not installed or cannot be loaded; says how to get it.
    """
    try:
        import llama_cpp
    except ImportError as error:
        raise InputError(
            f"GGUF models need llama-cpp-python, which is not installed; run {INSTALL} (it "
            "compiles for some minutes), or use the model's safetensors folder"
        ) from error
    except (OSError, RuntimeError) as error:  # its shared library does not load
        raise InputError(
            f"llama-cpp-python cannot be loaded ({error}); install it again with {INSTALL}"
        ) from error
    _log()
    return llama_cpp


def threads_for(header: GgufHeader, most: int | None = None) -> int:
    """Return how many CPU threads to compute a file with: at least 1, at most `most` or the cores.

    Threads meet after every product, so each needs enough weights to be worth the meeting. On two
    idle cores a second thread made a 4 MB file 1.34 times as fast and a 22 MB file 1.56 times; with
    one core taken by another program it made the 4 MB file 7 times slower, with both 27 times.
    """
    return max(1, min(most or default_threads(), header.bytes // BYTES_PER_THREAD))


def load(header: GgufHeader, *, context: int, threads: int, exact: bool = False) -> Any:
    """Load a GGUF file.

    Args:
        header: Its checked header.
        context: Longest prompt and completion together, tokens.
        threads: CPU threads.
        exact: Whether keys and values are kept in f32 instead of f16, for comparisons.

    Returns:
        A `llama_cpp.Llama`.

    Raises:
        DamagedModelError: If llama.cpp refuses the file; gives its reason.
        InputError: If llama-cpp-python is missing.
    """
    module = library()
    said, _ = _log()
    said.clear()
    cache = module.GGML_TYPE_F32 if exact else None
    try:
        return module.Llama(
            str(header.path),
            n_ctx=context,
            n_gpu_layers=-1,
            n_threads=threads,
            n_threads_batch=threads,
            type_k=cache,
            type_v=cache,
            verbose=False,
        )
    except (ValueError, RuntimeError, AssertionError, OSError) as error:
        reason = said[0] if said else str(error)
        raise DamagedModelError(
            f"The model file {header.path} cannot be loaded: {reason}; copy or download it "
            "again, or use a version of the model that this llama.cpp knows"
        ) from error


@functools.cache
def _log() -> tuple[deque[str], Any]:
    """Catch the log, once per process.

    Returns:
        The first errors since they were last cleared, and the callback, which C knows only by its
        address: it must live as long as the process.
    """
    import llama_cpp

    said: deque[str] = deque()

    def keep(level: int, text: bytes, _: ctypes.c_void_p) -> None:
        if level == _ERROR_LEVEL and len(said) < _MAX_LINES:
            said.append(" ".join(text.decode("utf-8", "replace").split()))

    callback = llama_cpp.llama_log_callback(keep)
    llama_cpp.llama_log_set(callback, ctypes.c_void_p(0))
    return said, callback
