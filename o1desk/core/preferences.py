"""Every setting of the program, declared once: key, words, default, what it accepts.

The Settings page builds its form from this table; adding a setting is one entry here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from o1desk.core.words import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting. Its type is that of its default.

    Attributes:
        key: What programs say, "section.name".
        title: Label, sentence case.
        help: One sentence in plain language.
        default: Value until somebody changes it; a table (dict) holds lists of texts.
        choices: Allowed words; empty for anything.
        low: Smallest allowed number.
        high: Largest allowed number.
        unit: Unit of the number, empty when it has none.
        section: Key of `SECTIONS`.
        choice_titles: What people read for each choice, same order; empty shows the words.
        words: Further words under which people look for it.
    """

    key: str
    title: str
    help: str
    default: Any
    choices: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None
    unit: str = ""
    section: str = ""
    choice_titles: tuple[str, ...] = ()
    words: str = ""


SECTIONS: Mapping[str, str] = {
    "appearance": QT_TRANSLATE_NOOP("settings", "Appearance"),
    "chat": QT_TRANSLATE_NOOP("settings", "Chat"),
    "annotate": QT_TRANSLATE_NOOP("settings", "Annotate"),
    "train": QT_TRANSLATE_NOOP("settings", "Train"),
    "workers": QT_TRANSLATE_NOOP("settings", "Workers and network"),
    "data": QT_TRANSLATE_NOOP("settings", "Data and notifications"),
    "keys": QT_TRANSLATE_NOOP("settings", "Keys"),
}
"""Titles of the sections of the Settings page, in order."""

