from o1desk.core.events import Stamped, TokenText
from o1desk.gui.pages.chat.as_sample import sample_of
from o1desk.gui.pages.chat.context import Choice, Context
from o1desk.gui.pages.chat.outcome import Pending, cut_short, failed, finished
from o1desk.gui.pages.chat.tree import Turn, steps_from


def pending(text="", **choice):
    made = Pending(
        conversation=1, parent=1, choice=Choice(**choice), context=Context(messages=[]), seed=3
    )
    if text:
        said = TokenText(id=1, text=text, n=4, part="thinking")
        made.stream.take([Stamped(seq=1, t=0.0, event=said)])
    return made


VALUE = {
    "answer": "7",
    "thinking": "3 + 4",
    "raw": "<think>3 + 4</think>7",
    "steps": [{"text": "3 + 4", "tokens": 3, "ms": 5.0}],
    "efficiency": {"tokens_thinking": 3, "tokens_answer": 1, "seconds": 0.5},
    "model": "starter@run-1:40",
    "verdict": {"judgement": "correct", "method": "exact"},
}


def test_a_finished_answer_keeps_what_the_worker_said():
    outcome = finished(pending(model="starter@run-1"), VALUE)
    assert (outcome.message.content, outcome.message.thinking) == ("7", "3 + 4")
    assert (outcome.author.model, outcome.author.adapter) == ("starter", "run-1:40")
    assert outcome.details["verdict"]["judgement"] == "correct"
    assert outcome.details["sampling"]["seed"] == 3
    assert outcome.cost is not None
    assert outcome.cost.tokens_thinking == 3


def test_a_stopped_answer_keeps_the_part_that_was_seen():
    outcome = finished(pending("half a th"), {"stopped": True, "error": "The answer was stopped"})
    assert outcome.message.thinking == "half a th"
    assert outcome.details["stopped"] is True
    assert "failed" not in outcome.details


def test_a_stop_before_the_first_word_costs_nothing():
    outcome = cut_short(pending())
    assert outcome.cost is None
    assert outcome.message.content == ""


def test_a_fault_keeps_text_and_reason():
    outcome = failed(pending("half"), "The worker was killed", "crash")
    assert outcome.message.thinking == "half"
    assert outcome.details["failed"] == {"message": "The worker was killed", "reason": "crash"}


def test_memory_that_ran_out_halfway_is_a_fault_with_its_text():
    value = VALUE | {"error": "Memory ran out", "stopped": False}
    outcome = finished(pending(), value)
    assert outcome.message.content == "7"
    assert outcome.details["failed"]["message"] == "Memory ran out"


def turns(outcome):
    asked = Turn(id=1, role="user", text="3 + 4 =")
    told = Turn(
        id=2,
        role="assistant",
        text=outcome.message.content,
        thinking=outcome.message.thinking,
        parent=1,
        author=outcome.author,
        details=outcome.details,
        steps=steps_from(outcome.details, outcome.message.thinking),
    )
    return [asked, told]


def test_an_answer_becomes_a_sample_of_its_question():
    sample = sample_of(turns(finished(pending(), VALUE)))
    assert (sample.origin, sample.problem.prompt) == ("chat", "3 + 4 =")
    assert [step.tokens for step in sample.trace.steps] == [3]
    assert sample.verdict is not None
    assert sample.verdict.is_correct


def test_a_recognised_question_becomes_the_problem_of_its_environment():
    known = {"environment": "basic_arithmetic", "level": "easy", "prompt": "3 + 4 =", "answer": "7"}
    sample = sample_of(turns(finished(pending(), VALUE | {"problem": known})))
    assert (sample.problem.environment, sample.problem.answer) == ("basic_arithmetic", "7")


def test_a_follow_up_question_carries_what_came_before():
    path = turns(finished(pending(), VALUE))
    again = Turn(id=3, role="user", text="twice that?", parent=2)
    last = Turn(id=4, role="assistant", text="14", parent=3)
    prompt = sample_of([*path, again, last]).problem.prompt
    assert prompt == "Question: 3 + 4 =\n\nAnswer: 7\n\nQuestion: twice that?"
