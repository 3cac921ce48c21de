"""The form behind Generate: who solves which problems, and how many."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from o1desk.core.config_json import from_json
from o1desk.core.configs import GenerateConfig
from o1desk.core.errors import InputError
from o1desk.environments.families import STARTER
from o1desk.gui.editors import Manners
from o1desk.gui.error_words import in_words
from o1desk.gui.forms import ConfigForm, Section
from o1desk.gui.session import Session
from o1desk.gui.widgets.cards import Card, column, scrolled
from o1desk.gui.widgets.dialogs import size_dialog
from o1desk.gui.widgets.environment_mix import EnvironmentMix
from o1desk.gui.widgets.labels import label
from o1desk.gui.widgets.model_picker import ModelPicker

SOLVER, MODEL = "solver", "model"
LAST = "data.generate"  # key of the store's state table
SIZE_PX = (640, 680)
FIRST_FAMILIES = 4  # of the starter's, when nothing was generated yet
ADVANCED = ("max_new_tokens", "device", "precision", "seed")


class GenerateDialog(QDialog):
    """Asks what to generate; starts with what was asked for the last time.

    Signals:
        start_asked: Start with these settings (dict for GenerateConfig).
    """

    start_asked = Signal(object)

    def __init__(
        self, session: Session, parent: QWidget, mix: Sequence[Mapping[str, Any]] = ()
    ) -> None:
        """Show the form.

        Args:
            session: Whose models and environments.
            parent: Owner.
            mix: Environments to answer with a model; empty for those of the last time.
        """
        super().__init__(parent)
        self._session = session
        theme = session.theme
        self.setWindowTitle(self.tr("Generate samples"))
        size_dialog(self, theme, *SIZE_PX)
        content, rows = column(theme, gap=12)
        rows.setContentsMargins(0, 0, theme.px(12), 0)
        self._build_source()
        self._mix = EnvironmentMix(session)
        self._forms = self._build_forms()
        rows.addWidget(self._card(self.tr("Who solves the problems"), self._who))
        rows.addWidget(self._card(self.tr("Which problems"), (self._mix,)))
        rows.addWidget(self._card(self.tr("How"), tuple(self._forms.values())))
        rows.addStretch(1)
        self._trouble = label("", tone="bad", is_wrapped=True)
        self._trouble.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(16), theme.px(16), theme.px(4), theme.px(16))
        layout.setSpacing(theme.px(12))
        layout.addWidget(scrolled(content), 1)
        layout.addWidget(self._trouble)
        layout.addWidget(self._buttons())
        families = [{"environment": name, "level": "medium"} for name in STARTER[:FIRST_FAMILIES]]
        self._mix.set_value(list(mix) or families)
        if mix:
            self.choose_source(MODEL)
        else:
            session.ops.read(lambda: session.store.state.get(LAST), self._on_remembered, owner=self)
        self._on_source()

    def choose_source(self, source: str) -> None:
        """Choose who solves the problems: "solver" or "model"."""
        self._source.setCurrentIndex(self._source.findData(source))

    def form(self) -> ConfigForm:
        """Return the form of the chosen source."""
        return self._forms[str(self._source.currentData())]

    def config(self) -> dict[str, Any]:
        """Return the settings as they stand in the form.

        Raises:
            InputError: If something does not fit.
        """
        source = str(self._source.currentData())
        troubles = [*self._mix.errors(), *self.form().errors()]
        if source == MODEL and self._model.problem():
            troubles.insert(0, self._model.problem())
        if troubles:
            raise InputError(troubles[0])
        config = self.form().values() | {"source": source, "environments": self._mix.value()}
        if source == MODEL:
            config["model"] = self._model.ref()
        from_json(GenerateConfig, config)
        return config

    def start(self) -> None:
        """Start, if everything fits."""
        try:
            config = self.config()
        except InputError as error:
            self._trouble.setText(in_words(str(error)))
            self._trouble.show()
            self.form().show_first_error()
            return
        state = self._session.store.state
        self._session.ops.write(lambda: state.set(LAST, config))
        self.start_asked.emit(config)
        self.accept()

    def _build_source(self) -> None:
        self._source = QComboBox()
        self._source.setAccessibleName(self.tr("Who solves the problems"))
        self._source.addItem(self.tr("Solver: a program, every step worked out"), SOLVER)
        self._source.addItem(self.tr("Model: sampled attempts, checked and filtered"), MODEL)
        self._source.currentIndexChanged.connect(self._on_source)
        Manners(self._source)
        self._model = ModelPicker(self._session)
        self._about = label("", "small", is_wrapped=True)
        self._who = (self._source, self._model, self._about)

    def _build_forms(self) -> dict[str, ConfigForm]:
        theme, advanced = self._session.theme, self.tr("Advanced")
        sections = {
            SOLVER: [
                Section("", ("count", "habit")),
                Section(advanced, ("keep", "seed"), is_open=False),
            ],
            MODEL: [
                Section("", ("count", "attempts", "keep", "temperature")),
                Section(advanced, ADVANCED, is_open=False),
            ],
        }
        return {key: ConfigForm(theme, GenerateConfig, parts) for key, parts in sections.items()}

    def _card(self, title: str, parts: tuple[QWidget, ...]) -> Card:
        card = Card(self._session.theme, title)
        for part in parts:
            card.body.addWidget(part)
        return card

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        start = buttons.addButton(self.tr("Generate"), QDialogButtonBox.ButtonRole.AcceptRole)
        start.setProperty("kind", "primary")
        start.setDefault(True)
        buttons.accepted.connect(self.start)
        buttons.rejected.connect(self.reject)
        buttons.setContentsMargins(0, 0, self._session.theme.px(12), 0)
        return buttons

    def _on_remembered(self, values: Any) -> None:
        if not isinstance(values, dict):
            return
        try:
            from_json(GenerateConfig, values)  # another version may have written them
        except InputError:
            return
        source = values.get("source")
        if source in self._forms:
            self.choose_source(source)
            self._forms[source].set_values(
                {k: v for k, v in values.items() if k not in ("source", "environments", "model")}
            )
        self._mix.set_value(values.get("environments", ()))
        if values.get("model"):
            self._model.set_ref(str(values["model"]))

    def _on_source(self) -> None:
        source = self._source.currentData()
        self._model.setVisible(source == MODEL)
        self._about.setText(
            self.tr("The model tries each problem; what its checker accepts is kept, every step.")
            if source == MODEL
            else self.tr("Exact solutions, quick to make, in the style that the starter learned "
                         "from. No model is needed.")
        )  # fmt: skip
        for name, form in self._forms.items():
            form.setVisible(name == source)
