"""Fault row 54: after an early native crash the window draws without the graphics driver."""

import signal

import pytest

from o1desk.app import SOFTWARE


@pytest.mark.slow
def test_the_next_start_draws_in_software_and_shows_the_crash_once(tmp_path, start_window):
    window = start_window("die")
    assert window.wait() == -signal.SIGSEGV

    again = start_window("read_the_crash")
    assert again.next() == {"drawing": SOFTWARE, "offers": ["Details"]}
    text = again.next()["text"]
    assert "Segmentation fault" in text
    assert "acts.py" in text
    again.end_well()

    third = start_window("read_the_crash")
    assert third.next() == {"drawing": dict.fromkeys(SOFTWARE), "offers": []}
    third.end_well()
