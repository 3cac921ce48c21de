"""What a form knows of each value of a config: where it stands, its words, its default, its editor.

Nested configs are laid flat: the rank of `lora` is "lora.rank".
"""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

from o1desk.core.config_words import CHOICES
from o1desk.core.fields import hints_of
from o1desk.core.words import QT_TRANSLATE_NOOP
from o1desk.gui.editors import (
    CheckEdit,
    ChipsEdit,
    ChoiceEdit,
    Editor,
    FloatEdit,
    IntEdit,
    TextEdit,
    number_text,
)
from o1desk.gui.theme import Theme

ON_OFF = (QT_TRANSLATE_NOOP("forms", "on"), QT_TRANSLATE_NOOP("forms", "off"))


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldInfo:
    """One value of a config.

    Attributes:
        path: Name, with the names above it: "lora.rank".
        hint: Its type.
        default: Its default, as JSON values.
        words: What `core.fields.ui` keeps: title, help, unit, low, high, choices.
        context: Group of its words in the translation.
    """

    path: str
    hint: Any
    default: Any
    words: Mapping[str, Any]
    context: str

    @property
    def title(self) -> str:
        """The label, in the language in force."""
        return self._spoken(self.words["title"])

    @property
    def help(self) -> str:
        """One plain sentence, in the language in force."""
        return self._spoken(self.words["help"])

    @property
    def unit(self) -> str:
        """The unit, in the language in force."""
        return self._spoken(self.words["unit"])

    def choice(self, value: str) -> str:
        """Return plain words for an allowed value."""
        name = self.path.rpartition(".")[2]
        return self._spoken(CHOICES.get(name, {}).get(value, value))

    def shown(self, value: Any) -> str:
        """Return a value as people read it."""
        if isinstance(value, bool):
            on, off = (QCoreApplication.translate("forms", word) for word in ON_OFF)
            return on if value else off
        if isinstance(value, int | float):
            return f"{number_text(value)} {self.unit}".strip()
        if isinstance(value, list):
            return ", ".join(str(each) for each in value)
        return self.choice(str(value))

    def _spoken(self, text: str) -> str:
        return QCoreApplication.translate(self.context, text) if text else ""


def fields_of(cls: type[Any], *, context: str, above: str = "") -> dict[str, FieldInfo]:
    """Return every value of a config by its path, in the order of the class."""
    hints = hints_of(cls)
    found: dict[str, FieldInfo] = {}
    for field in dataclasses.fields(cls):
        path, hint = above + field.name, hints[field.name]
        if dataclasses.is_dataclass(hint) and isinstance(hint, type):
            found |= fields_of(hint, context=context, above=f"{path}.")
        elif "title" in field.metadata:
            found[path] = FieldInfo(
                path=path,
                hint=hint,
                default=_default(field),
                words=field.metadata,
                context=context,
            )
    return found


def editor_for(theme: Theme, field: FieldInfo) -> Editor:
    """Return the widget that edits a value.

    Raises:
        TypeError: For a type that has its own place on a page, such as a mix of environments.
    """
    words, hint = field.words, field.hint
    if hint is bool:
        return CheckEdit(field.title)
    if hint is int:
        return IntEdit(words["low"], words["high"], field.unit)
    if hint is float:
        return FloatEdit(theme, words["low"], words["high"], field.unit)
    if hint is str and words["choices"]:
        return ChoiceEdit({value: field.choice(value) for value in words["choices"]})
    if hint is str:
        return TextEdit()
    if hint == tuple[str, ...]:
        return ChipsEdit(theme, field.default)
    raise TypeError(f"'{field.path}' has no editor of its own: {hint}")


def flat(values: Mapping[str, Any], above: str = "") -> dict[str, Any]:
    """Return nested tables as one table by path."""
    found: dict[str, Any] = {}
    for name, value in values.items():
        if isinstance(value, Mapping) and value:
            found |= flat(value, f"{above}{name}.")
        else:
            found[above + name] = value
    return found


def nested(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return a table by path as nested tables, ready for a job."""
    found: dict[str, Any] = {}
    for path, value in values.items():
        *folders, name = path.split(".")
        place = found
        for folder in folders:
            place = place.setdefault(folder, {})
        place[name] = value
    return found


def _default(field: "dataclasses.Field[Any]") -> Any:
    made = field.default
    if field.default_factory is not dataclasses.MISSING:
        made = field.default_factory()
    return list(made) if isinstance(made, tuple) else made
