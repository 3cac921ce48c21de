import re
from pathlib import Path

import pytest

import o1desk
from o1desk.gui.models.verdicts import face_of, method_text

PACKAGE = Path(o1desk.__file__).parent


@pytest.mark.parametrize("judgement", ["correct", "incorrect", "unverifiable", "gold_bad", ""])
def test_every_judgement_has_a_sign_of_its_own_beside_its_colour(judgement):
    face = face_of(judgement)
    assert face.sign
    assert face.words


def test_every_way_of_checking_is_said_in_words():
    judge = (PACKAGE / "rewards" / "judge.py").read_text("utf-8")
    found = set(re.findall(r"(?:CORRECT|GOLD_BAD|unsure|\w\)), \"([a-z_]+)\"[),]?", judge))
    for path in PACKAGE.glob("environments/*.py"):
        text = path.read_text("utf-8")
        found |= set(re.findall(r"^METHOD = \"([a-z_]+)\"", text, re.MULTILINE))
    assert {"computed", "reasoning_gym", "math_verify", "text", "clock"} <= found
    unknown = [name for name in sorted(found) if method_text(name) == name]
    assert unknown == ["computed"]  # which is a word already


def test_a_way_nobody_knows_keeps_its_name():
    assert method_text("chain_sum") == "chain_sum"
