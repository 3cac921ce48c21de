"""Which of the three columns of the chat fit: list, chat, figures."""

from dataclasses import dataclass

LIST, MIDDLE, FIGURES = 170, 450, 300  # narrowest useful widths, pixels at 100 %


@dataclass(frozen=True, slots=True, kw_only=True)
class Panes:
    """What is shown.

    Attributes:
        has_list: Whether the list of conversations is shown.
        has_middle: Whether the chat is shown.
        has_figures: Whether the figures are shown.
        can_figures: Whether there is room for them at all.
        is_narrow: Whether list and chat take turns.
    """

    has_list: bool
    has_middle: bool
    has_figures: bool
    can_figures: bool
    is_narrow: bool


def panes_for(width: float, *, list_wanted: bool, figures_wanted: bool) -> Panes:
    """Return what fits, the chat before all else.

    Args:
        width: Room for all columns, pixels at 100 %.
        list_wanted: Whether a person wants to see the list.
        figures_wanted: Whether a person wants to see the figures.
    """
    is_narrow = width < LIST + MIDDLE
    beside = LIST if list_wanted else 0
    can_figures = not is_narrow and width >= beside + MIDDLE + FIGURES
    return Panes(
        has_list=list_wanted,
        has_middle=not (is_narrow and list_wanted),
        has_figures=figures_wanted and can_figures,
        can_figures=can_figures,
        is_narrow=is_narrow,
    )
