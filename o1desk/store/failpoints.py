"""Places where a test may end the process or break a write, named by an environment variable.

`O1DESK_FAILPOINT=migrate.commit:exit` ends the process there as a kill would; `:raise` raises.
"""

import os

VARIABLE = "O1DESK_FAILPOINT"
KILLED = 137


class FailpointError(RuntimeError):
    """Raised at a failpoint that a test switched on."""


def failpoint(name: str) -> None:
    """Do what the environment variable asks for at this place; normally nothing.

    Raises:
        FailpointError: If the variable is "NAME:raise".
    """
    wanted, _, action = os.environ.get(VARIABLE, "").partition(":")
    if wanted != name:
        return
    if action == "exit":
        os._exit(KILLED)
    raise FailpointError(name)
