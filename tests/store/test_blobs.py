import pytest

from o1desk.core.errors import StoreUnavailableError
from o1desk.core.types import Step, Trace
from o1desk.store import open_store
from o1desk.store.blobs import KEPT_CHARS, LARGE_CHARS

LONG = "\ud800 " + "word " * (LARGE_CHARS // 4)


def long_sample(sample):
    written = Trace(steps=(Step(text=LONG), Step(text="short")), answer="5")
    return sample(trace=written, raw=LONG)


def test_a_text_over_one_megabyte_comes_back_whole_from_its_blob(store, sample):
    given = long_sample(sample)
    row_id = store.samples.add([given]).ids[0]
    assert store.samples.get(row_id) == given
    kept = store.access.one("SELECT length(raw) FROM sample")
    assert kept == (KEPT_CHARS,)
    assert store.samples.newest()[0].chars == len(LONG)


def test_the_same_long_text_is_kept_once(store, sample):
    store.samples.add([long_sample(sample)])
    files = [path for path in (store.data / "blobs").rglob("*") if path.is_file()]
    assert len(files) == 1
    assert store.access.one("SELECT count(*) FROM large_cell") == (2,)


def test_a_long_message_comes_back_whole(store):
    from o1desk.core.types import Message

    chat = store.conversations.start("long")
    store.conversations.add(chat, Message(role="user", content=LONG))
    assert store.conversations.messages(chat)[0].message.content == LONG


@pytest.mark.parametrize("damage", ["gone", "changed"])
def test_a_lost_blob_is_named_and_the_rest_stays_readable(data, sample, damage):
    with open_store(data) as store:
        row_id = store.samples.add([long_sample(sample)]).ids[0]
        other = store.samples.add([sample(2)]).ids[0]
        blob = next(path for path in (data / "blobs").rglob("*") if path.is_file())
        if damage == "gone":
            blob.unlink()
        else:
            blob.write_bytes(b"something else")
        with pytest.raises(StoreUnavailableError, match="long text"):
            store.samples.get(row_id)
        assert store.samples.get(other) == sample(2)
        assert store.samples.page([row_id])[0].text.startswith("\\ud800 word")
