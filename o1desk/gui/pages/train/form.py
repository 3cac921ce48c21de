"""The form of a new run: what is trained, practised and rewarded, and its settings."""

import dataclasses
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from o1desk.core.config_json import from_json, to_json
from o1desk.core.configs import MixPart, RewardPart
from o1desk.gui.forms import ConfigForm
from o1desk.gui.pages.train.draft import APART, CONFIGS, Draft
from o1desk.gui.pages.train.method_switch import MethodSwitch
from o1desk.gui.pages.train.presets_row import PresetsRow
from o1desk.gui.pages.train.sample_source import SampleSource
from o1desk.gui.pages.train.sections import sections_of
from o1desk.gui.widgets.cards import Card
from o1desk.gui.widgets.environment_mix import EnvironmentMix
from o1desk.gui.widgets.labels import label
from o1desk.gui.widgets.model_picker import ModelPicker
from o1desk.gui.widgets.reward_mix import RewardMix

if TYPE_CHECKING:
    from o1desk.gui.session import Session


class TrainForm(QWidget):
    """The whole form.

    Signals:
        edited: A person changed something.
    """

    edited = Signal()

    def __init__(self, session: "Session", draft: Draft) -> None:
        """Build the form and fill it."""
        super().__init__()
        self._session = session
        self._draft = draft
        self._is_filling = True
        self.presets = PresetsRow(session.theme)
        self.presets.chosen.connect(self._on_preset)
        self.method = MethodSwitch(session.theme)
        self.method.chosen.connect(self._on_method)
        self.model = ModelPicker(session, self.tr("Base model or adapter"), has_gguf=False)
        self.source = SampleSource(session)
        self.mix = EnvironmentMix(session)
        self.rewards = RewardMix(session.theme)
        self.settings: dict[str, ConfigForm] = {}
        for changed in (self.model.changed, self.source.changed, self.mix.changed):
            changed.connect(self._on_edited)
        self.rewards.changed.connect(self._on_edited)
        self._lay_out()
        self._is_filling = False
        self.fill(draft)

    # --- what it says ---

    @property
    def draft(self) -> Draft:
        """What the form holds."""
        return self._draft

    def errors(self) -> list[str]:
        """Return a sentence for each thing that cannot be used."""
        draft = self._draft
        found = [problem] if (problem := self.model.problem()) else []
        if draft.method == "rl" or draft.source == "solver":
            found += self.mix.errors()
        if draft.method == "rl":
            found += self.rewards.errors()
        return found + self._form_of(draft.method).errors()

    def show_first_error(self) -> None:
        """Put the keyboard at the first value that cannot be used."""
        self._form_of(self._draft.method).show_first_error()

    def fill(self, draft: Draft) -> None:
        """Show a draft."""
        self._draft, self._is_filling = draft, True
        self.method.set_value(draft.method)
        self.model.set_ref(draft.model)
        self.source.set_value(draft.source, draft.dataset)
        self.mix.set_value([to_json(part) for part in draft.environments])
        self.rewards.set_value([to_json(part) for part in draft.rewards])
        form = self._form_of(draft.method)
        form.reset()
        form.set_values(draft.settings)
        self._is_filling = False
        self._arrange()

    # --- building ---

    def _form_of(self, method: str) -> ConfigForm:
        """Return the settings of a method, built when it is first chosen."""
        if method not in self.settings:
            form = ConfigForm(
                self._session.theme, CONFIGS[method], sections_of(method), hidden=sorted(APART)
            )
            form.changed.connect(self._on_edited)
            self._settings_card.body.addWidget(form)
            self.settings[method] = form
        return self.settings[method]

    def _lay_out(self) -> None:
        theme = self._session.theme
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(12))
        layout.addWidget(self.presets)
        what = Card(theme, self.tr("What to train"))
        what.body.addWidget(self.method)
        what.body.addWidget(label(self.tr("Base model or adapter"), "muted"))
        what.body.addWidget(self.model)
        self._learnt = Card(theme, self.tr("What to learn from"))
        self._learnt.body.addWidget(self.source)
        self._practised = Card(theme, self.tr("What to practise"))
        self._practised.body.addWidget(self.mix)
        self._rewarded = Card(theme, self.tr("What is rewarded"))
        self._rewarded.body.addWidget(self.rewards)
        self._settings_card = Card(theme)
        cards = (what, self._learnt, self._practised, self._rewarded, self._settings_card)
        for card in cards:
            layout.addWidget(card)
        layout.addStretch(1)

    def _arrange(self) -> None:
        """Show what belongs to the method and the source of samples."""
        draft = self._draft
        is_rl = draft.method == "rl"
        self._learnt.setVisible(not is_rl)
        self._practised.setVisible(is_rl or draft.source == "solver")
        self._rewarded.setVisible(is_rl)
        for name, form in self.settings.items():
            form.setVisible(name == draft.method)
        self.presets.show_presets(draft.method, draft.preset)

    # --- what happens ---

    def _on_method(self, method: str) -> None:
        self.fill(dataclasses.replace(self._draft, method=method))
        self.edited.emit()

    def _on_preset(self, key: str) -> None:
        self.fill(self._draft.with_preset(key))
        self.edited.emit()

    def _on_edited(self) -> None:
        if self._is_filling:
            return
        self._draft = self._collected()
        self._arrange()
        self.edited.emit()

    def _collected(self) -> Draft:
        source, dataset = self.source.value()
        draft = Draft(
            method=self._draft.method,
            model=self.model.ref(),
            environments=_parts(MixPart, self.mix.value()),
            rewards=_parts(RewardPart, self.rewards.value()),
            source=source,
            dataset=dataset,
            changes=self._draft.changes,
        )
        return draft.with_settings(self._form_of(draft.method).values())


def _parts(kind: type[Any], values: Any) -> tuple[Any, ...]:
    return tuple(from_json(kind, value) for value in values)
