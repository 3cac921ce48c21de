import pytest

from o1desk.core.types import Problem, Sample
from o1desk.store.imports.lines import RowError
from o1desk.store.imports.shapes import Context, kind_of, shape

CONTEXT = Context(environment="imported/quiz", source="quiz.jsonl")
GSM8K = "Half of 48 is <<48/2=24>>24.\nTogether 72.\n#### 72"
TALK = [
    {"role": "system", "content": "Be brief."},
    {"role": "user", "content": "1+1?"},
    {"role": "assistant", "content": "<think>\none\ntwo\n</think>\n\n2"},
]


def meaning(row):
    found = shape(row, CONTEXT)
    if isinstance(found, Sample):
        steps = [step.text for step in found.trace.steps]
        return found.problem.prompt, found.problem.answer, steps
    return found.prompt, found.answer, None


@pytest.mark.parametrize(
    ("row", "wanted"),
    [
        ({"prompt": "1+1", "answer": "2"}, ("1+1", "2", None)),
        ({"question": "1+1", "output": "2"}, ("1+1", "2", None)),
        ({"problem": "1+1", "answer": 2}, ("1+1", "2", None)),
        ({"instruction": "Add", "input": "1 1", "output": "2"}, ("Add\n1 1", "2", None)),
        ({"instruction": "Add", "input": "", "output": "2"}, ("Add", "2", None)),
        ({"prompt": "1+1", "completion": " 2"}, ("1+1", "2", None)),
        ({"question": "q", "answer": GSM8K},
         ("q", "72", ["Half of 48 is <<48/2=24>>24.", "Together 72."])),
        ({"question": "q", "answer": "#### 1,234"}, ("q", "1234", None)),
        ({"question": "q", "answer": "a\n#### 1,23"}, ("q", "1,23", ["a"])),
        ({"problem": "q", "solution": "So $x=\\boxed{\\frac{1}{2}}$."},
         ("q", "\\frac{1}{2}", ["So $x=\\boxed{\\frac{1}{2}}$."])),
        ({"problem": "q", "answer": "5", "solution": "two\nthree\n#### 5"},
         ("q", "5", ["two", "three"])),
        ({"problem": "q", "answer": "\\boxed{5}"}, ("q", "5", None)),
        ({"problem": "q", "answer": "\\boxed{5"}, ("q", "\\boxed{5", None)),
        ({"prompt": "q", "answer": "5", "thinking": "a\nb"}, ("q", "5", ["a", "b"])),
        ({"prompt": "q", "answer": "5", "cot": "a"}, ("q", "5", ["a"])),
        ({"prompt": "q", "answer": "5", "steps": ["a", {"text": "b"}, ""]}, ("q", "5", ["a", "b"])),
        ({"prompt": "q", "answer": "5", "steps": "a\nb"}, ("q", "5", ["a", "b"])),
        ({"prompt": "q", "answer": "5", "steps": None}, ("q", "5", None)),
        ({"prompt": "q", "output": "<think>a\nb</think>5"}, ("q", "5", ["a", "b"])),
        ({"prompt": "q", "output": "a\nb</think>5"}, ("q", "5", ["a", "b"])),
        ({"messages": TALK}, ("1+1?", "2", ["one", "two"])),
        ({"messages": TALK, "answer": "two"}, ("1+1?", "two", ["one", "two"])),
        ({"prompt": TALK[:2], "completion": TALK[2:]}, ("1+1?", "2", ["one", "two"])),
        ({"prompt": TALK[:2], "solution": "2"}, ("1+1?", "2", None)),
        ({"messages": [TALK[1], {"role": "assistant", "content": "2", "reasoning_content": "sum"}]},
         ("1+1?", "2", ["sum"])),
        ({"conversations": [{"from": "human", "value": "1+1?"}, {"from": "gpt", "value": "2"}]},
         ("1+1?", "2", None)),
        ({"messages": [*TALK, {"role": "user", "content": "And 2+2?"},
                       {"role": "assistant", "content": "4"}]},
         ("User: 1+1?\n\nAssistant: 2\n\nUser: And 2+2?", "4", None)),
    ],
)  # fmt: skip
def test_a_row_means_what_its_keys_say(row, wanted):
    assert meaning(row) == wanted


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({"answer": "1"}, "the prompt is missing"),
        ({"prompt": "q"}, "the answer is missing"),
        ({"prompt": None, "answer": "1"}, "'prompt' is no text"),
        ({"prompt": "q", "answer": None}, "'answer' is no text"),
        ({"prompt": "q", "answer": True}, "'answer' is no text"),
        ({"prompt": "q", "answer": ["1"]}, "'answer' is no text"),
        ({"prompt": "q", "answer": "1", "steps": 7}, "'steps' is no list"),
        ({"prompt": "q", "answer": "1", "steps": [7]}, "a step is no text"),
        ({"prompt": "q", "output": "<think>never ends"}, "the answer is empty"),
        ({"messages": "hello"}, "'messages' is no list of turns"),
        ({"messages": []}, "the last turn is not the assistant's"),
        ({"messages": TALK[:2]}, "the last turn is not the assistant's"),
        ({"messages": TALK[2:]}, "nothing was asked"),
        ({"messages": ["hi"]}, "a turn of 'messages' is no object"),
        ({"messages": [{"role": "tool", "content": "x"}]},
         "a turn of 'messages' has no known role or no text"),
    ],
)  # fmt: skip
def test_a_row_that_cannot_be_used_says_why(row, reason):
    with pytest.raises(RowError) as told:
        shape(row, CONTEXT)
    assert told.value.reason == reason


def test_the_marks_of_a_model_are_kept_exactly():
    raw = "<think>\n one\n\ntwo</think>\n\n\n2 "
    found = shape({"prompt": "q", "response": raw}, CONTEXT)
    assert found.raw == raw
    assert found.origin == "import"


def test_what_a_row_says_of_a_problem_is_kept():
    row = {"prompt": "q", "answer": "1/2", "level": "hard", "identity": "half", "id": 7}
    assert shape(row, CONTEXT) == Problem(
        environment="imported/quiz", level="hard", prompt="q", answer="1/2",
        answer_kind="rational", source="quiz.jsonl", identity="half", metadata={"row": {"id": 7}},
    )  # fmt: skip
    strange = shape({"prompt": "q", "answer": "1", "level": "Level 5"}, CONTEXT)
    assert (strange.level, strange.metadata) == ("medium", {"row": {"level": "Level 5"}})


@pytest.mark.parametrize(
    ("answer", "kind"),
    [("72", "integer"), ("-3", "integer"), ("0.5", "rational"), ("3/4", "rational"),
     ("\\frac12", "math"), ("$x$", "math"), ("blue", "text"), ("1,234", "text")],
)  # fmt: skip
def test_the_kind_of_an_answer_is_seen_in_its_form(answer, kind):
    assert kind_of(answer) == kind
