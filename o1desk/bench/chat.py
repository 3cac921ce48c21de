"""Answering from a GGUF file: our backend and reader against a bare llama-cpp-python loop.

Both clocks run from the rendered prompt, still text, to the last token: each side pays for its own
tokenising. The figures in the window start later, when the counted prompt is handed to the backend
(`inference.meter`), so a clock of the bench's own is read here.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from o1desk.bench.measure import Result, Row, computer, middle, need, take_turns
from o1desk.bench.subject import problems, prompts, subject
from o1desk.core.backend import Sampling
from o1desk.core.control import NullControl
from o1desk.inference.chain import stream_chain
from o1desk.inference.meter import efficiency

QUESTIONS, QUICK_QUESTIONS = 12, 4
ROUNDS, QUICK_ROUNDS = 5, 2
LONGEST = 160  # tokens


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """The same file, loaded twice with the same threads and context.

    Attributes:
        backend: Ours.
        llama: The bare `llama_cpp.Llama`.
        texts: The questions as rendered prompts; each side reads these very texts.
    """

    backend: Any
    llama: Any
    texts: Sequence[str]


def measure(*, quick: bool, data: Path | None) -> Result:
    """Measure tokens per second from the prompt to the last token, greedy and sampled."""
    llama_cpp = need("llama_cpp", "llama-cpp-python")
    with TemporaryDirectory() as scratch:
        words, sides, threads = load(Path(scratch), data, quick=quick)
        name = f"llama-cpp-python {llama_cpp.__version__}, bare loop"
        rounds = QUICK_ROUNDS if quick else ROUNDS
        rows = [_row(sides, temperature, rounds, words, name) for temperature in (0.0, 1.0)]
        sides.backend.close()
        sides.llama.close()
    return Result(rows=rows, device=f"{computer()}, llama.cpp threads: {threads}")


def load(scratch: Path, data: Path | None, *, quick: bool) -> tuple[str, Sides, int]:
    """Export the model to a GGUF file and load it on both sides.

    Returns:
        What the model is, both sides, and how many threads each uses.
    """
    llama_cpp = need("llama_cpp", "llama-cpp-python")
    from o1desk.models.export_gguf import export_gguf
    from o1desk.models.gguf_backend import GgufBackend
    from o1desk.models.gguf_header import read_header
    from o1desk.models.gguf_library import threads_for

    model = subject(scratch, data)
    file = export_gguf(model.folder, scratch / "model.gguf", outtype="f16").path
    threads = threads_for(read_header(file))
    backend = GgufBackend.open("bench", file, threads=threads)
    bare = llama_cpp.Llama(
        str(file), n_ctx=0, n_threads=threads, n_threads_batch=threads, verbose=False
    )
    asked = problems(QUICK_QUESTIONS if quick else QUESTIONS)
    sides = Sides(backend=backend, llama=bare, texts=prompts(model.folder, asked))
    return model.words, sides, threads


def _row(sides: Sides, temperature: float, rounds: int, words: str, name: str) -> Row:
    # Question by question, so that both sides meet the same neighbours on a busy machine.
    ours, peer = take_turns(
        lambda turn: our_rate(sides, temperature, turn),
        lambda turn: peer_rate(sides, temperature, turn),
        rounds * len(sides.texts),
    )
    return Row(
        what=(
            f"chat, streamed with steps and figures: {words} as GGUF f16, {len(ours)} answers to "
            f"{len(sides.texts)} questions, temperature {temperature:g}, the same tokens"
        ),
        ours=middle(ours),
        peer=middle(peer),
        peer_name=name,
        unit="tokens/s",
    )


def our_rate(sides: Sides, temperature: float, turn: int) -> float:
    """Return our tokens per second for one question, reader, events and figures included.

    This is what the strategy "single" does after rendering the prompt; the peer renders none.
    """
    text = sides.texts[turn % len(sides.texts)]
    sampling = Sampling(max_new_tokens=LONGEST, temperature=temperature, seed=turn)
    started_s = time.perf_counter()
    _, call = stream_chain(sides.backend, text, sampling, control=NullControl())
    efficiency([call])
    return call.tokens / (time.perf_counter() - started_s)


def peer_rate(sides: Sides, temperature: float, turn: int) -> float:
    """Return the tokens per second of the library's own token loop, text in and text out."""
    text = sides.texts[turn % len(sides.texts)]
    started_s = time.perf_counter()
    drawn = bare(sides.llama, text, temperature, turn)
    return len(drawn) / (time.perf_counter() - started_s)


def bare(llama: Any, text: str, temperature: float, seed: int) -> list[int]:
    """Return the tokens that the library draws by itself: with our seed, the ones we draw."""
    from o1desk.models.gguf_backend import completion_seed

    llama.set_seed(completion_seed(seed))
    prompt = llama.tokenize(text.encode(), add_bos=False, special=True)
    drawn: list[int] = []
    written = b""
    plain = {"top_k": 0, "top_p": 1.0, "min_p": 0.0, "repeat_penalty": 1.0}
    for token in llama.generate(prompt, temp=temperature, **plain):
        drawn.append(token)
        written += llama.detokenize([token], special=True)
        if token == llama.token_eos() or len(drawn) >= LONGEST:
            break
    return drawn
