"""What is practised: rows of environment, level and weight."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QVBoxLayout, QWidget
from typing_extensions import override

from o1desk.core.words import filled
from o1desk.environments.catalog import names
from o1desk.environments.families import FAMILIES, STARTER
from o1desk.gui.editors import ChoiceEdit, Manners, WeightEdit
from o1desk.gui.environment_words import LEVELS, environment_title, level_title
from o1desk.gui.icons import icon
from o1desk.gui.models.choices import Choice
from o1desk.gui.session import Session
from o1desk.gui.theme import Theme
from o1desk.gui.widgets.flow import FlowLayout
from o1desk.gui.widgets.labels import button, icon_button, label
from o1desk.gui.widgets.picker import Picker

FIRST, FIRST_LEVEL = "chain_sum", "easy"
ARITHMETIC = ("basic_arithmetic", "chain_sum", "products", "simple_equations")
LETTERS = ("letter_counting", "spell_backward")
WORD_PROBLEMS = ("gsm_symbolic", "leg_counting")
LEVEL_WIDTH, WEIGHT_WIDTH = 92, 68  # pixels at 100 %
PRESETS = (STARTER, ARITHMETIC, LETTERS, WORD_PROBLEMS)


class EnvironmentMix(QWidget):
    """The environments of a run, with how often each is drawn.

    Signals:
        changed: A row is another, new or gone.
    """

    changed = Signal()

    def __init__(self, session: Session) -> None:
        """Start without rows; imported sets are offered as soon as they were listed."""
        super().__init__()
        self._session, self._theme = session, session.theme
        self._rows: list[MixRow] = []
        self._sets: tuple[str, ...] = ()
        self._choices = self._offered()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(self._theme.px(8))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(self._theme.px(4))
        self._grid.setVerticalSpacing(self._theme.px(4))
        self._grid.setColumnStretch(0, 1)
        self._heads = self._headings()
        self._empty = label(self.errors()[0], "small", tone="bad", is_wrapped=True)
        layout.addLayout(self._grid)
        layout.addWidget(self._empty)
        layout.addLayout(self._buttons())
        session.tables_changed.connect(self._on_tables)
        self._refresh()

    # --- what it says ---

    def value(self) -> list[dict[str, Any]]:
        """Return the mix as JSON for a job."""
        return [row.value() for row in self._rows]

    def set_value(self, mix: Sequence[Mapping[str, Any]]) -> None:
        """Show a mix; an environment that is not there is kept and shown as missing."""
        for row in self._rows:
            row.remove(self._grid)
        self._rows = []
        for part in mix:
            self._append(part)
        self._on_edited()

    def errors(self) -> list[str]:
        """Return a sentence for each thing that keeps a run from starting."""
        if not self._rows:
            return [self.tr("Nothing is practised yet; add an environment")]
        missing = [row.title() for row in self._rows if row.is_missing]
        gone = self.tr("The environment %1 is not there; choose another")
        return [filled(gone, [title]) for title in missing]

    def add(self, environment: str = "") -> None:
        """Add a row; without a name, the first family that is not in the mix yet."""
        used = {row.environment for row in self._rows}
        unused = [name for name in (FIRST, *STARTER) if name not in used]
        name = environment or (unused or [FIRST])[0]
        self._append({"environment": name, "level": self._level()})
        self._on_edited()
        self._rows[-1].take_focus()

    # --- building ---

    def _headings(self) -> list[QWidget]:
        words = (
            self.tr("Environment"),
            self.tr("Level"),
            self.tr("Weight"),
            self.tr("Share"),
        )
        heads: list[QWidget] = [label(word, "section") for word in words]
        for column, head in enumerate(heads):
            self._grid.addWidget(head, 0, column)
        return heads

    def _buttons(self) -> FlowLayout:
        flow = FlowLayout(gap=self._theme.px(4))
        plus = button(self.tr("Add environment"), self._on_add)
        plus.setIcon(icon(self._theme, "plus", size=16))
        plus.setIconSize(QSize(self._theme.px(16), self._theme.px(16)))
        flow.addWidget(plus)
        titles = (
            self.tr("All starter families"),
            self.tr("Arithmetic"),
            self.tr("Letters"),
            self.tr("Word problems"),
        )
        group = QButtonGroup(self)
        for number, (title, families) in enumerate(zip(titles, PRESETS, strict=True)):
            listed = ", ".join(environment_title(name) for name in families)
            tip = filled(self.tr("Instead: %1"), [listed])
            made = button(title, kind="quiet", tip=tip)
            group.addButton(made, number)
            flow.addWidget(made)
        group.idClicked.connect(self._on_preset)
        return flow

    def _append(self, part: Mapping[str, Any]) -> None:
        row = MixRow(self._theme, self._choices, part, self)
        row.place(self._grid, self._line())
        row.edited.connect(self._on_edited)
        row.removed.connect(self._on_removed)
        self._rows.append(row)

    def _line(self) -> int:
        """Return a line of the grid that was never used; empty ones take no room."""
        return self._grid.rowCount()

    def _level(self) -> str:
        return self._rows[-1].level if self._rows else FIRST_LEVEL

    def _offered(self) -> list[Choice]:
        """Return what can be chosen: known to the starter, others, imported."""
        known = self.tr("The starter knows these")
        other, own = self.tr("Others"), self.tr("Imported sets")
        rest = [name for name in FAMILIES if name not in STARTER]
        groups = ((known, STARTER), (other, rest), (own, self._sets))
        return [
            Choice(value=name, title=environment_title(name), group=group)
            for group, members in groups
            for name in sorted(members, key=environment_title)
        ]

    # --- what happens ---

    def _on_preset(self, number: int) -> None:
        level = self._level()
        self.set_value([{"environment": name, "level": level} for name in PRESETS[number]])

    def _on_add(self) -> None:
        self.add()

    def _on_removed(self, row: "MixRow") -> None:
        self._rows.remove(row)
        row.remove(self._grid)
        self._on_edited()

    def _on_edited(self) -> None:
        total = sum(row.weight for row in self._rows)
        for row in self._rows:
            row.show_share(row.weight / total)
        for head in self._heads:
            head.setVisible(bool(self._rows))
        sentences = self.errors()
        self._empty.setVisible(bool(sentences))
        self._empty.setText("\n".join(sentences))
        self.changed.emit()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    def _on_tables(self, tables: frozenset[str]) -> None:
        if "dataset" in tables:
            self._refresh()

    def _refresh(self) -> None:
        data = self._session.data
        self._session.ops.read(lambda: names(data), self._on_names)

    def _on_names(self, found: list[str]) -> None:
        sets = tuple(name for name in found if name not in FAMILIES)
        if sets != self._sets:
            self._sets = sets
            self._choices = self._offered()
            for row in self._rows:
                row.offer(self._choices)
            self._on_edited()


class MixRow(QObject):
    """One environment of a mix, as the widgets of one line of a grid.

    Signals:
        edited: It is another.
        removed: A person wants it gone (MixRow).
    """

    edited = Signal()
    removed = Signal(object)

    def __init__(
        self, theme: Theme, choices: Sequence[Choice], part: Mapping[str, Any], parent: QObject
    ) -> None:
        """Show a part of a mix."""
        super().__init__(parent)
        self._picker = Picker(theme, self.tr("Environment"))
        self._picker.set_value(part["environment"])
        self.offer(choices)
        self._level = ChoiceEdit({level: level_title(level) for level in LEVELS}, shortest=5)
        self._level.set_value(part.get("level", "medium"))
        self._level.setAccessibleName(self.tr("Level"))
        self._weight = WeightEdit()
        self._weight.set_value(part.get("weight", 1.0))
        self._weight.setAccessibleName(self.tr("Weight"))
        self._weight.setToolTip(self.tr("How often it is drawn, compared with the others"))
        self._level.setFixedWidth(theme.px(LEVEL_WIDTH))
        self._weight.setFixedWidth(theme.px(WEIGHT_WIDTH))
        self._share = label(role="small")
        self._share.setMinimumWidth(self._share.fontMetrics().horizontalAdvance("100 %"))
        aligned = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self._share.setAlignment(aligned)
        self._away = icon_button(theme, "close", self.tr("Remove this environment"))
        self._away.setProperty("small", "true")
        self._away.clicked.connect(self._on_away)
        for editor in (self._level, self._weight):
            Manners(editor)
            editor.edited.connect(self.edited)
        self._picker.picked.connect(self._on_picked)

    def value(self) -> dict[str, Any]:
        """Return the part as JSON."""
        return {"environment": self.environment, "level": self.level, "weight": self.weight}

    @property
    def environment(self) -> str:
        """Name of the environment."""
        return str(self._picker.value())

    @property
    def level(self) -> str:
        """How hard."""
        return self._level.value()

    @property
    def weight(self) -> float:
        """How often it is drawn, compared with the others."""
        return round(self._weight.value(), 2)

    @property
    def is_missing(self) -> bool:
        """Whether nobody knows the environment."""
        return self._picker.is_missing

    def title(self) -> str:
        """Return what people read."""
        return environment_title(self.environment)

    def offer(self, choices: Sequence[Choice]) -> None:
        """Offer environments, and the present one if it is none of them."""
        name = self.environment
        own = []
        if name not in {choice.value for choice in choices}:
            is_gone = name.partition(":")[0] not in FAMILIES  # else a family in another wording
            own = [Choice(value=name, title=environment_title(name), is_missing=is_gone)]
        self._picker.set_choices([*own, *choices])

    def show_share(self, share: float) -> None:
        """Say how much of the problems are its own; 0 to 1."""
        self._share.setText(f"{share:.0%}".replace("%", " %"))

    def take_focus(self) -> None:
        """Put the keyboard here."""
        self._picker.setFocus()

    def place(self, grid: QGridLayout, line: int) -> None:
        """Lie down in a line of a grid."""
        for column, widget in enumerate(self._widgets()):
            grid.addWidget(widget, line, column)

    def remove(self, grid: QGridLayout) -> None:
        """Leave the grid."""
        for widget in self._widgets():
            grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self.deleteLater()

    def _widgets(self) -> tuple[QWidget, ...]:
        return (self._picker, self._level, self._weight, self._share, self._away)

    def _on_picked(self) -> None:
        self.edited.emit()

    def _on_away(self) -> None:
        self.removed.emit(self)
