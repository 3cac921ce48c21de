"""Runs that stopped while no window was there are offered again."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtTest import QSignalSpy

from o1desk.core.runs import Run, RunEnd, RunState
from o1desk.gui.offers import Offers
from o1desk.jobs.recover import Recovered


def stopped(number=1, role="train", state=RunState.CRASHED):
    run = Run(
        id=f"20260101-00000{number}-{role}-aaaa",
        role=role,
        folder=Path("nowhere"),
        created="2026-01-01T00:00:00+00:00",
        config={"method": "rl"},
    )
    return Recovered(run=run, end=RunEnd(state=state, message="it stopped"))


@pytest.fixture
def told(session):
    return QSignalSpy(session.toasted)


def test_one_run_is_offered_by_name_and_resumed_by_its_button(session, told, qtbot):
    started = QSignalSpy(session.runs.run_added)
    opened = QSignalSpy(session.opened)
    Offers(session).offer([stopped()])
    toast = told.at(0)[0]
    assert (toast.action, toast.tone) == ("Resume", "warn")
    assert "20260101-000001-train-aaaa: it stopped" in toast.text
    toast.run()
    assert started.at(0)[0].id == "20260101-000001-train-aaaa"
    assert opened.at(0)[0].page == "train"
    qtbot.waitUntil(lambda: started.at(0)[0].is_over)  # there is no such folder


def test_of_many_runs_the_list_is_offered(session, told):
    opened = QSignalSpy(session.opened)
    Offers(session).offer([stopped(1), stopped(2), stopped(3, role="evaluate")])
    assert told.count() == 1
    assert told.at(0)[0].text.startswith("2 ")
    told.at(0)[0].run()
    assert opened.at(0)[0].what == {"view": "all"}


@pytest.mark.parametrize(
    "found",
    [
        stopped(role="chat"),
        stopped(role="evaluate"),
        stopped(state=RunState.FINISHED),
        stopped(state=RunState.CANCELLED),
    ],
)
def test_what_cannot_or_should_not_go_on_is_not_offered(session, told, found):
    Offers(session).offer([found])
    Offers(session).offer_one(found)
    assert told.count() == 0


def test_a_suspended_run_is_offered(session, told):
    found = stopped()
    Offers(session).offer([replace(found, end=replace(found.end, state=RunState.SUSPENDED))])
    assert told.count() == 1
