"""The starter's tokenizer: byte-level BPE, one token per digit, every single letter a token."""

import json
import string
from collections.abc import Iterable, Iterator
from pathlib import Path

from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, pre_tokenizers, trainers

PAD = "<|endoftext|>"
START = "<|im_start|>"
END = "<|im_end|>"
THINK_OPEN = "<think>"
THINK_CLOSE = "</think>"
SPECIALS = (PAD, START, END, THINK_OPEN, THINK_CLOSE)
CONTROL_MARKS = (PAD, START, END)

# The split of the Qwen2 family (words with one leading mark, single digits, runs of punctuation)
# but for one thing: line breaks never join the punctuation before them, so that a text cut at the
# end of a step has the tokens it had inside the whole.
_SPLIT = (
    r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}"
    r"| ?[^\s\p{L}\p{N}]+|\s*[\r\n]+|\s+(?!\S)|\s+"
)
_LETTER_REPEATS = 20_000

CHAT_TEMPLATE = """\
{%- for message in messages %}
{%- set content = message.content %}
{%- if message.role == 'assistant' and not loop.last and '</think>' in content %}
{%- set content = content.split('</think>')[-1].lstrip('\\n') %}
{%- endif %}
{{- '<|im_start|>' + message.role + '\\n' + content + '<|im_end|>\\n' }}
{%- endfor %}
{%- if add_generation_prompt %}
{{- '<|im_start|>assistant\\n<think>\\n' }}
{%- if enable_thinking is defined and enable_thinking is false %}
{{- '\\n</think>\\n\\n' }}
{%- endif %}
{%- endif %}"""


def train_tokenizer(texts: Iterable[str], vocab_size: int) -> Tokenizer:
    """Learn the merges from texts.

    Every byte is in the vocabulary, so any text can be expressed. The letters of the alphabet,
    bare and after a space, are made frequent on purpose: working that spells a word out costs
    one token per letter.

    Args:
        texts: Plain texts, without control marks.
        vocab_size: Size of the vocabulary, marks and bytes included.
    """
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(_SPLIT), behavior="isolated"),
            pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False),
        ]
    )
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=vocab_size,
        special_tokens=[AddedToken(m, special=m in CONTROL_MARKS) for m in SPECIALS],
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    tokenizer.train_from_iterator(_with_letters(texts), trainer=trainer)
    return tokenizer


def _with_letters(texts: Iterable[str]) -> Iterator[str]:
    yield from texts
    line = "".join(f" {letter}" for letter in string.ascii_letters)
    for _ in range(_LETTER_REPEATS):
        yield line


def save_tokenizer(tokenizer: Tokenizer, folder: Path) -> None:
    """Write `tokenizer.json` and `tokenizer_config.json` as transformers reads them."""
    folder.mkdir(parents=True, exist_ok=True)
    plain = json.loads(tokenizer.to_str())
    for mark in plain["added_tokens"]:
        # The trainer makes every mark special; readers that skip special tokens would hide the
        # reasoning marks.
        mark["special"] = mark["content"] in CONTROL_MARKS
    text = json.dumps(plain, indent=1, ensure_ascii=False)
    (folder / "tokenizer.json").write_text(text + "\n", encoding="utf-8")
    config = {
        "tokenizer_class": "PreTrainedTokenizerFast",
        "model_max_length": 2048,
        "add_bos_token": False,
        "add_prefix_space": False,
        "clean_up_tokenization_spaces": False,
        "bos_token": None,
        "eos_token": END,
        "pad_token": PAD,
        "unk_token": None,
        "chat_template": CHAT_TEMPLATE,
    }
    text = json.dumps(config, indent=2, ensure_ascii=False)
    (folder / "tokenizer_config.json").write_text(text + "\n", encoding="utf-8")


def render(messages: Iterable[tuple[str, str]], *, thinking: bool) -> str:
    """Return the prompt that the chat template makes of (role, content) pairs.

    The same text as the template of `tokenizer_config.json` with a generation prompt (a test
    compares them), without the cost of running it for every document.
    """
    turns = "".join(f"{START}{role}\n{content}{END}\n" for role, content in messages)
    opening = f"{START}assistant\n{THINK_OPEN}\n"
    return turns + opening + ("" if thinking else f"\n{THINK_CLOSE}\n\n")
