import math

import pytest

from o1desk.core.errors import InputError
from o1desk.core.leaves import Efficiency
from o1desk.core.runs import Run
from o1desk.core.types import Message
from o1desk.store.conversations import Author


def test_a_conversation_comes_back_in_order_with_its_authors(store):
    chat = store.conversations.start("sums \ud800")
    author = Author(model="starter", adapter="R:4", strategy="vote")
    answer = Message(role="assistant", content="7 \ud800", thinking="3 and 4")
    store.conversations.add(chat, Message(role="user", content="3 + 4?"))
    store.conversations.add(chat, answer, author)
    first, second = store.conversations.messages(chat)
    assert (first.message.content, first.author) == ("3 + 4?", Author())
    assert (second.message, second.author) == (answer, author)
    listed = store.conversations.newest()
    assert [(c.title, c.messages) for c in listed] == [("sums \ud800", 2)]


def test_the_conversation_spoken_in_last_comes_first(store):
    old, new = store.conversations.start("old"), store.conversations.start("new")
    store.conversations.add(old, Message(role="user", content="hi"))
    assert [c.id for c in store.conversations.newest()] == [old, new]


def test_what_an_answer_cost_is_kept_beside_it(store):
    chat = store.conversations.start("cost")
    cost = Efficiency(ttft_ms=12.5, decode_tps=math.nan, tokens_answer=3, seconds=1.0, calls=4)
    row = store.conversations.add(
        chat, Message(role="assistant", content="7"), Author(model="starter"), cost
    )
    assert store.conversations.costs(chat) == [
        (row, Efficiency(ttft_ms=12.5, decode_tps=None, tokens_answer=3, seconds=1.0, calls=4))
    ]


@pytest.mark.parametrize(("chat", "role"), [(99, "user"), (1, "oracle")])
def test_a_message_without_a_conversation_or_role_is_refused(store, chat, role):
    store.conversations.start("one")
    with pytest.raises(InputError, match="not stored"):
        store.conversations.add(chat, Message(role=role, content="hi"))


def test_what_is_known_of_a_model_grows(store):
    first = store.models.put("starter")
    again = store.models.put("starter", kind="torch", path="/m", sha256="ab", details={"n": 2**70})
    store.models.put("starter")
    assert first == again
    model = store.models.find("starter")
    assert (model.kind, model.path, model.sha256, model.details) == (
        "torch",
        "/m",
        "ab",
        {"n": 2**70},
    )
    assert store.models.find("other") is None


def test_an_adapter_is_linked_when_its_run_arrives_later(store, sample, data):
    store.samples.add([sample(1, model="starter", adapter="R1:40"), sample(2, adapter="plain")])
    assert {(a.ref, a.run, a.step) for a in store.adapters.all()} == {
        ("R1:40", None, 40),
        ("plain", None, None),
    }
    store.runs.put(Run(id="R1", role="train", folder=data, created="now"))
    linked = store.adapters.all(run="R1")
    assert [(a.ref, a.model) for a in linked] == [("R1:40", "starter")]


def test_an_adapter_learns_its_model_later(store, sample):
    store.samples.add([sample(1, adapter="R1:4")])
    store.samples.add([sample(2, model="starter", adapter="R1:4")])
    assert [a.model for a in store.adapters.all()] == ["starter"]


def test_a_step_beyond_all_numbers_stays_part_of_the_name(store, sample):
    store.samples.add([sample(1, adapter="R1:" + "9" * 40)])
    assert [(a.run, a.step) for a in store.adapters.all()] == [(None, None)]
