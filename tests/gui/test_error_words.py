"""Trouble in the language of the window: what is known is said anew, as the engine says it."""

import ast
import errno
import os
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from o1desk.core.errors import (
    InputError,
    NoSpaceError,
    O1DeskError,
    StoreUnavailableError,
    UnknownNameError,
)
from o1desk.core.events import Failed
from o1desk.core.runs import RunEnd, RunState
from o1desk.gui.error_phrases import PHRASES
from o1desk.gui.error_sentences import SENTENCES
from o1desk.gui.error_words import LEAD, LONGEST, SYSTEM, in_words, phrase_in_words
from o1desk.gui.live_run import LiveRun
from o1desk.gui.ops import sentence_of
from o1desk.gui.pages.data.importing import reject_texts
from o1desk.gui.widgets.job_card import JobCard
from o1desk.jobs.endings import end_of, vanished
from o1desk.store import open_store
from o1desk.store.imports.importer import import_file

PACKAGE = Path(__file__).resolve().parent.parent.parent / "o1desk"
TABLES = {PACKAGE / "gui" / f"error_{name}.py" for name in ("words", "phrases", "sentences")}
ENGINE = sorted(
    path for path in (*PACKAGE.rglob("*.py"),) if path not in TABLES and "bench" not in path.parts
)  # the window raises a few such sentences itself, on threads that know no language


class Marked(QTranslator):
    """A language in which every text is itself between marks."""

    def translate(self, context, text, disambiguation=None, n=-1):
        return f"<{text}>" if context == "errors" else ""

    def isEmpty(self):  # noqa: N802 - Qt's name
        return False


@pytest.fixture
def marked(qapp):
    """Another language is in force."""
    made = Marked()
    QCoreApplication.installTranslator(made)
    yield
    QCoreApplication.removeTranslator(made)


