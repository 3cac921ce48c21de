import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer
from transformers import AutoTokenizer, PreTrainedTokenizerBase

from o1desk.training.starter.tokenizer import SPECIALS, render, save_tokenizer, train_tokenizer

TEXTS = ["Count the letter e in: these words", "12 + 345 = 357", "Carefully:\n1+2=3\n"] * 50
TURNS = st.lists(
    st.tuples(st.sampled_from(["system", "user"]), st.text(max_size=30)),
    min_size=1,
    max_size=4,
)


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return train_tokenizer(TEXTS, 400)


@pytest.fixture(scope="module")
def loaded(
    tokenizer: Tokenizer, tmp_path_factory: pytest.TempPathFactory
) -> PreTrainedTokenizerBase:
    folder = tmp_path_factory.mktemp("tokenizer")
    save_tokenizer(tokenizer, folder)
    return AutoTokenizer.from_pretrained(folder)


@settings(deadline=None)
@given(number=st.integers(min_value=0))
def test_every_digit_is_one_token(tokenizer: Tokenizer, number: int):
    assert tokenizer.encode(str(number)).tokens == list(str(number))


@pytest.mark.parametrize("before", ["", " "])
def test_every_letter_is_one_token_bare_and_after_a_space(tokenizer: Tokenizer, before: str):
    for letter in string.ascii_letters:
        assert len(tokenizer.encode(before + letter).ids) == 1, letter


def test_a_word_spelled_out_costs_one_token_a_letter(tokenizer: Tokenizer):
    assert len(tokenizer.encode("t h e s e").ids) == 5


@settings(deadline=None)
@given(text=st.text())
def test_any_text_comes_back_from_its_tokens(tokenizer: Tokenizer, text: str):
    assert tokenizer.decode(tokenizer.encode(text).ids, skip_special_tokens=False) == text


@settings(deadline=None)
@given(raw=st.binary())
def test_any_bytes_read_as_latin_1_come_back(tokenizer: Tokenizer, raw: bytes):
    text = raw.decode("latin-1")
    assert tokenizer.decode(tokenizer.encode(text).ids, skip_special_tokens=False) == text


def test_control_marks_are_single_tokens_at_the_front_of_the_vocabulary(tokenizer: Tokenizer):
    assert [tokenizer.encode(mark).ids for mark in SPECIALS] == [[i] for i in range(len(SPECIALS))]


@settings(deadline=None)
@given(head=st.text(max_size=20), tail=st.text(min_size=1, max_size=20))
def test_a_line_break_after_punctuation_does_not_change_the_tokens_before_it(
    tokenizer: Tokenizer, head: str, tail: str
):
    begin = f"{head}1:"
    whole = tokenizer.encode(f"{begin}\nx{tail}").ids
    assert whole[: len(tokenizer.encode(begin).ids)] == tokenizer.encode(begin).ids


@pytest.mark.parametrize("thinking", [True, False])
@settings(deadline=None)
@given(turns=TURNS)
def test_the_quick_rendering_equals_the_chat_template(
    loaded: PreTrainedTokenizerBase, turns: list[tuple[str, str]], thinking: bool
):
    messages = [{"role": role, "content": content} for role, content in turns]
    templated = loaded.apply_chat_template(
        messages, tokenize=False, add_generation_prompt=True, enable_thinking=thinking
    )
    assert templated == render(turns, thinking=thinking)


def test_earlier_thinking_is_left_out_of_the_next_prompt(loaded: PreTrainedTokenizerBase):
    messages = [
        {"role": "user", "content": "1 + 1 ="},
        {"role": "assistant", "content": "<think>\nCarefully:\n1+1=2\n</think>\n\n2"},
        {"role": "user", "content": "2 + 2 ="},
    ]
    templated = loaded.apply_chat_template(messages, tokenize=False, add_generation_prompt=True)
    turns = [("user", "1 + 1 ="), ("assistant", "2"), ("user", "2 + 2 =")]
    assert templated == render(turns, thinking=True)


def test_transformers_gives_the_same_tokens(tokenizer: Tokenizer, loaded: PreTrainedTokenizerBase):
    text = render([("user", "Spell backward: house, 12 + 3 =")], thinking=True)
    assert loaded(text, add_special_tokens=False)["input_ids"] == tokenizer.encode(text).ids
