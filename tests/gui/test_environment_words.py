import pytest

from o1desk.core.types import Level
from o1desk.environments.families import FAMILIES
from o1desk.gui.environment_words import LEVELS, TITLES, environment_title, level_title


def test_every_family_and_level_has_a_title_of_its_own():
    assert tuple(TITLES) == FAMILIES
    assert len(set(TITLES.values())) == len(TITLES)
    assert tuple(LEVELS) == tuple(str(level) for level in Level)


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("chain_sum", "Chain sum"),
        ("gcd:original", "Greatest common divisor (original)"),
        ("imported/school exam", "school exam"),
        ("nobody_knows", "nobody_knows"),
    ],
)
def test_an_environment_is_named_as_people_say_it(qapp, name, title):
    assert environment_title(name) == title
    assert level_title("hard") == "Hard"
