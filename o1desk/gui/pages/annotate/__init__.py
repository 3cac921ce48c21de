"""Annotate: one problem on the screen, its steps judged by single keys."""
