import pytest

from o1desk.gui.times import duration_text, local_time, remaining_text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "0 s"),
        (0.44, "0.4 s"),
        (9.99, "10 s"),
        (45, "45 s"),
        (59.6, "1 min"),
        (125, "2 min 5 s"),
        (3600, "1 h"),
        (5000, "1 h 23 min"),
        (90_000, "1 d 1 h"),
        (-1, "0 s"),
    ],
)
def test_a_duration_has_its_two_largest_units(seconds, text):
    assert duration_text(seconds) == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (None, ""),
        (4, "a few seconds left"),
        (47, "about 45 s left"),
        (185, "about 3 min left"),
        (5000, "about 1 h 20 min left"),
    ],
)
def test_a_guess_is_rounded_as_coarsely_as_it_is_known(seconds, text):
    assert remaining_text(seconds) == text


def test_a_stored_time_is_shown_in_local_time_with_the_year_only_when_it_is_another():
    assert "2001" in local_time("2001-02-03T12:00:00+00:00")
    assert local_time("2001-02-03T12:00:00Z").startswith("3 Feb")
    assert local_time("no time") == "no time"
    assert local_time("") == ""
