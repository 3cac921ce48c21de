"""Starting the child that renders chat templates before the first question needs it."""

import contextlib
import threading
from collections.abc import Mapping

from o1desk.core.errors import O1DeskError
from o1desk.core.types import Message
from o1desk.models.template_chat import render_chat

_GREETING = (Message(role="user", content="Hello"),)


def warm_template(template: str, special: Mapping[str, str]) -> threading.Thread:
    """Start the child and let it compile a template, beside whatever the caller does next.

    Starting a Python takes a sixth of a second, which the first question would wait for. A
    template that fails here fails again, and tells why, when a real conversation is rendered.

    Args:
        template: Jinja source; an empty one needs no child.
        special: Tokens that templates name, such as `bos_token`.

    Returns:
        The thread that waits for the child; nobody needs to wait for it.
    """

    def render() -> None:
        with contextlib.suppress(O1DeskError):
            render_chat(template, _GREETING, thinking=True, special=special)

    thread = threading.Thread(target=render, name="template", daemon=True)
    thread.start()
    return thread
