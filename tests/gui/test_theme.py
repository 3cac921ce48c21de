import re

import pytest
from PySide6.QtGui import QColor

from o1desk.gui.theme import read_tokens
from o1desk.paths import resources

TEXT_PAIRS = [
    ("text", "window"), ("text", "surface"), ("text", "sunken"), ("text", "rail"),
    ("text", "hover"),
    ("text", "accent_soft"), ("muted", "window"), ("muted", "surface"), ("muted", "sunken"),
    ("muted", "rail"), ("faint", "surface"), ("accent", "surface"), ("accent", "accent_soft"),
    ("accent", "window"), ("on_accent", "accent"), ("on_accent", "accent_hover"),
    ("good", "good_soft"), ("bad", "bad_soft"), ("warn", "warn_soft"), ("good", "surface"),
    ("bad", "surface"), ("warn", "surface"),
]  # fmt: skip


def luminance(color):
    def linear(part):
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    made = QColor(color)
    return (
        0.2126 * linear(made.redF())
        + 0.7152 * linear(made.greenF())
        + 0.0722 * linear(made.blueF())
    )


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize(("ink", "paper"), TEXT_PAIRS)
def test_text_can_be_read_on_its_ground(name, ink, paper):
    tokens = read_tokens(name)
    assert contrast(getattr(tokens, ink), getattr(tokens, paper)) >= 4.5


@pytest.mark.parametrize("name", ["light", "dark"])
def test_lines_of_a_chart_stand_out(name):
    tokens = read_tokens(name)
    for color in tokens.series:
        assert contrast(color, tokens.surface) >= 3.0


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_sheet_holds_no_name_without_a_value(theme, qapp, mode):
    theme.set_mode(mode)
    sheet = qapp.styleSheet()
    assert not re.search(r"@[a-z]|\$\d", sheet)
    assert theme.tokens.accent in sheet


def test_the_dark_theme_reaches_the_palette_even_where_the_hint_does_nothing(theme, qapp):
    theme.set_mode("dark")
    assert qapp.palette().window().color().name() == theme.tokens.window
    assert theme.is_dark


def test_scale_makes_text_and_spacing_larger(theme, qapp):
    before = qapp.font().pixelSize()
    theme.set_scale(2.0)
    assert qapp.font().pixelSize() == 2 * before
    assert theme.px(8) == 16


def test_every_icon_is_drawn_and_tinted(theme):
    from o1desk.gui.icons import picture

    for path in sorted((resources() / "icons").glob("*.svg")):
        image = picture(path.stem, QColor("#ff0000"), 24).toImage()
        colors = {
            image.pixelColor(x, y).name()
            for x in range(image.width())
            for y in range(image.height())
            if image.pixelColor(x, y).alpha() > 200
        }
        assert colors == {"#ff0000"}, path.stem
