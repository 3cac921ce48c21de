"""The keys of the Annotate page: defaults on the home row, any of them may be changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from o1desk.core.words import QT_TRANSLATE_NOOP


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
        name="rest_neutral",
        title=QT_TRANSLATE_NOOP("annotate", "All steps from here are neutral"),
        keys=("Shift+N",),
    ),
    Action(name="clear", title=QT_TRANSLATE_NOOP("annotate", "Take the rating back"), keys=("0",)),
    Action(name="all_bad", title=QT_TRANSLATE_NOOP("annotate", "The whole is wrong"), keys=("X",)),
    Action(name="all_good", title=QT_TRANSLATE_NOOP("annotate", "The whole is right"), keys=("C",)),
    Action(
        name="all_neutral", title=QT_TRANSLATE_NOOP("annotate", "The whole: not sure"), keys=("V",)
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
    """Return the keys of every action: the user's where there are some, else the defaults."""
    return {action.name: tuple(changed.get(action.name) or action.keys) for action in ACTIONS}


def action_of(event: QKeyEvent, keys: Mapping[str, Sequence[str]]) -> str:
    """Return the action that a pressed key means; "" for none."""
    plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    pressed = QKeySequence(int(event.key()) | int(plain.value)).toString()
    pressed = pressed.replace("Enter", "Return")
    for name, known in keys.items():
        if any(QKeySequence(key).toString() == pressed for key in known):
            return name
    return ""


def hint(name: str, keys: Mapping[str, Sequence[str]]) -> str:
    """Return the first key of an action as people read it."""
    sequence = QKeySequence(keys[name][0])
    return sequence.toString(QKeySequence.SequenceFormat.NativeText)


def title_of(action: Action) -> str:
    """Return the title of an action in the language in force."""
    return QCoreApplication.translate("annotate", action.title)
