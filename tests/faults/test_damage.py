"""Fault row 12: the database is damaged; the window offers the way back."""

import pytest

from o1desk.store import open_store
from o1desk.store.connect import DATABASE


def without_first_page(content):
    return bytes(4096) + content[4096:]


def cut_in_half(content):
    return content[: len(content) // 2]


@pytest.mark.parametrize("damage", [without_first_page, cut_in_half])
def test_the_damaged_file_is_kept_and_a_button_restores_the_backup(data, start_window, damage):
    with open_store(data) as store:
        backup = store.backup()
    path = data / DATABASE
    broken = damage(path.read_bytes())
    path.write_bytes(broken)

    window = start_window("restore")

    assert any(backup.path.name in text or "damaged" in text for text in window.next()["texts"])
    assert window.next() == {"samples": 30, "page": "overview"}
    window.end_well()
    assert [kept.read_bytes() for kept in data.glob(f"damaged/*/{DATABASE}")] == [broken]
    assert list(data.glob("backups/*.sqlite"))


def test_a_backup_is_restored_from_the_window_which_starts_again(data, start_window):
    with open_store(data) as store:
        backup = store.backup()
        store.samples.remove([1])

    window = start_window("go_back", backup.path.name)

    assert window.next() == {"samples": 29}
    again = window.next()
    assert (again["samples"], again["page"]) == (30, "settings")
    assert f"The database is that of the backup {backup.path.name}" in again["told"]
    window.end_well()
    assert len(list(data.glob(f"damaged/*/{DATABASE}"))) == 1
