"""What is rewarded: cards of a reward, its weight, and its settings."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from o1desk.core.registry import Leaf, leaves
from o1desk.core.words import filled
from o1desk.gui.editors import Manners, WeightEdit
from o1desk.gui.form_fields import fields_of
from o1desk.gui.forms import ConfigForm, Section
from o1desk.gui.icons import icon
from o1desk.gui.reward_words import CONTEXT, reward_sentence, reward_title
from o1desk.gui.theme import Theme
from o1desk.gui.widgets.cards import Card
from o1desk.gui.widgets.labels import button, icon_button, label

WEIGHT_WIDTH = 68  # pixels at 100 %
LARGEST_WEIGHT = 100.0


class RewardMix(QWidget):
    """The rewards of a run; the total is the sum of weight times score.

    Signals:
        changed: A reward is another, new or gone.
    """

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        """Start without rewards."""
        super().__init__()
        self._theme = theme
        self._leaves = leaves("reward")
        self._parts: list[RewardCard] = []
        self._unknown: list[str] = []
        self._is_filling = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(8))
        self._cards = QVBoxLayout()
        self._cards.setSpacing(theme.px(8))
        self._trouble = label(role="small", tone="bad", is_wrapped=True)
        self._menu = QMenu(self)
        self._menu.triggered.connect(self._on_chosen)
        self._menu.setToolTipsVisible(True)
        self._add = button(self.tr("Add reward"), self._on_add)
        self._add.setIcon(icon(theme, "plus", size=16))
        self._add.setIconSize(QSize(theme.px(16), theme.px(16)))
        line = QHBoxLayout()
        line.addWidget(self._add)
        line.addStretch(1)
        layout.addLayout(self._cards)
        layout.addWidget(self._trouble)
        layout.addLayout(line)
        self._tell()

    def value(self) -> list[dict[str, Any]]:
        """Return the mix as JSON for a job."""
        return [part.value() for part in self._parts]

    def set_value(self, mix: Sequence[Mapping[str, Any]]) -> None:
        """Show a mix; a reward that nobody knows is left out, but named for now."""
        self._is_filling = True
        for card in self._parts:
            card.deleteLater()
            card.hide()
        self._parts = []
        for part in mix:
            if part["name"] in self._leaves and part["name"] not in self._names():
                self._append(part)
        self._is_filling = False
        self._unknown = [str(part["name"]) for part in mix if part["name"] not in self._leaves]
        self._on_edited()

    def add(self, name: str) -> None:
        """Add a reward with its usual settings.

        Raises:
            KeyError: If there is no such reward.
        """
        self._unknown = []
        self._append({"name": name})
        self._on_edited()

    def errors(self) -> list[str]:
        """Return a sentence for each thing that keeps a run from starting."""
        gone = self.tr("There is no reward called %1; it was left out")
        found = [filled(gone, [name]) for name in self._unknown]
        if not self._parts:
            found.append(self.tr("Nothing is rewarded yet; add a reward"))
        return found + [error for part in self._parts for error in part.errors()]

    def _names(self) -> set[str]:
        return {part.name for part in self._parts}

    def _append(self, part: Mapping[str, Any]) -> None:
        card = RewardCard(self._theme, self._leaves[part["name"]], part)
        card.edited.connect(self._on_edited)
        card.removed.connect(self._on_removed)
        self._parts.append(card)
        self._cards.addWidget(card)

    def _on_add(self) -> None:
        self._menu.clear()
        for name in self._unused():
            leaf = self._leaves[name]
            action = self._menu.addAction(reward_title(leaf))
            action.setData(name)
            action.setToolTip(reward_sentence(leaf))
        self._menu.popup(self._add.mapToGlobal(self._add.rect().bottomLeft()))

    def _on_chosen(self, action: QAction) -> None:
        self.add(str(action.data()))

    def _on_removed(self, card: "RewardCard") -> None:
        self._unknown = []
        self._parts.remove(card)
        card.hide()
        card.deleteLater()
        self._on_edited()

    def _unused(self) -> list[str]:
        used = self._names()
        unused = [name for name in self._leaves if name not in used]
        return sorted(unused, key=lambda name: reward_title(self._leaves[name]))

    def _on_edited(self) -> None:
        if not self._is_filling:
            self._tell()
            self.changed.emit()

    def _tell(self) -> None:
        self._add.setEnabled(bool(self._unused()))
        sentences = self.errors()
        self._trouble.setVisible(bool(sentences))
        self._trouble.setText("\n".join(sentences))


class RewardCard(Card):
    """One reward of a mix.

    Attributes:
        name: Its name in the code.

    Signals:
        edited: Weight or settings are others.
        removed: A person wants it gone (RewardCard).
    """

    edited = Signal()
    removed = Signal(object)

    def __init__(self, theme: Theme, leaf: Leaf, part: Mapping[str, Any]) -> None:
        """Show a part of a mix."""
        title = reward_title(leaf)
        super().__init__(theme, kind="sunken")
        self.setAccessibleName(title)
        self.name = leaf.name
        self._weight = self._weight_edit(title, part.get("weight", 1.0), theme.px(WEIGHT_WIDTH))
        away = icon_button(theme, "close", filled(self.tr("Remove: %1"), [title]), self._on_away)
        away.setProperty("small", "true")
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        head.addWidget(label(title), 1)
        head.addWidget(label(self.tr("Weight"), "small"))
        head.addWidget(self._weight)
        head.addWidget(away)
        self.body.addLayout(head)
        self.body.addWidget(label(reward_sentence(leaf), "small", is_wrapped=True))
        paths = tuple(fields_of(leaf.factory, context=CONTEXT))  # type: ignore[arg-type]
        section = [Section("", paths)]
        self._form = ConfigForm(theme, leaf.factory, section, context=CONTEXT)  # type: ignore[arg-type]
        self._form.set_values(part.get("settings", {}))
        self._form.changed.connect(self.edited)
        self.body.addWidget(self._form)
        if not paths:
            self._form.hide()

    def value(self) -> dict[str, Any]:
        """Return the part as JSON."""
        return {
            "name": self.name,
            "weight": round(self._weight.value(), 2),
            "settings": self._form.values(),
        }

    def errors(self) -> list[str]:
        """Return a sentence for each setting that cannot be read."""
        return self._form.errors()

    def _weight_edit(self, title: str, weight: float, width: int) -> WeightEdit:
        made = WeightEdit(-LARGEST_WEIGHT, LARGEST_WEIGHT)
        made.set_value(weight)
        made.setAccessibleName(filled(self.tr("Weight of: %1"), [title]))
        made.setToolTip(self.tr("Its score is multiplied by this; below 0 it is a punishment"))
        made.setFixedWidth(width)
        Manners(made)
        made.edited.connect(self.edited)
        return made

    def _on_away(self) -> None:
        self.removed.emit(self)
