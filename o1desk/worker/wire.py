"""Claims the wire: events leave on the original stdout, and nothing else ever does.

After `claim`, file descriptor 1 is stderr, so `print`, progress bars and C code land in
`worker.log`. Descriptor 0 is empty, so that a library that asks a question gets no answer instead
of eating a command.
"""

import contextlib
import os
import sys
from dataclasses import dataclass
from typing import BinaryIO

STDIN, STDOUT, STDERR = 0, 1, 2


@dataclass(slots=True)
class Wire:
    """The two ends of the conversation with the app.

    Attributes:
        events: Where event lines go; None after the app went away.
        commands: Descriptor that command lines come from.
    """

    events: BinaryIO | None
    commands: int

    def send(self, line: bytes) -> None:
        """Send one line; an app that went away is no reason to stop writing the folder."""
        if self.events is None:
            return
        try:
            self.events.write(line)
            self.events.flush()
        except OSError:
            with contextlib.suppress(OSError):  # it tries to send the rest once more
                self.events.close()
            self.events = None


def claim() -> Wire:
    """Take stdin and stdout for the protocol; call it before anything may print."""
    sys.stdout.flush()
    events = os.fdopen(os.dup(STDOUT), "wb")
    commands = os.dup(STDIN)
    os.dup2(STDERR, STDOUT)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, STDIN)
    os.close(nothing)
    return Wire(events=events, commands=commands)
