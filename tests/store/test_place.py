from pathlib import Path
from types import SimpleNamespace

import pytest

from o1desk.store import open_store
from o1desk.store.connect import DATABASE
from o1desk.store.place import place_of


def disk(mountpoint, fstype):
    return SimpleNamespace(mountpoint=mountpoint, fstype=fstype)


@pytest.mark.parametrize("kind", ["nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "9p"])
def test_a_network_disk_gets_a_rollback_journal_and_a_notice(kind):
    place = place_of(Path("/mnt/far/o1"), [disk("/", "ext4"), disk("/mnt/far", kind)])
    assert place.journal == "delete"
    assert kind in place.notice


def test_the_deepest_mount_decides():
    disks = [disk("/", "nfs"), disk("/home", "ext4"), disk("/home/ann/far", "nfs")]
    assert place_of(Path("/home/ann/data"), disks).journal == "wal"


@pytest.mark.parametrize("folder", ["Dropbox", "OneDrive - Home", "iCloud Drive"])
def test_a_synchronised_folder_is_warned_about(folder):
    place = place_of(Path("/home/ann") / folder / "o1", [disk("/", "ext4")])
    assert place.journal == "wal"
    assert "synchronised" in place.notice


def test_an_ordinary_disk_says_nothing():
    assert place_of(Path("/home/ann/o1"), [disk("/", "ext4")]).notice == ""
    assert place_of(Path("/home/ann/o1"), []).journal == "wal"


def test_a_store_on_a_network_disk_reads_and_writes(data, problem, monkeypatch):
    monkeypatch.setattr(
        "o1desk.store.place._mounted", lambda: [disk("/", "ext4"), disk(str(data), "nfs4")]
    )
    with open_store(data) as store:
        assert "network disk" in store.notices[0]
        store.problems.add([problem()])
        assert store.counts()["problem"] == 1
        assert not (data / f"{DATABASE}-wal").exists()


def test_a_system_that_tells_no_disks_counts_as_ordinary(data, monkeypatch):
    def refuse(**_):
        raise PermissionError

    monkeypatch.setattr("psutil.disk_partitions", refuse)
    assert place_of(data).journal == "wal"
