"""Laws of the reader, over texts that are mean on purpose."""

from itertools import groupby, pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from o1desk.core import trace as core_trace
from o1desk.inference.formats import FORMATS, Format
from o1desk.inference.parser import StreamParser, read

FRAGMENTS = [
    *{mark for form in FORMATS.values() for mark, _ in form.marks},
    *{mark[:4] for form in FORMATS.values() for mark, _ in form.marks},
    "analysis", "final", "assistant", "\n", "\n\n", " ", "<", "|>", "a", "4", "\u00e9",
    "\U0001f600", "\r",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(sorted(FRAGMENTS)), max_size=14).map("".join)
FORMS = st.sampled_from(sorted(FORMATS.values(), key=lambda form: form.name))
THINK_TEXTS = st.lists(
    st.sampled_from(["<think>", "</think>", "<thi", "nk>", "\n", " ", "a", "b c", "\t"]),
    max_size=12,
).map("".join)


def told(
    form: Format, chunks: list[str], *, opened: bool, cut: bool
) -> tuple[list[tuple[str, str]], StreamParser]:
    """Return what was told, neighbours of one kind joined, and the reader."""
    parser = StreamParser(form, opened=opened)
    pieces = [piece for chunk in chunks for piece in parser.feed(chunk)] + parser.finish(cut=cut)
    joined = [
        (kind, text)
        for kind, group in groupby(pieces, key=lambda piece: piece.kind)
        for text in (
            [p.text for p in group] if kind == "step" else ["".join(p.text for p in group)]
        )
    ]
    return joined, parser


def cut_up(text: str, places: list[int]) -> list[str]:
    ends = sorted({place % (len(text) + 1) for place in places} | {0, len(text)})
    return [text[a:b] for a, b in pairwise(ends)]


@given(FORMS, TEXTS, st.lists(st.integers(0, 200), max_size=12), st.booleans(), st.booleans())
def test_the_same_text_is_told_the_same_however_it_is_cut(form, text, places, opened, cut):
    whole, _ = told(form, [text], opened=opened, cut=cut)
    parts, _ = told(form, cut_up(text, places), opened=opened, cut=cut)
    letters, _ = told(form, list(text), opened=opened, cut=cut)
    assert whole == parts == letters


@given(FORMS, TEXTS, st.booleans(), st.booleans())
def test_what_is_told_adds_up_to_what_is_kept(form, text, opened, cut):
    pieces, parser = told(form, list(text), opened=opened, cut=cut)
    answer, thinking = "", ""
    for kind, part in pieces:
        if kind == "recast":
            answer, thinking = "", part
        elif kind == "answer":
            answer += part
        elif kind == "thinking":
            thinking += part
    assert (thinking, answer) == (parser.thinking, parser.answer)
    steps = [part for kind, part in pieces if kind == "step"]
    assert steps == [step.text for step in parser.trace().steps]


@example("\t\n<think>", True)
@given(THINK_TEXTS, st.booleans())
def test_a_whole_text_is_read_as_the_core_reads_it(text, opened):
    assert read(text, opened=opened) == core_trace.parse(text, opened=opened)


@given(FORMS, TEXTS, st.booleans())
def test_an_end_comes_with_nothing_held_back_but_marks(form, text, opened):
    parser = StreamParser(form, opened=opened)
    parser.feed(text)
    parser.finish()
    assert parser.finish() == []
    assert parser.answer == parser.answer.strip()
