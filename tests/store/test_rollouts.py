import pytest

from o1desk.core.errors import InputError
from o1desk.core.events import Rollout, SampleWritten, Stamped
from o1desk.core.files import line_of, write_lines
from o1desk.core.runs import SAMPLES_FILE, Run
from o1desk.core.samples_io import sample_to_json
from o1desk.store.ingest import ROLLOUTS_FILE, Ingest

RUN = "R1"


@pytest.fixture
def trained(store, data, sample, problem):
    """Two steps of one run: the first with two groups, the second asking one problem again."""
    folder = data / "runs" / RUN
    folder.mkdir(parents=True)
    model = {"model": "starter"}
    other = problem(2, identity="2+4", prompt="Two and four?", level="hard")
    groups = [
        (1, 0, [sample(1, **model), sample(1, raw="bad \ud800", verdict=None, **model)],
         [0.5, -0.5]),
        (1, 1, [sample(problem=other, **model)] * 2, [0.0, 0.25]),
        (3, 0, [sample(1, raw="y" * 50_000, truncated=True, reward=None, rewards={"a": None},
                       tokens_thinking=7, tokens_answer=2, **model)], []),
    ]  # fmt: skip
    lines = [
        {"step": s, "group": g, "advantages": a, "samples": [sample_to_json(m) for m in members]}
        for s, g, members, a in groups
    ]
    (folder / ROLLOUTS_FILE).write_text("".join(line_of(line) + "\n" for line in lines))
    write_lines(folder / SAMPLES_FILE, [sample_to_json(sample(1, **model))])
    store.problems.add([problem(2, identity="2+4")])
    ingest = Ingest(store)
    ingest.run_started(Run(id=RUN, role="train", folder=folder, created="now"))
    told = (Rollout(step=1, group=0, file=ROLLOUTS_FILE, line=1),
            SampleWritten(file=SAMPLES_FILE, line=1))  # fmt: skip
    ingest.events(RUN, [Stamped(seq=n, t=1.0, event=e) for n, e in enumerate(told, start=1)])
    return store


def test_every_step_shows_its_groups(trained):
    assert trained.rollouts.steps(RUN) == [1, 3]
    first, second = trained.rollouts.at(RUN, 1)
    assert (first.index, first.prompt, first.answer) == (0, "State the sum 1 + 4 =", "5")
    assert (second.index, second.prompt, second.level) == (1, "Two and four?", "hard")
    right, wrong = first.members
    assert (right.judgement, right.reward, right.advantage) == ("correct", 1.0, 0.5)
    assert (right.parts, right.answer, right.truncated) == ({"verdict": 1.0}, "5", False)
    assert (wrong.text, wrong.judgement, wrong.advantage) == ("bad \ud800", None, -0.5)
    assert [member.advantage for member in second.members] == [0.0, 0.25]
    assert second.members[0].sample_id == second.members[1].sample_id


def test_a_long_answer_is_cut_and_what_is_unknown_is_none(trained):
    member = trained.rollouts.at(RUN, 3)[0].members[0]
    assert len(member.text) == 20_000
    assert (member.reward, member.advantage, member.parts) == (None, None, {"a": None})
    assert (member.tokens_thinking, member.tokens_answer, member.truncated) == (7, 2, True)


def test_a_prompt_can_be_followed_through_a_run(trained, problem):
    one = trained.problems.find(problem(1).key)
    two = trained.rollouts.at(RUN, 1)[1].problem_id
    assert trained.rollouts.group_of_problem(RUN, one) == [1, 3]
    assert trained.rollouts.group_of_problem(RUN, two) == [1]
    assert trained.rollouts.group_of_problem(RUN, 999) == []
    assert trained.rollouts.group_of_problem("R2", one) == []


def test_unknown_runs_and_steps_are_empty(trained):
    assert trained.rollouts.steps("R2") == []
    assert trained.rollouts.at("R2", 1) == trained.rollouts.at(RUN, 2) == []


def test_a_group_stays_whole_when_a_sample_is_removed(trained):
    before = trained.rollouts.at(RUN, 1)
    trained.samples.remove([before[0].members[0].sample_id])
    assert trained.rollouts.at(RUN, 1) == before


def test_the_inspector_sees_what_surrounds_a_sample(trained, sample):
    row = trained.rollouts.at(RUN, 1)[0].members[0].sample_id
    edits = trained.samples.add(
        [sample(1, thinking="a better way"), sample(1, thinking="worse")], parent=row
    ).ids
    trained.samples.remove(edits[1:])
    trained.datasets.create("some", samples=[row])
    trained.datasets.create("few", samples=[row])
    seen = trained.samples.context(row)
    assert (seen.id, seen.parent_id, seen.children) == (row, None, edits[:1])
    assert seen.rollouts == ((RUN, 1, 0.5),)
    assert seen.datasets == ("few", "some")
    assert (seen.attempts, seen.passes) == (3, 3)
    assert trained.samples.context(edits[0]).parent_id == row
    assert seen.created <= trained.samples.context(edits[0]).created


def test_there_is_nothing_around_a_sample_that_is_not_there(store):
    with pytest.raises(InputError, match="no sample 9"):
        store.samples.context(9)
