"""Conversations as trees, with what a person thought of the answers."""

import math

import pytest

from o1desk.core.errors import InputError
from o1desk.core.leaves import Efficiency
from o1desk.core.types import Message
from o1desk.store import open_store
from o1desk.store.conversations import Author

QUESTION = Message(role="user", content="3 + 4?")
ANSWER = Message(role="assistant", content="7", thinking="three and four")


@pytest.fixture
def chat(store):
    return store.conversations.start("sums")


@pytest.fixture
def pair(store, chat):
    asked = store.conversations.add(chat, QUESTION)
    return asked, store.conversations.add(chat, ANSWER, Author(model="starter"), parent=asked)


def test_an_edited_question_and_a_second_answer_are_branches(store, chat, pair):
    asked, _ = pair
    again = store.conversations.add(chat, ANSWER, parent=asked)
    edited = store.conversations.add(chat, Message(role="user", content="3 + 5?"))
    spoken = store.conversations.messages(chat)
    assert [each.parent for each in spoken] == [None, asked, asked, None]
    assert [each.id for each in spoken] == [*pair, again, edited]
    assert spoken[0].created <= spoken[-1].created != ""


def test_a_parent_of_another_conversation_is_refused(store, chat, pair):
    other = store.conversations.start("other")
    for parent in (pair[0], 999):
        with pytest.raises(InputError, match="not in conversation"):
            store.conversations.add(other, QUESTION, parent=parent)
    assert store.conversations.messages(other) == []


def test_details_come_back_exactly_and_grow(store, chat):
    details = {"steps": [{"tokens": 3, "ms": math.inf}], "votes": {"7": 2}, "text": "\ud800"}
    row = store.conversations.add(chat, ANSWER, details=details)
    store.conversations.update_details(row, {"votes": {"7": 3}, "stopped": True})
    (spoken,) = store.conversations.messages(chat)
    assert spoken.details == {**details, "votes": {"7": 3}, "stopped": True}


def test_details_without_a_json_form_or_a_message_are_refused(store, chat, pair):
    with pytest.raises(InputError, match="nothing was stored"):
        store.conversations.add(chat, ANSWER, details={"what": object()})
    with pytest.raises(InputError, match="nothing was stored"):
        store.conversations.update_details(pair[1], {"what": {1, 2}})
    with pytest.raises(InputError, match="no message 999"):
        store.conversations.update_details(999, {})
    assert len(store.conversations.messages(chat)) == 2


def test_a_thumb_can_be_changed_and_taken_back(store, chat, pair):
    for value in (1, -1, 0):
        store.conversations.set_feedback(pair[1], value)
        assert store.conversations.messages(chat)[1].feedback == value
    with pytest.raises(InputError, match="2 is not possible"):
        store.conversations.set_feedback(pair[1], 2)
    with pytest.raises(InputError, match="no message 999"):
        store.conversations.set_feedback(999, 1)


def test_a_message_knows_the_sample_it_became(store, chat, pair, sample):
    row = store.samples.add([sample()]).ids[0]
    store.conversations.link_sample(pair[1], row)
    assert [each.sample for each in store.conversations.messages(chat)] == [None, row]
    with pytest.raises(InputError, match="999 is not possible"):
        store.conversations.link_sample(pair[1], 999)
    with pytest.raises(InputError, match="no message 999"):
        store.conversations.link_sample(999, row)


def test_a_removed_conversation_is_nowhere_until_it_is_restored(store, chat, pair):
    store.conversations.remove(chat)
    assert store.conversations.newest() == store.conversations.search("sums") == []
    assert len(store.conversations.messages(chat)) == 2
    assert store.counts()["message"] == 0
    store.conversations.restore(chat)
    assert store.counts()["message"] == 2
    assert [each.id for each in store.conversations.newest()] == [chat]
    for act in (store.conversations.remove, store.conversations.restore):
        with pytest.raises(InputError, match="no conversation 99"):
            act(99)


def test_a_conversation_gets_another_title(store, chat):
    for title in ("odd \ud800", "plain \\ud800", ""):
        store.conversations.rename(chat, title)
        assert store.conversations.newest()[0].title == title
    with pytest.raises(InputError, match="no conversation 99"):
        store.conversations.rename(99, "x")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("sums", True),
        ("SUM", True),
        ("hree", False),  # thinking is not looked at
        ("100%", True),
        ("100_", False),
        ("\\n", True),
        ("größe", True),
        ("GRÖSSE", False),
        ("GRÖ", True),
        ("三和四", True),
        ("odd \ud800", True),
        ("100% größe", True),
        ("100% nowhere", False),
        ("", True),
        ("   ", True),
        ("'; DROP TABLE message", False),
    ],
)
def test_conversations_are_found_by_title_and_what_was_said(store, chat, pair, typed, found):
    text = "Größe 100% of 三和四, \\n and odd \ud800"
    store.conversations.add(chat, Message(role="user", content=text))
    assert bool(store.conversations.search(typed)) == found


def test_the_newest_find_comes_first(store):
    rows = [store.conversations.start(f"talk {n}") for n in range(5)]
    assert [each.id for each in store.conversations.search("talk", 3)] == rows[:1:-1]


def test_what_was_typed_and_not_sent_survives_a_restart(data):
    with open_store(data) as store:
        chat = store.conversations.start("one")
        assert store.conversations.draft(None) == store.conversations.draft(chat) == ""
        store.conversations.save_draft(None, "new \ud800")
        store.conversations.save_draft(chat, "half a")
        store.conversations.save_draft(chat, "half a sentence")
    with open_store(data) as store:
        assert store.conversations.draft(None) == "new \ud800"
        assert store.conversations.draft(chat) == "half a sentence"
        store.conversations.save_draft(chat, "")
        assert store.conversations.draft(chat) == ""


def test_costs_of_all_conversations_come_with_their_judgement(store, chat, sample):
    def answer(seconds, author, **details):
        cost = Efficiency(seconds=seconds, tokens_answer=3)
        return store.conversations.add(chat, ANSWER, author, cost, details=details)

    answer(1.0, Author(model="starter", adapter="R:4", strategy="vote"), verdict=None)
    answer(2.0, Author(), verdict={"judgement": "incorrect"})
    linked = answer(3.0, Author(), verdict={"judgement": "incorrect"})
    store.conversations.link_sample(linked, store.samples.add([sample()]).ids[0])
    costs = store.conversations.all_costs(10)
    assert [cost.judgement for cost in costs] == [None, "incorrect", "correct"]
    assert costs[0][1:4] == ("starter", "R:4", "vote")
    assert costs[0].cost == Efficiency(seconds=1.0, tokens_answer=3)
    assert [cost.cost.seconds for cost in store.conversations.all_costs(2)] == [2.0, 3.0]
    store.conversations.remove(chat)
    assert store.conversations.all_costs() == []


def test_the_window_finds_its_positions_again(data):
    with open_store(data) as store:
        store.state.set("queue", {"at": 4, "rate": math.nan, "text": "\ud800"})
        store.state.set("gone", 1)
        store.state.set("gone", None)
        with pytest.raises(InputError, match="old value stays"):
            store.state.set("queue", object())
    with open_store(data, read_only=True) as store:
        found = store.state.get("queue")
        assert (found["at"], found["text"]) == (4, "\ud800")
        assert math.isnan(found["rate"])
        assert store.state.get("gone") is None
        assert store.state.get("never") is None
