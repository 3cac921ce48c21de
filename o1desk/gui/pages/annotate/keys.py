"""The keys of the Annotate page: defaults on the home row, any of them may be changed.

Digits and arrows stand where every keyboard has them, so they work whatever else was chosen,
unless they were given to another action.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeyEvent, QKeySequence

from o1desk.core.words import QT_TRANSLATE_NOOP
from o1desk.gui.pages.annotate.key_layout import candidates

ALWAYS = frozenset((*"0123456789", "Up", "Down", "Left", "Right"))
SIGNS = {"Return": "\u21b5", "Left": "\u2190", "Right": "\u2192", "Up": "\u2191", "Down": "\u2193"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """Something a key does: name, English title, default keys in portable text."""

    name: str
    title: str
    keys: tuple[str, ...]


ACTIONS = (
    Action(name="bad", title=QT_TRANSLATE_NOOP("annotate", "Step is wrong"), keys=("1", "B")),
    Action(name="neutral", title=QT_TRANSLATE_NOOP("annotate", "Step is neutral"), keys=("2", "N")),
    Action(name="good", title=QT_TRANSLATE_NOOP("annotate", "Step is right"), keys=("3", "G")),
    Action(name="down", title=QT_TRANSLATE_NOOP("annotate", "Next step"), keys=("J", "Down")),
    Action(name="up", title=QT_TRANSLATE_NOOP("annotate", "Previous step"), keys=("K", "Up")),
    Action(
        name="open",
        title=QT_TRANSLATE_NOOP("annotate", "Next step without a rating"),
        keys=("U",),
    ),
    Action(
        name="rest_neutral",
        title=QT_TRANSLATE_NOOP("annotate", "All steps from here are neutral"),
        keys=("Shift+N",),
    ),
    Action(name="clear", title=QT_TRANSLATE_NOOP("annotate", "Take the rating back"), keys=("0",)),
    Action(
        name="more",
        title=QT_TRANSLATE_NOOP("annotate", "Show all of a long step, or less"),
        keys=("Space",),
    ),
    Action(name="all_bad", title=QT_TRANSLATE_NOOP("annotate", "The whole is wrong"), keys=("X",)),
    Action(
        name="all_neutral", title=QT_TRANSLATE_NOOP("annotate", "The whole: not sure"), keys=("V",)
    ),
    Action(name="all_good", title=QT_TRANSLATE_NOOP("annotate", "The whole is right"), keys=("C",)),
    Action(
        name="accept",
        title=QT_TRANSLATE_NOOP("annotate", "Accept what the checker says"),
        keys=("A",),
    ),
    Action(name="note", title=QT_TRANSLATE_NOOP("annotate", "Write a note"), keys=("M",)),
    Action(name="flag", title=QT_TRANSLATE_NOOP("annotate", "Flag the problem"), keys=("F",)),
    Action(name="edit", title=QT_TRANSLATE_NOOP("annotate", "Edit the step"), keys=("E",)),
    Action(name="write", title=QT_TRANSLATE_NOOP("annotate", "Write a chain by hand"), keys=("W",)),
    Action(name="undo", title=QT_TRANSLATE_NOOP("annotate", "Undo"), keys=("Z",)),
    Action(
        name="next", title=QT_TRANSLATE_NOOP("annotate", "Next problem"), keys=("Return", "Right")
    ),
    Action(
        name="back",
        title=QT_TRANSLATE_NOOP("annotate", "Previous problem"),
        keys=("Shift+Return", "Left"),
    ),
)


def keys_of(changed: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """Return the keys of every action: the user's where there are some, else the defaults.

    A key that the user gave to an action is taken from the others.
    """
    names = {action.name for action in ACTIONS}
    taken = {key for name in names for key in changed.get(name) or ()}
    keys = {}
    for action in ACTIONS:
        own = tuple(changed.get(action.name) or ())
        usual = [key for key in action.keys if key not in taken and (not own or key in ALWAYS)]
        keys[action.name] = (*own, *usual)
    return keys


def action_of(event: QKeyEvent, keys: Mapping[str, Sequence[str]]) -> str:
    """Return the action that a pressed key means; "" for none."""
    owners = {QKeySequence(key).toString(): name for name in keys for key in keys[name]}
    found = (owners.get(pressed, "") for pressed in candidates(event))
    return next((name for name in found if name), "")


def hint(name: str, keys: Mapping[str, Sequence[str]]) -> str:
    """Return the shortest key of an action as people read it; empty when it has none."""
    return min((shown(key) for key in keys[name]), key=len, default="")


def all_hints(name: str, keys: Mapping[str, Sequence[str]]) -> str:
    """Return every key of an action as people read them."""
    return ", ".join(shown(key) for key in keys[name])


def shown(key: str) -> str:
    """Return a key in portable text as people read it."""
    held, plus, last = key.rpartition("+")
    if last not in SIGNS:
        return _native(key)
    return _native(f"{held}+A")[:-1] + SIGNS[last] if plus else SIGNS[last]


def _native(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def title_of(action: Action) -> str:
    """Return the title of an action in the language in force."""
    return QCoreApplication.translate("annotate", action.title)
