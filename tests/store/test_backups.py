from datetime import UTC, datetime, timedelta

import pytest

from o1desk.core.errors import InputError, StoreUnavailableError, UnknownNameError
from o1desk.store import backups, clock, open_store
from o1desk.store.connect import DATABASE

START = datetime(2026, 3, 2, 0, 30, tzinfo=UTC)  # a Monday
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.mark.parametrize(
    ("name", "moments", "kept"),
    [
        ("none", [], 0),
        ("one", [START], 1),
        ("twelve hours", [START + n * HOUR for n in range(12)], 12),
        ("two in one hour", [START, START + HOUR / 3], 1),
        ("a day of hours", [START + n * HOUR for n in range(24)], 12),
        ("two days of hours", [START + n * HOUR for n in range(48)], 13),
        ("seven days", [START + n * DAY for n in range(7)], 7),
        ("thirteen days", [START + n * DAY for n in range(13)], 12),
        ("a year of days", [START + n * DAY for n in range(365)], 12 + 1 + 4),
        ("years of months", [START + n * 31 * DAY for n in range(40)], 12),
    ],
)
def test_old_backups_are_thinned(name, moments, kept):
    gone = backups.to_delete(moments)
    assert len(set(moments)) - len(gone) == kept
    assert not moments or max(moments) not in gone


def test_thinning_again_deletes_nothing_more():
    moments = {START + n * HOUR for n in range(5000)}
    left = moments - backups.to_delete(moments)
    assert backups.to_delete(left) == set()


def test_thinning_every_hour_for_a_year_keeps_months():
    left: set[datetime] = set()
    for n in range(24 * 365):
        left.add(START + n * HOUR)
        left -= backups.to_delete(left)
    assert len({moment.month for moment in left}) == 6
    assert len(left) <= 12 + 7 + 4 + 6


def test_a_backup_holds_what_was_stored_and_is_listed(data, sample):
    with open_store(data) as store:
        store.samples.add([sample()])
        assert store.has_changes
        made = store.backup()
        assert not store.has_changes
        store.samples.add([sample(2)])
        assert store.has_changes
    assert backups.listing(data) == [made]
    assert backups.last_good(data) == made.path
    assert [path.name for path in made.path.parent.iterdir()] == [made.path.name]


def test_a_restored_backup_is_the_database_and_the_other_is_kept(data, sample):
    with open_store(data) as store:
        store.samples.add([sample()])
        name = store.backup().path.name
        store.samples.add([sample(2)])
    kept = backups.restore(data, name)
    with open_store(data) as store:
        assert list(store.samples.each()) == [sample()]
    assert (kept / DATABASE).exists()
    backup = kept.parent.parent / "backups" / name
    assert backup.exists()


def test_a_backup_cannot_be_restored_under_an_open_store(data):
    with open_store(data) as store:
        name = store.backup().path.name
        with pytest.raises(StoreUnavailableError, match="Another O1 Desk"):
            backups.restore(data, name)


def test_a_spoiled_or_unknown_backup_is_refused(data):
    with open_store(data) as store:
        made = store.backup()
    made.path.write_bytes(b"x" * 5000)
    assert backups.last_good(data) is None
    with pytest.raises(InputError, match="cannot be used"):
        backups.restore(data, made.path.name)
    with pytest.raises(UnknownNameError):
        backups.restore(data, "auto-unknown.sqlite")


def test_superfluous_backups_leave_the_folder_and_early_copies_stay(data):
    with open_store(data) as store:
        made = store.backup()
    folder = made.path.parent
    for minute in range(1, 5):
        moment = made.made - timedelta(days=400, minutes=minute)
        (folder / f"auto-{clock.name_of(moment)}.sqlite").write_bytes(b"old")
        (folder / f"pre-v1-{clock.name_of(moment)}.sqlite").write_bytes(b"old")
    (folder / "notes.sqlite").write_bytes(b"mine")
    gone = backups.thin(data)
    assert len(gone) in (2, 3)  # they may lie in one hour or in two
    assert len([b for b in backups.listing(data) if not b.is_automatic]) == 4
    assert (folder / "notes.sqlite").exists()


def test_a_copy_that_fails_its_check_leaves_no_file(data, monkeypatch):
    monkeypatch.setattr("o1desk.store.backups.fault_of", lambda _: "spoiled")
    with open_store(data) as store, pytest.raises(InputError, match="did not pass"):
        store.backup()
    assert list((data / "backups").iterdir()) == []


def test_a_foreign_or_newer_file_is_no_backup(data, tmp_path):
    import sqlite3

    with open_store(data) as store:
        made = store.backup().path
    connection = sqlite3.connect(made)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    assert "later version" in backups.fault_of(made)
    connection = sqlite3.connect(tmp_path / "other.sqlite")
    connection.execute("CREATE TABLE t (x)")
    connection.close()
    assert "not an O1 Desk" in backups.fault_of(tmp_path / "other.sqlite")
    assert clock.moment_of("yesterday") is None
