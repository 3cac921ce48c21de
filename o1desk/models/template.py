"""Chat templates are programs written by strangers; they run in a child that can be killed.

Jinja's sandbox stops a template from reaching Python, not from looping or filling the memory: two
nested loops of 99,999 turns, or 'x' * 10**9, stay within its rules. A limit checked from inside
the interpreter misses the second kind, because one C call cannot be interrupted. So a small
isolated Python with nothing but Jinja renders, under limits of memory and processor time, and is
ended when it does not answer. It is kept for the next prompt; a render then costs a pipe's round
trip.
"""

import atexit
import functools
import json
import os
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from o1desk.core.errors import DamagedModelError, InputError

LIMIT_S = 2.0
START_S = 60.0  # a cold disk and a loaded machine may take long to start Python
_CHILD = Path(__file__).with_name("template_child.py")
_SENTENCES = {
    "time": "The model's chat template did not finish within {detail}; it was stopped and nothing "
    "was sent to the model: use a version of the model with another template",
    "memory": "The model's chat template asked for too much memory; it was stopped: use a version "
    "of the model with another template",
    "size": "The model's chat template wrote more than {detail} characters; it was stopped",
    "unsafe": "The model's chat template tried something a template may not do ({detail}); it was "
    "stopped: do not use this model",
    "syntax": "The model's chat template is damaged ({detail}); use a version of the model with "
    "another template",
    "died": "The model's chat template ended the program that renders it; nothing was sent to the "
    "model: do not use this model",
}


def render_template(
    template: str, variables: Mapping[str, Any], *, limit_s: float = LIMIT_S
) -> str:
    """Render a chat template as transformers would, but confined.

    Args:
        template: Jinja source, as in `tokenizer_config.json` or a GGUF file.
        variables: What it may use; JSON values only.
        limit_s: Longest time it may take, seconds.

    Returns:
        The text of the prompt.

    Raises:
        DamagedModelError: If it takes too long, too much memory, or tries to leave the sandbox.
        InputError: If the template itself refuses the conversation, with its reason.
    """
    return _shared().render(template, variables, limit_s=limit_s)


class TemplateRenderer:
    """Owns the child that renders; safe to use from several threads, one render at a time."""

    def __init__(self) -> None:
        """Start nothing yet."""
        self._lock = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._owner = 0

    def render(
        self, template: str, variables: Mapping[str, Any], *, limit_s: float = LIMIT_S
    ) -> str:
        """Render; see `render_template`."""
        request = json.dumps({"template": template, "variables": dict(variables)})
        with self._lock:
            answer = self._ask(request.encode("ascii"), limit_s)
        if answer.get("kind") == "refused":
            raise InputError(
                f"The model's chat template refuses this conversation: {answer['detail']}"
            )
        if "text" not in answer:
            sentence = _SENTENCES[str(answer["kind"])]
            raise DamagedModelError(sentence.format(detail=answer.get("detail", "")))
        return str(answer["text"])

    def close(self) -> None:
        """End the child; the next render starts another."""
        child, self._child = self._child, None
        if child is None or self._owner != os.getpid():  # a fork must not end its parent's child
            return
        child.kill()
        child.wait()
        for pipe in (child.stdin, child.stdout):
            if pipe is not None:
                pipe.close()

    def _ask(self, request: bytes, limit_s: float) -> dict[str, Any]:
        child = self._running()
        answer, in_time = _exchange(child, request, limit_s)
        if answer:
            reply: dict[str, Any] = json.loads(answer)
            if reply.get("kind") == "memory":
                self.close()
            return reply
        self.close()
        return {"kind": "died"} if in_time else {"kind": "time", "detail": f"{limit_s:g} s"}

    def _running(self) -> subprocess.Popen[bytes]:
        """Return a child that is ready.

        Raises:
            InputError: If Python with Jinja cannot be started.
        """
        if self._child is not None and self._owner == os.getpid() and self._child.poll() is None:
            return self._child
        self.close()
        child = subprocess.Popen(  # noqa: S603 - our own file, no shell, nothing from the model
            [sys.executable, "-I", "-B", str(_CHILD)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={key: os.environ[key] for key in ("SYSTEMROOT", "TMPDIR") if key in os.environ},
        )
        self._child, self._owner = child, os.getpid()
        # -I hides PYTHONPATH and bundled packages, so the child is told where Jinja lies.
        answer, _ = _exchange(child, json.dumps({"path": sys.path}).encode("ascii"), START_S)
        if not answer:
            self.close()
            raise InputError(
                "Chat templates cannot be rendered: no isolated Python with the jinja2 package "
                f"could be started from {sys.executable}; reinstall O1 Desk"
            )
        return child


def _exchange(child: subprocess.Popen[bytes], request: bytes, limit_s: float) -> tuple[bytes, bool]:
    """Send one line and read one; a child that is late is killed.

    Returns:
        The answer, empty when the child died, and whether it had the time it was promised.
    """
    late = threading.Event()

    def kill() -> None:
        late.set()
        child.kill()

    assert child.stdin is not None  # noqa: S101 - both pipes were asked for
    assert child.stdout is not None  # noqa: S101 - both pipes were asked for
    timer = threading.Timer(limit_s, kill)
    timer.start()
    try:
        child.stdin.write(request + b"\n")
        child.stdin.flush()
        answer = child.stdout.readline()
    except OSError:
        answer = b""
    finally:
        timer.cancel()
    return (answer if answer.endswith(b"\n") else b""), not late.is_set()


@functools.cache
def _shared() -> TemplateRenderer:
    renderer = TemplateRenderer()
    atexit.register(renderer.close)
    return renderer
