"""The one style sheet of the window: resources/themes/window.qss with a theme's values in it.

Widgets say what they are with properties (`kind`, `role`, `card`); colours and sizes stand in that
file only, colours as @names of tokens and lengths as $pixels at 100 %.
"""

from typing import TYPE_CHECKING

from o1desk.paths import resources

if TYPE_CHECKING:
    from o1desk.gui.theme import Theme


def stylesheet(theme: "Theme") -> str:
    """Return the sheet with the theme's colours for @names and scaled pixels for $numbers."""
    tokens = theme.tokens
    shade = "dark" if theme.is_dark else "light"
    values = {name: getattr(tokens, name) for name in tokens.__slots__ if name != "series"}
    values["chevron_up"] = _picture(f"chevron-up-{shade}")
    values["tick"] = _picture(f"tick-{shade}")
    values["chevron"] = _picture(f"chevron-down-{shade}")
    text = (resources() / "themes" / "window.qss").read_text(encoding="utf-8")
    for name in sorted(values, key=len, reverse=True):
        text = text.replace(f"@{name}", values[name])
    head, *parts = text.split("$")
    return head + "".join(_sized(part, theme) for part in parts)


def _sized(part: str, theme: "Theme") -> str:
    rest = part.lstrip("0123456789")
    digits = part[: len(part) - len(rest)]
    return f"{theme.px(int(digits))}px{rest}"


def _picture(name: str) -> str:
    return (resources() / "icons" / "sheet" / f"{name}.svg").as_posix()
