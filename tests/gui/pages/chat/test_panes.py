import pytest

from o1desk.gui.pages.chat.panes import FIGURES, LIST, MIDDLE, panes_for


@pytest.mark.parametrize(
    ("width", "list_wanted", "shown"),
    [
        (LIST + MIDDLE + FIGURES, True, (True, True, True)),
        (LIST + MIDDLE + FIGURES - 1, True, (True, True, False)),
        (MIDDLE + FIGURES, False, (False, True, True)),
        (LIST + MIDDLE - 1, True, (True, False, False)),
        (LIST + MIDDLE - 1, False, (False, True, False)),
    ],
)
def test_the_chat_is_never_squeezed_by_what_stands_beside_it(width, list_wanted, shown):
    panes = panes_for(width, list_wanted=list_wanted, figures_wanted=True)
    assert (panes.has_list, panes.has_middle, panes.has_figures) == shown
