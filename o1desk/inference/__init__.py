"""Thinking at answer time: one file is one way to think; torch-free."""
