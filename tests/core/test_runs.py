import pytest

from o1desk.core.runs import NEXT, RunState

ENDS = {"finished", "suspended", "cancelled", "failed", "crashed"}


def test_every_state_has_its_row():
    assert set(NEXT) == set(RunState)


def test_five_states_are_ends():
    assert {state.value for state in RunState if state.is_end} == ENDS


@pytest.mark.parametrize("state", [state for state in RunState if not state.is_end])
def test_any_state_before_the_end_may_fail_or_crash(state):
    assert {RunState.FAILED, RunState.CRASHED} <= NEXT[state]


@pytest.mark.parametrize("state", [state for state in RunState if state.is_end])
def test_an_end_leads_only_back_to_a_start_if_the_run_is_resumable(state):
    again = {RunState.QUEUED, RunState.STARTING} if state.is_resumable else set()

    assert NEXT[state] == again


def test_a_run_pauses_only_while_it_runs():
    before = {state for state, following in NEXT.items() if RunState.PAUSED in following}

    assert before == {RunState.RUNNING}
