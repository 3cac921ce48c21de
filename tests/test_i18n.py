"""Every text of the window can be translated, and is, into Simplified Chinese."""

import ast
import importlib.util
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted((ROOT / "o1desk").rglob("*.py"))
PLACEHOLDER = re.compile(r"\{\w+\}|%L?n|%\d")


def load_script():
    spec = importlib.util.spec_from_file_location("translate", ROOT / "packaging" / "translate.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def messages(path):
    return {
        (context.findtext("name"), message.findtext("source")): message
        for context in ET.parse(path).iter("context")  # noqa: S314 - a file of ours
        for message in context.iter("message")
    }


def forms_of(message):
    translation = message.find("translation")
    forms = [form.text or "" for form in translation.iter("numerusform")]
    return forms or [translation.text or ""]


SCRIPT = load_script()


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_only_constants_are_given_to_the_translator(path):
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
        name = node.func.id if isinstance(node.func, ast.Name) else name
        if name == "tr":
            assert isinstance(node.args[0], ast.Constant), f"line {node.lineno}"
        elif name == "QT_TRANSLATE_NOOP":
            assert all(isinstance(each, ast.Constant) for each in node.args), f"line {node.lineno}"


def test_every_text_of_the_sources_is_translated(tmp_path):
    fresh = tmp_path / "fresh.ts"
    SCRIPT.collect(fresh)
    known = messages(SCRIPT.SOURCE)
    missing = [key for key in messages(fresh) if key not in known]
    assert missing == [], "run packaging/translate.py and translate what it lists"
    assert SCRIPT.unfinished() == []


def test_no_text_belongs_to_nobody(tmp_path):
    fresh = tmp_path / "fresh.ts"
    SCRIPT.collect(fresh)
    contexts = {context for context, _ in messages(fresh)}
    assert "" not in contexts, "call self.tr itself: an alias loses the class"


@pytest.mark.parametrize("path", [SCRIPT.SOURCE, SCRIPT.ENGLISH], ids=["zh_CN", "en"])
def test_translations_keep_the_placeholders(path):
    for (_, source), message in messages(path).items():
        for form in forms_of(message):
            wanted, found = PLACEHOLDER.findall(source), PLACEHOLDER.findall(form)
            if message.get("numerus") == "yes":
                wanted, found = set(wanted) - {"%Ln"}, set(found) - {"%Ln"}
            assert sorted(wanted) == sorted(found), source


@pytest.mark.parametrize("path", [SCRIPT.SOURCE, SCRIPT.ENGLISH], ids=["zh_CN", "en"])
def test_the_file_that_is_loaded_is_made_from_the_one_that_is_edited(path, tmp_path):
    made = tmp_path / "made.qm"
    SCRIPT.run("lrelease", str(path), "-qm", str(made), "-silent")
    assert made.read_bytes() == path.with_suffix(".qm").read_bytes()


def test_english_has_both_forms_of_every_plural(tmp_path):
    fresh = tmp_path / "fresh.ts"
    SCRIPT.collect(fresh, "en", "-pluralonly")
    assert set(messages(fresh)) <= set(messages(SCRIPT.ENGLISH))
    for (_, source), message in messages(SCRIPT.ENGLISH).items():
        one, more = forms_of(message)
        assert "(s)" not in one + more
        assert one == source.replace("(s)", "")
