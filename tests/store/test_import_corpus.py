"""Difficult files: what each holds, how many rows are good, which lines are bad and why."""

import json

import pytest

from o1desk.core.errors import InputError
from o1desk.store.export import export
from o1desk.store.imports.importer import ImportOptions, import_file

A, B = '{"prompt": "1+1", "answer": "2"}', '{"prompt": "2+2", "answer": "4"}'
TALL = '{"prompt": "x", "answer": ' + "[" * 100_000 + "]" * 100_000 + "}"
TWICE = '{"prompt": "1", "answer": "2", "answer": "3"}'
LATIN = '{"prompt": "é", "answer": "1"}\n'.encode("latin-1") + B.encode()
NAN = """{"prompt": "p", "answer": "1", "score": NaN}
{"prompt": "q", "answer": "1", "score": -Infinity}
"""
ZEROS = "0" * 5000

CORPUS = {
    "good": (f"{A}\n{B}\n", 2, {}),
    "blank lines": (f"{A}\n\n   \n{B}\n\nx\n", 2, {6: "not JSON"}),
    "no final newline": (f"{A}\n{B}", 2, {}),
    "truncated last": (f"{A}\n{B[:20]}", 1, {2: "incomplete last line"}),
    "trailing comma": (f"{A},\n{B}\n", 1, {1: "a comma after the row"}),
    "single quotes": (f"{A}\n{{'prompt': '1', 'answer': '2'}}\n", 1, {2: "not JSON"}),
    "array": (f"[{A},\n {B}]\n", 2, {}),
    "non object": (
        f'{A}\n[1, 2]\n"text"\n3\nnull\n{B}\n',
        2,
        dict.fromkeys((2, 3, 4, 5), "not an object"),
    ),
    "byte order mark": (b"\xef\xbb\xbf" + f"{A}\n{B}\n".encode(), 2, {}),
    "carriage returns": (f"{A}\r\n{B}\r\n", 2, {}),
    "utf-16": (f"{A}\n{B}\n".encode("utf-16"), 2, {}),
    "utf-16 big endian": (b"\xfe\xff" + f"{A}\n{B}\n".encode("utf-16-be"), 2, {}),
    "utf-32": (f"{A}\n{B}\n".encode("utf-32"), 2, {}),
    "utf-16 cut": (f"{A}\n{B}\n".encode("utf-16")[:-1], 1, {2: "not UTF-16"}),
    "latin-1": (LATIN, 1, {1: "not UTF-8"}),
    "line separators": ('{"prompt": "a\u2028b\u0085c", "answer": "1"}\n', 1, {}),
    "duplicate key": (f"{TWICE}\n", 0, {1: "a key occurs twice"}),
    "missing key": (f'{A}\n{{"prompt": "3"}}\n', 1, {2: "the answer is missing"}),
    "wrong type": (f'{A}\n{{"prompt": 7, "answer": {{"x": 1}}}}\n', 1, {2: "'prompt' is no text"}),
    "not a number": (NAN, 2, {}),
    "huge float": (f'{{"prompt": "p", "answer": "1", "score": 1{"0" * 400}.0}}\n', 1, {}),
    "big integer": ('{"prompt": "p", "answer": "1", "n": 9223372036854775808}\n', 1, {}),
    "5,000 digits": (f'{{"prompt": "p", "answer": "1", "n": 1{ZEROS}}}\n', 1, {}),
    "lone surrogate": ('{"prompt": "\\ud800 half", "answer": "1"}\n', 1, {}),
    "nul": ('{"prompt": "a\\u0000b", "answer": "1"}\n', 1, {}),
    "deep": (f"{A}\n{TALL}\n{B}\n", 2, {2: "nested too deeply"}),
    "rather deep": (
        f'{A}\n{{"prompt": "x", "answer": "1", "more": {"[" * 600}{"]" * 600}}}\n',
        1,
        {2: "nested too deeply"},
    ),
    "bidi": ('{"prompt": "\u202e321\u202c", "answer": "1"}\n', 1, {}),
    "empty values": ('{"prompt": " ", "answer": "1"}\n{"prompt": "p", "answer": ""}\n', 0,
                     {1: "the prompt is empty", 2: "the answer is empty"}),
    "array with a bad element": (f"[{A},\n {{'x'}},\n{B}]", 1, {2: "not JSON"}),
    "array with a double key": (f"[{TWICE},\n{A}]", 1, {1: "a key occurs twice"}),
    "array and more": (f"[{A}]\n[{B}]\n", 1, {1: "something follows the array"}),
    "array never closed": (f"[{A},\n{B},\n", 2, {3: "the array is not closed"}),
    "empty array of lists": (f"[]\n{A}\n", 1, {1: "not an object"}),
}  # fmt: skip


