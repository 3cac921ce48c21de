"""The form behind Generate: who solves which problems, and how many."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from o1desk.core.config_json import from_json
from o1desk.core.configs import GenerateConfig
from o1desk.core.errors import InputError
from o1desk.gui.forms import ConfigForm, Section
from o1desk.gui.session import Session
from o1desk.gui.widgets.cards import Card, column, scrolled
from o1desk.gui.widgets.environment_mix import EnvironmentMix
from o1desk.gui.widgets.labels import label
from o1desk.gui.widgets.model_picker import ModelPicker

SOLVER, MODEL = "solver", "model"
SIZE_PX = (620, 640)


class GenerateDialog(QDialog):
    """Asks what to generate.

    Signals:
        start_asked: Start with these settings (dict for GenerateConfig).
    """

    start_asked = Signal(object)

    def __init__(self, session: Session, parent: QWidget, source: str) -> None:
        """Show the form for a source, "solver" or "model"."""
        super().__init__(parent)
        theme = session.theme
        self.setWindowTitle(self.tr("Generate samples"))
        self.resize(theme.px(SIZE_PX[0]), theme.px(SIZE_PX[1]))
        content, rows = column(theme, edge=4, gap=12)
        self._source = QComboBox()
        self._source.setAccessibleName(self.tr("Who solves the problems"))
        self._source.addItem(self.tr("Solver: exact worked steps"), SOLVER)
        self._source.addItem(self.tr("Model: sampled attempts, checked and filtered"), MODEL)
        self._source.setCurrentIndex(self._source.findData(source))
        self._source.currentIndexChanged.connect(self._on_source)
        who = Card(theme, self.tr("Who solves the problems"))
        who.body.addWidget(self._source)
        self._model = ModelPicker(session)
        who.body.addWidget(self._model)
        rows.addWidget(who)
        which = Card(theme, self.tr("Which problems"))
        self._mix = EnvironmentMix(session)
        which.body.addWidget(self._mix)
        rows.addWidget(which)
        self._forms = {
            SOLVER: ConfigForm(
                theme, GenerateConfig, [Section(self.tr("How"), ("count", "habit", "keep", "seed"))]
            ),
            MODEL: ConfigForm(
                theme,
                GenerateConfig,
                [
                    Section(self.tr("How"), ("count", "attempts", "keep", "temperature")),
                    Section(
                        self.tr("Advanced"),
                        ("max_new_tokens", "seed", "device", "precision"),
                        is_open=False,
                    ),
                ],
            ),
        }
        for form in self._forms.values():
            rows.addWidget(form)
        rows.addStretch(1)
        self._trouble = label("", tone="bad", is_wrapped=True)
        self._trouble.hide()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        start = buttons.addButton(self.tr("Generate"), QDialogButtonBox.ButtonRole.AcceptRole)
        start.setProperty("kind", "primary")
        start.setDefault(True)
        buttons.accepted.connect(self._on_start)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(scrolled(content), 1)
        layout.addWidget(self._trouble)
        layout.addWidget(buttons)
        self._on_source()

    def config(self) -> dict[str, Any]:
        """Return the settings as they stand in the form.

        Raises:
            InputError: If something does not fit.
        """
        source = str(self._source.currentData())
        form = self._forms[source]
        if form.errors():
            raise InputError(form.errors()[0])
        if not self._mix.value():
            raise InputError(self.tr("Choose at least one environment"))
        config = form.values() | {"source": source, "environments": self._mix.value()}
        if source == MODEL:
            config["model"] = self._model.ref()
        from_json(GenerateConfig, config)
        return config

    def _on_source(self) -> None:
        source = self._source.currentData()
        self._model.setVisible(source == MODEL)
        for name, form in self._forms.items():
            form.setVisible(name == source)

    def _on_start(self) -> None:
        try:
            config = self.config()
        except InputError as error:
            self._trouble.setText(str(error))
            self._trouble.show()
            return
        self.start_asked.emit(config)
        self.accept()
