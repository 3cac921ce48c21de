"""Fault row 4: a window that is killed while somebody labels has lost no key."""

import pytest

from o1desk.store import open_store


@pytest.mark.parametrize("count", [1, 22])
def test_every_pressed_key_is_a_label_on_disk_and_the_place_is_kept(data, start_window, count):
    window = start_window("label", count)
    left = window.next()
    assert window.wait() == -9

    with open_store(data) as store:
        found = list(store.labels.each())
    assert len(found) == count
    assert [label.value for label in found] == [(1, -1, 0)[number % 3] for number in range(count)]

    again = start_window("look_at_labels")
    there = again.next()
    again.end_well()
    assert (there["item"], there["labels"]) == (left["item"], left["labels"])
    # The place follows its label by one write, and the kill came at once.
    assert left["step"] - there["step"] in (0, 1)
