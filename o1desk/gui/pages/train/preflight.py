"""What a run will cost, why it cannot start yet, and the button that starts it."""

import contextlib
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar
from typing_extensions import override

from o1desk.core.config_json import to_json
from o1desk.core.errors import InputError
from o1desk.gui.pages.train import checks
from o1desk.gui.pages.train.chat_in_the_way import ChatInTheWay
from o1desk.gui.pages.train.controller import TrainController
from o1desk.gui.pages.train.cost_grid import CostGrid
from o1desk.gui.pages.train.measuring import Room, room_for
from o1desk.gui.run_words import phase_text
from o1desk.gui.widgets.cards import Card
from o1desk.gui.widgets.labels import button, label, rule, set_tone
from o1desk.jobs.estimate import Estimate
from o1desk.jobs.lease import Grant

if TYPE_CHECKING:
    from o1desk.gui.session import Session

LOOK_MS = 300


class Preflight(Card):
    """The card beside the form.

    Attributes:
        costs: What the run will cost.
        chat: What to do about the model of the chat.

    Signals:
        first_error_asked: The person wants to be taken to what is wrong in the form.
    """

    first_error_asked = Signal()

    def __init__(self, session: "Session", controller: TrainController) -> None:
        """Know nothing of the form yet."""
        super().__init__(session.theme, self.tr("Before it starts"))
        self._session, self._controller = session, controller
        self._errors: tuple[str, ...] = ()
        self._room: Room | None = None
        self.costs = CostGrid(session.theme)
        self.body.addWidget(self.costs)
        self._measure_line()
        self.body.addWidget(rule())
        self._reasons = label("", tone="bad", is_wrapped=True)
        self._warnings = label("", tone="warn", is_wrapped=True)
        self.body.addWidget(self._reasons)
        self.body.addWidget(self._warnings)
        self.chat = ChatInTheWay(session)
        self.chat.beside_asked.connect(self._launch)
        self.chat.changed.connect(self._show_launching)
        self.body.addWidget(self.chat)
        self._start_lines()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(LOOK_MS)
        self._later.timeout.connect(self._look)
        controller.measuring.changed.connect(self.refresh)
        controller.launching.changed.connect(self.refresh)
        for signal in (session.runs.run_added, session.runs.run_ended):
            signal.connect(self.refresh)
            signal.connect(self._look_soon)
        self.refresh()

    # --- building ---

    def _measure_line(self) -> None:
        theme = self._session.theme
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        self._measure = button(
            self.tr("Measure"), self.measure,
            tip=self.tr("Make two real steps in a folder that is thrown away (Ctrl+M)"),
        )  # fmt: skip
        self._stop_measure = button(self.tr("Cancel"), self._controller.measuring.cancel)
        self._measure_words = label("", "small", is_wrapped=True)
        line.addWidget(self._measure)
        line.addWidget(self._stop_measure)
        line.addWidget(self._measure_words, 1)
        self._measure_bar = _bar(self.tr("Progress of the measurement"))
        self.body.addLayout(line)
        self.body.addWidget(self._measure_bar)

    def _start_lines(self) -> None:
        self._start = button(
            self.tr("Start"), self.start, kind="primary",
            tip=self.tr("Start the training (Ctrl+Return)"),
        )  # fmt: skip
        self._show_error = button(
            self.tr("Show it"), self.first_error_asked.emit, kind="link",
            tip=self.tr("Go to the value that cannot be used"),
        )  # fmt: skip
        self._launch_words = label("", "small", is_wrapped=True)
        self._launch_bar = _bar(self.tr("Progress of the preparation"))
        self._stop_launch = button(self.tr("Cancel"), self._controller.launching.cancel)
        self.body.addWidget(self._show_error)
        for widget in (self._start, self._launch_words, self._launch_bar, self._stop_launch):
            self.body.addWidget(widget)
        self.body.addStretch(1)

    # --- what is known ---

    def set_errors(self, errors: Sequence[str]) -> None:
        """Take the form's complaints; the form itself is in the controller."""
        self._errors = tuple(errors)
        self.refresh()
        self._look_soon()

    @property
    def reasons(self) -> list[str]:
        """Why it cannot start, one sentence each."""
        found = checks.reasons(self._controller.draft, self._errors, self._room)
        refusal = self._session.refusal
        return [refusal, *found] if refusal else found

    @property
    def warnings(self) -> list[str]:
        """What one should know before starting."""
        is_busy = any(run.role == "train" for run in self._session.runs.active)
        return checks.warnings(self._memory_mib(), self._room, is_busy=is_busy)

    @property
    def can_start(self) -> bool:
        """Whether Start would start."""
        return not self.reasons and not self._controller.launching.is_busy

    # --- doing ---

    def measure(self) -> None:
        """Measure time and memory by two real steps."""
        try:
            self._controller.measuring.start(self._controller.draft)
        except InputError:
            self.refresh()

    def start(self) -> None:
        """Start the training; the model of a chat that is in the way is asked about first."""
        if self.can_start and self.chat.is_open:
            self.chat.take_focus()
        else:
            self._launch()

    def _launch(self) -> None:
        if self.can_start:
            sentence = self._controller.launch()
            if sentence:
                self._session.toast(sentence, tone="bad")

    # --- showing ---

    def refresh(self) -> None:
        """Show what is known now."""
        self._show_costs()
        self._show_measuring()
        reasons, warnings = self.reasons, self.warnings
        self._reasons.setText("\n".join(reasons))
        self._reasons.setVisible(bool(reasons))
        self._show_error.setVisible(bool(self._errors))
        self._warnings.setText("\n".join(warnings))
        self._warnings.setVisible(bool(warnings))
        self._start.setEnabled(self.can_start)
        self.chat.refresh()
        self._show_launching()

    def _show_costs(self) -> None:
        with contextlib.suppress(InputError):
            config = self._controller.draft.config()
            self.costs.show_costs(config, self._measured(), self._room)

    def _measured(self) -> Estimate | None:
        measuring = self._controller.measuring
        return None if measuring.is_stale(self._controller.draft) else measuring.estimate

    def _memory_mib(self) -> float | None:
        found = self._measured()
        sizes = [] if found is None else [found.memory_mib]
        if self._room is not None and self._room.need_mib is not None:
            sizes.append(self._room.need_mib)
        return max(sizes, default=None)

    def _show_measuring(self) -> None:
        measuring = self._controller.measuring
        self._measure.setVisible(not measuring.is_running)
        self._measure.setEnabled(not self.reasons)
        self._stop_measure.setVisible(measuring.is_running)
        self._measure_bar.setVisible(measuring.is_running)
        words = self.tr("Two real steps tell time and memory; nothing of them is kept.")
        tone = ""
        if measuring.is_running:
            words = self.tr("Measuring: {phase}").format(
                phase=phase_text(measuring.phase) or self.tr("the model is loaded")
            )
        elif measuring.trouble:
            words, tone = measuring.trouble, "warn"
        elif measuring.estimate is not None:
            words = self.tr("Measured by {n} real steps.")
            words = words.format(n=measuring.estimate.steps_measured)
            if measuring.is_stale(self._controller.draft):
                words, tone = self.tr("The form has changed since it was measured."), "warn"
        self._measure_words.setText(words)
        set_tone(self._measure_words, tone)

    def _show_launching(self) -> None:
        launching = self._controller.launching
        solving = launching.solving
        self._start.setVisible(not launching.is_busy and not self.chat.is_open)
        self.chat.set_can_start(self.can_start)
        for widget in (self._launch_words, self._launch_bar):
            widget.setVisible(launching.is_busy)
        self._stop_launch.setVisible(solving is not None)
        progress = None if solving is None else solving.progress
        words = self.tr("Samples are read")
        if solving is not None:
            done, total = (progress.done, progress.total) if progress else (0, 0)
            number = QLocale().toString
            words = self.tr("Solvers write samples: {done} of {total}").format(
                done=number(done), total=number(total)
            )
        self._launch_words.setText(words)
        self._launch_bar.setRange(0, progress.total if progress else 0)
        self._launch_bar.setValue(progress.done if progress else 0)

    # --- looking ---

    def _look_soon(self) -> None:
        if self.isVisible():
            self._later.start()

    def _look(self) -> None:
        try:
            config = self._controller.draft.config()
        except InputError:
            return
        data, manager = self._session.data, self._session.runs.manager
        job = {"method": self._controller.draft.method, "config": to_json(config)}
        self._session.ops.read(
            lambda: (room_for(config, data), manager.room_for("train", job)),
            self._on_room, owner=self,
        )  # fmt: skip

    def _on_room(self, found: tuple[Room, Grant]) -> None:
        self._room, grant = found
        self.chat.show_grant(grant, self._room.device)
        self.refresh()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look_soon()


def _bar(name: str) -> QProgressBar:
    made = QProgressBar()
    made.setRange(0, 0)
    made.setAccessibleName(name)
    made.hide()
    return made