def put(folder, name, content):
    path = folder / f"{name.replace(' ', '_').replace(',', '')}.jsonl"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.mark.parametrize("name", CORPUS)
def test_good_rows_are_stored_and_bad_lines_reported(store, tmp_path, name):
    content, good, bad = CORPUS[name]
    result = import_file(store, put(tmp_path, name, content))
    told = {line: reason for reason, found in result.rejects.items() for line in found.lines}
    assert told == bad
    assert result.kept == store.counts()["problem"] == good
    assert result.generated == good + len(bad)
    assert store.check() == ""


@pytest.mark.parametrize("name", [name for name, (_, good, _) in CORPUS.items() if good])
def test_what_was_imported_comes_back_from_an_export(store, tmp_path, name):
    from o1desk.store import open_store

    import_file(store, put(tmp_path, name, CORPUS[name][0]))
    path = tmp_path / "dump.jsonl"
    export(store, "problems", "jsonl", path)
    with open_store(tmp_path / "other") as other:
        import_file(other, path)
        for mine, theirs in zip(store.problems.each(), other.problems.each(), strict=True):
            assert str(mine) == str(theirs)  # NaN is not equal to itself


@pytest.mark.parametrize("content", [b"", b"\n  \n\n", b"\xef\xbb\xbf"])
def test_a_file_without_rows_says_so(store, tmp_path, content):
    with pytest.raises(InputError, match=r"is empty|holds no rows"):
        import_file(store, put(tmp_path, "empty", content))


@pytest.mark.parametrize("name", ["trailing comma", "latin-1", "missing key", "deep"])
def test_a_strict_import_stores_nothing_and_names_the_line(store, tmp_path, name):
    content, _, bad = CORPUS[name]
    with pytest.raises(InputError, match=rf"line {min(bad)}: .*nothing was imported"):
        import_file(store, put(tmp_path, name, content), ImportOptions(strict=True))
    assert store.counts()["problem"] == 0
    assert list(store.data.glob("datasets/*")) == []


def test_numbers_no_one_can_hold_are_kept_as_text(store, tmp_path):
    for name in ("huge float", "big integer", "5,000 digits"):
        import_file(store, put(tmp_path, name, CORPUS[name][0]))
    rows = [found.metadata["row"] for found in store.problems.each()]
    assert rows[0] == {"score": "1" + "0" * 400 + ".0"}
    assert rows[1] == {"n": "9223372036854775808"}
    assert rows[2] == {"n": "1" + ZEROS}


def test_the_offset_of_a_foreign_byte_is_told(store, tmp_path):
    result = import_file(store, put(tmp_path, "latin-1", CORPUS["latin-1"][0]))
    assert result.rejects["not UTF-8"].detail == "not UTF-8 at byte 13 of the line"


@pytest.mark.parametrize(
    "content",
    [
        json.dumps({"data": [json.loads(A), json.loads(B)]}, indent=1),
        json.dumps([json.loads(A), json.loads(B)], indent=1),
        f"{A}\n{B}\n",
    ],
)
def test_a_json_document_is_read_whatever_its_form(store, tmp_path, content):
    path = tmp_path / "some.json"
    path.write_text(content)
    assert import_file(store, path).kept == 2


def test_an_array_that_is_not_utf8_is_named_by_its_line(store, tmp_path):
    path = tmp_path / "some.json"
    path.write_bytes(b"[" + LATIN + b"]")
    assert "not UTF-8" in import_file(store, path).rejects


def test_a_single_json_object_is_one_row(store, tmp_path):
    path = tmp_path / "one.json"
    path.write_text(json.dumps(json.loads(A), indent=2))
    assert import_file(store, path).kept == 1


def test_a_document_beyond_the_memory_is_refused(store, tmp_path, monkeypatch):
    monkeypatch.setattr("o1desk.store.imports.lines.DOCUMENT_MB", 0)
    path = tmp_path / "big.json"
    path.write_text(f"[{A}]")
    with pytest.raises(InputError, match="convert it to JSONL"):
        import_file(store, path)
