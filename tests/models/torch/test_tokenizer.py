"""Our tokenizer gives the ids and the text of transformers', and streams whole characters."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from o1desk.core.errors import DamagedModelError, MissingModelError
from o1desk.core.types import Message
from o1desk.models.tokenizer import Tokenizer

TEXTS = (
    "",
    "the quick fox",
    " leading and trailing \n\n",
    "<|im_start|>user\nhi<|im_end|>\n<think>a</think>",
    "Ünïcödé, 日本語, 中文字, ไทย, العربية",
    "👍🏽 👨‍👩‍👧‍👦 🇩🇪 é",
    "\N{REPLACEMENT CHARACTER} and \x00 and \u200b",
)
CHAT = (
    Message(role="system", content="Be brief."),
    Message(role="user", content="1 + 1? 👍"),
    Message(role="assistant", content="2", thinking="one, two"),
    Message(role="user", content='<b>sure</b> & "safe"?'),
)


@pytest.fixture(scope="module")
def ours(folder):
    return Tokenizer.from_folder(folder)


@pytest.fixture(scope="module")
def theirs(folder):
    from transformers import AutoTokenizer

    return AutoTokenizer.from_pretrained(folder)


def as_dicts(messages):
    return [
        {"role": one.role, "content": one.content}
        | ({"reasoning_content": one.thinking} if one.thinking else {})
        for one in messages
    ]


@pytest.mark.parametrize("text", TEXTS)
def test_ids_equal_those_of_transformers(ours, theirs, text):
    assert ours.encode(text) == theirs.encode(text, add_special_tokens=False)
    assert ours.decode(ours.encode(text)) == theirs.decode(
        theirs.encode(text, add_special_tokens=False), skip_special_tokens=True
    )


@pytest.mark.parametrize("thinking", [True, False])
def test_prompts_equal_those_of_transformers(ours, theirs, thinking):
    text = ours.render(CHAT, thinking=thinking)
    options = {"add_generation_prompt": True, "enable_thinking": thinking}
    assert text == theirs.apply_chat_template(as_dicts(CHAT), tokenize=False, **options)
    ids = theirs.apply_chat_template(as_dicts(CHAT), return_dict=False, **options)
    assert ours.encode(text) == ids


def test_reasoning_marks_stay_and_control_marks_go(ours):
    ids = ours.encode("<think>a</think>b<|im_end|><|endoftext|>")
    assert ours.decode(ids) == "<think>a</think>b"


def test_reasoning_marks_stay_even_as_special_tokens(folder, tmp_path):
    text = (folder / "tokenizer.json").read_text()
    data = json.loads(text)
    for token in data["added_tokens"]:
        token["special"] = True
    (tmp_path / "tokenizer.json").write_text(json.dumps(data))
    tokenizer = Tokenizer.from_folder(tmp_path)
    assert tokenizer.decode(tokenizer.encode("<think>a</think><|im_end|>")) == "<think>a</think>"


def test_a_lone_surrogate_does_not_stop_a_person(ours):
    assert ours.decode(ours.encode("a\ud83db")) == "a?b"


def stream(tokenizer, ids):
    streamer = tokenizer.streamer()
    return [streamer.feed(one) for one in ids] + [streamer.flush()]


@given(st.text(max_size=40))
def test_a_stream_adds_up_to_the_text_and_never_cuts_a_character(ours, text):
    ids = ours.encode(text)
    pieces = stream(ours, ids)
    assert "".join(pieces) == ours.decode(ids)
    if "\N{REPLACEMENT CHARACTER}" not in text:
        assert not any("\N{REPLACEMENT CHARACTER}" in piece for piece in pieces)


@given(st.lists(st.integers(0, 319), max_size=30))
def test_a_stream_of_any_tokens_adds_up_to_their_text(ours, ids):
    assert "".join(stream(ours, ids)) == ours.decode(ids)


def test_an_emoji_comes_with_its_last_byte(ours):
    ids = ours.encode("👍")
    assert len(ids) == 4
    assert stream(ours, ids) == ["", "", "", "👍", ""]


def test_every_end_of_a_turn_is_known(folder, ours, tmp_path):
    assert ours.eos_ids == (3, ours.token_id("<|im_end|>"))
    assert ours.pad_id == ours.token_id("<|endoftext|>")
    for name in ("tokenizer.json", "tokenizer_config.json"):
        (tmp_path / name).write_bytes((folder / name).read_bytes())
    (tmp_path / "generation_config.json").write_text('{"eos_token_id": [7, 2]}')
    assert Tokenizer.from_folder(tmp_path).eos_ids == (7, 2)


def test_without_a_template_the_prompt_is_plain_and_said_so(folder, tmp_path):
    (tmp_path / "tokenizer.json").write_bytes((folder / "tokenizer.json").read_bytes())
    tokenizer = Tokenizer.from_folder(tmp_path)
    assert tokenizer.render([Message(role="user", content="1 + 1 =")]) == "1 + 1 =\n"
    assert "no chat template" in tokenizer.notice


@pytest.mark.parametrize(
    "template",
    ["{{ 1 }}", [{"name": "tool", "template": "2"}, {"name": "default", "template": "{{ 1 }}"}]],
)
def test_a_template_is_found_in_the_settings(folder, tmp_path, template):
    (tmp_path / "tokenizer.json").write_bytes((folder / "tokenizer.json").read_bytes())
    (tmp_path / "tokenizer_config.json").write_text(json.dumps({"chat_template": template}))
    assert Tokenizer.from_folder(tmp_path).render(CHAT) == "1"
    (tmp_path / "chat_template.jinja").write_text("its own file", encoding="utf-8")
    assert Tokenizer.from_folder(tmp_path).render(CHAT) == "its own file"


def test_older_kinds_of_tokenizer_are_converted(tmp_path, theirs):
    vocabulary = {token: number for token, number in theirs.get_vocab().items() if "<" not in token}
    ordered = sorted(vocabulary, key=vocabulary.get)
    table = {token: number for number, token in enumerate(ordered)}
    (tmp_path / "vocab.json").write_text(json.dumps(table))
    (tmp_path / "merges.txt").write_text("#version: 0.2\n")
    config = {"tokenizer_class": "Qwen2Tokenizer", "model_type": "qwen2"}
    (tmp_path / "tokenizer_config.json").write_text(json.dumps(config))
    tokenizer = Tokenizer.from_folder(tmp_path)
    assert tokenizer.decode(tokenizer.encode("the quick 日本")) == "the quick 日本"


def test_a_missing_tokenizer_and_a_damaged_one_are_told_apart(tmp_path):
    with pytest.raises(MissingModelError, match="no tokenizer"):
        Tokenizer.from_folder(tmp_path)
    (tmp_path / "tokenizer.json").write_text('{"version": "1.0"')
    with pytest.raises(DamagedModelError, match="damaged"):
        Tokenizer.from_folder(tmp_path)