SETTINGS: tuple[Setting, ...] = (
    Setting(
        "appearance.theme",
        QT_TRANSLATE_NOOP("settings", "Theme"),
        QT_TRANSLATE_NOOP("settings", "Colours of the window."),
        "system",
        choices=("system", "light", "dark"),
        choice_titles=(
            QT_TRANSLATE_NOOP("settings", "Follow the system"),
            QT_TRANSLATE_NOOP("settings", "Light"),
            QT_TRANSLATE_NOOP("settings", "Dark"),
        ),
        section="appearance",
        words=QT_TRANSLATE_NOOP("settings", "dark light night mode colors look"),
    ),
    Setting(
        "appearance.language",
        QT_TRANSLATE_NOOP("settings", "Language"),
        QT_TRANSLATE_NOOP("settings", "Language of the window; changes at once."),
        "system",
        choices=("system", "en", "zh_CN"),
        choice_titles=(
            QT_TRANSLATE_NOOP("settings", "Follow the system"),
            "English",
            "\u7b80\u4f53\u4e2d\u6587",
        ),
        section="appearance",
        words=QT_TRANSLATE_NOOP("settings", "Chinese English translation"),
    ),
    Setting(
        "appearance.scale",
        QT_TRANSLATE_NOOP("settings", "Size of text and controls"),
        QT_TRANSLATE_NOOP("settings", "100 % is the size that the system asks for."),
        100,
        low=100,
        high=200,
        unit="%",
        section="appearance",
        words=QT_TRANSLATE_NOOP("settings", "font zoom bigger larger"),
    ),
    Setting(
        "chat.thinking_view",
        QT_TRANSLATE_NOOP("settings", "Show thinking"),
        QT_TRANSLATE_NOOP("settings", "How much of the chain of thought is open at first."),
        "last_lines",
        choices=("collapsed", "last_lines", "expanded"),
        choice_titles=(
            QT_TRANSLATE_NOOP("settings", "Collapsed"),
            QT_TRANSLATE_NOOP("settings", "Last lines"),
            QT_TRANSLATE_NOOP("settings", "Expanded"),
        ),
        section="chat",
        words=QT_TRANSLATE_NOOP("settings", "reasoning chain of thought"),
    ),
    Setting(
        "chat.drop_thinking",
        QT_TRANSLATE_NOOP("settings", "Leave earlier thinking out of the context"),
        QT_TRANSLATE_NOOP(
            "settings",
            "Follow-up questions carry earlier answers but not their thinking, which saves tokens.",
        ),
        True,
        section="chat",
        words=QT_TRANSLATE_NOOP("settings", "history memory reasoning"),
    ),
    Setting(
        "chat.temperature",
        QT_TRANSLATE_NOOP("settings", "Temperature"),
        QT_TRANSLATE_NOOP("settings", "How adventurous the sampling is; 0 takes the likeliest."),
        0.6,
        low=0.0,
        high=5.0,
        section="chat",
        words=QT_TRANSLATE_NOOP("settings", "random creative"),
    ),
    Setting(
        "chat.max_new_tokens",
        QT_TRANSLATE_NOOP("settings", "Longest answer"),
        QT_TRANSLATE_NOOP("settings", "Thinking and answer together may not be longer than this."),
        512,
        low=1,
        high=32768,
        unit="tokens",
        section="chat",
        words=QT_TRANSLATE_NOOP("settings", "length limit maximum"),
    ),
    Setting(
        "chat.candidates",
        QT_TRANSLATE_NOOP("settings", "Chains of a vote"),
        QT_TRANSLATE_NOOP("settings", "How many chains of thought a vote draws for one question."),
        8,
        low=2,
        high=256,
        section="chat",
        words=QT_TRANSLATE_NOOP("settings", "majority self-consistency"),
    ),
    Setting(
        "chat.model",
        QT_TRANSLATE_NOOP("settings", "Model of new chats"),
        QT_TRANSLATE_NOOP(
            "settings", "What a new chat asks first: a model, or an adapter trained on one."
        ),
        "starter",
        section="chat",
        words=QT_TRANSLATE_NOOP("settings", "default adapter"),
    ),
    Setting(
        "annotate.name",
        QT_TRANSLATE_NOOP("settings", "Your name on labels"),
        QT_TRANSLATE_NOOP("settings", "Stored with each label, so that people can be told apart."),
        "",
        section="annotate",
        words=QT_TRANSLATE_NOOP("settings", "author user"),
    ),
    Setting(
        "annotate.stop_at_first_error",
        QT_TRANSLATE_NOOP("settings", "Stop at the first error"),
        QT_TRANSLATE_NOOP("settings", "The first step rated wrong ends the item."),
        True,
        section="annotate",
        words=QT_TRANSLATE_NOOP("settings", "wrong step"),
    ),
    Setting(
        "annotate.hide_reference",
        QT_TRANSLATE_NOOP("settings", "Hide the reference answer"),
        QT_TRANSLATE_NOOP(
            "settings", "The reference appears after the rating, so that it cannot sway it."
        ),
        False,
        section="annotate",
        words=QT_TRANSLATE_NOOP("settings", "blind solution"),
    ),
    Setting(
        "train.on_close",
        QT_TRANSLATE_NOOP("settings", "When the window closes during a run"),
        QT_TRANSLATE_NOOP("settings", "A suspended run keeps a checkpoint and can be resumed."),
        "ask",
        choices=("ask", "background", "suspend", "cancel"),
        choice_titles=(
            QT_TRANSLATE_NOOP("settings", "Ask"),
            QT_TRANSLATE_NOOP("settings", "Keep running in the background"),
            QT_TRANSLATE_NOOP("settings", "Suspend"),
            QT_TRANSLATE_NOOP("settings", "Cancel"),
        ),
        section="train",
        words=QT_TRANSLATE_NOOP("settings", "quit exit tray"),
    ),
    Setting(
        "workers.threads",
        QT_TRANSLATE_NOOP("settings", "Processor cores of a worker"),
        QT_TRANSLATE_NOOP(
            "settings",
            "0 uses all of them; fewer leave room for other programs. Counts from the next job.",
        ),
        0,
        low=0,
        high=1024,
        section="workers",
        words=QT_TRANSLATE_NOOP("settings", "cpu threads speed"),
    ),
    Setting(
        "workers.offline",
        QT_TRANSLATE_NOOP("settings", "Stay offline"),
        QT_TRANSLATE_NOOP(
            "settings", "No worker may use the network; O1 Desk itself never needs it."
        ),
        True,
        section="workers",
        words=QT_TRANSLATE_NOOP("settings", "internet download hub privacy"),
    ),
    Setting(
        "data.folder",
        QT_TRANSLATE_NOOP("settings", "Data folder"),
        QT_TRANSLATE_NOOP(
            "settings",
            "Empty is the usual place; a change counts from the next start.",
        ),
        "",
        section="data",
        words=QT_TRANSLATE_NOOP("settings", "directory path disk location"),
    ),
    Setting(
        "data.ask_dropped_file",
        QT_TRANSLATE_NOOP("settings", "Ask before importing a dropped file"),
        QT_TRANSLATE_NOOP("settings", "Shows what a file holds before anything is stored."),
        True,
        section="data",
        words=QT_TRANSLATE_NOOP("settings", "drag and drop jsonl"),
    ),
    Setting(
        "notify.system",
        QT_TRANSLATE_NOOP("settings", "System notifications"),
        QT_TRANSLATE_NOOP(
            "settings", "Tells the end or the failure of long work while the window is hidden."
        ),
        True,
        section="data",
        words=QT_TRANSLATE_NOOP("settings", "alerts messages desktop"),
    ),
    Setting(
        "annotate.keys",
        QT_TRANSLATE_NOOP("settings", "Keys of the Annotate page"),
        QT_TRANSLATE_NOOP("settings", "Each action may have several keys."),
        {},
        section="keys",
    ),
)
"""Every setting, in the order of the Settings page."""
