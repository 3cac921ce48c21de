"""The command line: the same verbs as the window, without a screen."""

from o1desk.cli.main import main

__all__ = ["main"]
