"""Keeps the collector of cyclic garbage on the window's thread.

A session that a test drops is a cycle of QObjects. Collected by chance on a thread that reads or
writes, it would be destroyed there, and Qt objects die on the thread that made them.
"""

import gc

import pytest


@pytest.fixture(autouse=True)
def _garbage_is_collected_here():
    gc.disable()
    yield
    gc.collect()
    gc.enable()
