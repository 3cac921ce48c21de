import pytest

from o1desk.gui.backups import Backups


@pytest.fixture
def backups(session):
    return Backups(session)


def change(session, qtbot):
    with qtbot.waitSignal(session.tables_changed):
        session.ops.write(lambda: session.store.state.set("a", 1), changed=("label",))


def made(session):
    return list(session.data.glob("backups/*.sqlite"))


def test_nothing_is_waited_for_while_nothing_changes(backups):
    assert not backups._clock.isActive()


def test_a_change_is_in_a_backup_after_a_while(session, backups, qtbot):
    backups._clock.setInterval(30)
    change(session, qtbot)
    qtbot.waitUntil(lambda: len(made(session)) == 1)
    qtbot.waitUntil(lambda: not session.store.has_changes)
    assert not backups._clock.isActive()


def test_changes_that_go_on_do_not_put_it_off(session, backups, qtbot):
    change(session, qtbot)
    left = backups._clock.remainingTime()
    qtbot.wait(20)
    change(session, qtbot)
    assert backups._clock.remainingTime() < left


def test_without_a_change_no_file_is_made(session, backups, qtbot):
    backups._make()
    qtbot.wait(100)
    assert made(session) == []