def template_of(node):
    """Return a text as the tables write it: what is filled in as %1, %2; None for other things."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else None
    if not isinstance(node, ast.JoinedStr):
        return None
    parts, number = [], 0
    for value in node.values:
        if isinstance(value, ast.Constant):
            parts.append(value.value)
        else:
            number += 1
            parts.append(f"%{number}")
    return "".join(parts)


def texts_of(paths):
    return {
        text
        for path in paths
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if (text := template_of(node))
    }


def test_every_sentence_that_the_window_knows_is_one_of_the_engine():
    said = texts_of(ENGINE)
    assert [each for each in (*SENTENCES, *PHRASES) if each not in said] == []


@pytest.mark.parametrize("text", SYSTEM)
def test_what_the_system_says_is_what_it_says(text):
    assert os.strerror(getattr(errno, SYSTEM[text])) == text


def test_only_placeholders_that_are_there_hold_phrases():
    for template, nested in {**SENTENCES, **PHRASES}.items():
        assert all(f"%{number}" in template for number in nested), template


def test_every_reason_why_a_row_is_bad_is_known():
    reasons = set()
    for path in sorted((PACKAGE / "store" / "imports").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "RowError":
                reasons |= {text for each in node.args if (text := template_of(each))}
    assert len(reasons) > 30
    assert sorted(reasons - set(PHRASES)) == []


def test_everything_that_cannot_be_done_with_the_store_is_known():
    doings = set()
    for path in sorted((PACKAGE / "store").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.keyword) and node.arg == "doing":
                doings.add(template_of(node.value))
    assert sorted(doings - {None} - set(PHRASES)) == []


# --- what is said ---


def test_in_english_nothing_is_another(qapp):
    for sentence in ("There is no run called 'a'; there is none yet", "KeyError: 'x'", ""):
        assert in_words(sentence) == sentence


def test_a_sentence_is_said_anew_with_its_names_as_they_are(marked):
    error = UnknownNameError("dataset", "run", ["runs"])
    assert sentence_of(error) == "<There is no <dataset> called 'run'; <did you mean 'runs'?>>"


def test_what_is_not_known_stays_under_a_lead(marked):
    assert in_words("The moon is full") == f"<{LEAD}>".replace("%1", "The moon is full")
    assert sentence_of(KeyError("x")) == f"<{LEAD}>".replace("%1", "KeyError: 'x'")
    assert phrase_in_words("the moon is full") == "the moon is full"


def test_what_is_in_another_language_already_is_left_alone(marked):
    sentence = "\u8fd9\u4e2a\u6587\u4ef6\u5939\u53ea\u8bfb"
    assert in_words(sentence) == sentence


def test_the_longer_template_wins(marked):
    sentence = (
        "Could not store the label: the disk is full (0.3 MB free in /data); nothing of it was "
        "stored; free some space and try again"
    )
    assert in_words(sentence).startswith("<Could not <store the label>: the disk is full (0.3 MB")


def test_a_path_of_any_shape_is_carried_over(marked):
    path = "/a %1; b: 'c'\n(d)/\u4e2d"
    found = in_words(f"There is no database in {path}; nothing was changed")
    assert found == f"<There is no database in {path}; nothing was changed>"


def test_what_is_longer_than_any_sentence_is_not_compared(marked):
    sentence = "There is no " * LONGEST
    assert in_words(sentence).endswith(f"{sentence}>")


KNOWN = [
    StoreUnavailableError(
        "Could not read the database: another program has locked the database; nothing of it was "
        "stored; close that program and try again"
    ),
    NoSpaceError("The disk is full: a.json needs 1.0 MB in /d; the previous version was kept; "
                 "free some space and try again"),
    InputError("'count' must be from 1 to 9, not 0; nothing was written"),
    InputError("Run R1 is still at work; wait for it or cancel it"),
    InputError(
        "Another O1 Desk (process 7) uses the data folder /d; nothing was changed; close it, or "
        "choose another folder with --data"
    ),
]  # fmt: skip


@pytest.mark.parametrize("error", KNOWN, ids=lambda error: str(error)[:30])
def test_common_trouble_is_known(marked, error):
    assert sentence_of(error).startswith("<")
    assert LEAD.partition("%1")[0] not in sentence_of(error)


ENDS = [
    vanished(),
    end_of(-9, None),
    end_of(-11, None),
    end_of(0, None),
    end_of(77, None),
    end_of(-15, None, forced="terminate"),
    end_of(0xC0000005, None),
    end_of(1, None),
    end_of(4, None),
    end_of(5, None),
    end_of(4, Failed(reason="out_of_memory", message="Memory ran out (no room); the last "
                     "checkpoint was kept; try micro_tokens = 4096")),
    end_of(1, Failed(reason="bug", message="ValueError: a bug (details in worker.log)")),
    end_of(3, None),
]  # fmt: skip


@pytest.mark.parametrize("end", ENDS, ids=lambda end: end.message[:40])
def test_every_end_of_a_worker_is_known(marked, end):
    found = in_words(end.message)
    assert found.startswith("<")
    assert LEAD.partition("%1")[0] not in found
    assert found.count("<") >= (2 if end.message.startswith("The worker was killed") else 1)


# --- where it is shown ---


def test_a_card_says_the_end_in_the_language_in_force(marked, session, qtbot):
    run = LiveRun(1, "generate", "Solving", {}, session)
    card = JobCard(session, run)
    qtbot.addWidget(card)
    run._finish(RunEnd(state=RunState.CRASHED, message=end_of(-9, None).message, reason="crash"))
    assert "<The worker <was killed by SIGKILL" in card._message.text().replace("\u200b", "")


def test_a_failed_start_is_kept_in_the_language_of_the_engine(marked, session, qtbot):
    run = session.runs.resume("R1", role="train", title="Train")
    qtbot.waitUntil(lambda: run.is_over)
    assert run.end.message == "There is no run called 'R1'; there is none yet"


def test_a_toast_of_failed_work_speaks_the_language(marked, session, qtbot):
    def fail():
        raise O1DeskError("The run was stopped")

    said = []
    session.toasted.connect(said.append)
    session.ops.read(fail)
    qtbot.waitUntil(lambda: bool(said))
    assert said[0].text == "<The run was stopped>"


def test_reasons_of_an_import_are_said_in_the_language(marked, tmp_path):
    file = tmp_path / "rows.jsonl"
    file.write_text('{"answer": "2"}\n[1]\n{"question": "1 + 1?", "answer": "2"}\n[2]\n')
    data = tmp_path / "data"
    data.mkdir()
    with open_store(data) as store:
        found = reject_texts(import_file(store, file))
    assert any("<not an object>" in line for line in found)
    assert any("<none of " in line for line in found)
