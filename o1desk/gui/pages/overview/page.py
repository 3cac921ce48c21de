"""Overview: where everything is, what moves, and one button that runs all of it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from o1desk.core.registry import leaves
from o1desk.gui.live_run import LiveRun
from o1desk.gui.page import Command, Page
from o1desk.gui.pages.overview.controller import loop_controller
from o1desk.gui.pages.overview.diagram import Diagram
from o1desk.gui.pages.overview.figures import Figures, figures_of
from o1desk.gui.pages.overview.loop_card import LoopCard
from o1desk.gui.pages.overview.parts import AT_WORK, FLOWS, Part
from o1desk.gui.session import Session
from o1desk.gui.widgets.cards import Card, column, scrolled
from o1desk.gui.widgets.labels import button, label

if TYPE_CHECKING:
    from o1desk.gui.pages.overview.result_card import ResultCard

WELCOMED = "overview.welcomed"  # key of the store's state table
REFRESH_MS = 400  # figures are looked up at most this often
PAINT_FIRST_MS = 50


class OverviewPage(Page):
    """The first tab."""

    KEY = "overview"
    ICON = "overview"

    def __init__(self, session: Session) -> None:
        """Build picture and button; figures and charts follow."""
        super().__init__(session)
        self._loop = loop_controller(session)
        content, self._rows = column(self.theme, edge=24, gap=16)
        self._welcome = self._welcome_card()
        self._diagram = Diagram(self.theme)
        self._diagram.part_chosen.connect(self._on_part)
        self._card = LoopCard(self.theme, self._loop)
        self._card.run_asked.connect(self._on_run_asked)
        self._card.set_ready(is_ready=not session.store.is_read_only)
        self._result: ResultCard | None = None
        self._is_painted = False
        self._rows.addWidget(self._welcome)
        self._rows.addWidget(self._diagram)
        self._rows.addWidget(self._card)
        self._rows.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(content))
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(REFRESH_MS)
        self._later.timeout.connect(self._look)
        session.tables_changed.connect(self._on_tables)
        session.runs.run_added.connect(self._on_run)
        session.runs.run_ended.connect(self._show_flows)
        self._loop.changed.connect(self._show_flows)
        self._loop.finished.connect(self._on_result)
        for run in session.runs.active:
            self._on_run(run)
        session.ops.read(
            lambda: bool(session.store.state.get(WELCOMED)), self._on_welcomed, owner=self
        )

    @override
    def title(self) -> str:
        return self.tr("Overview")

    @override
    def commands(self) -> Sequence[Command]:
        return (
            Command(
                key="loop.run", title=self.tr("Run the loop"), run=self._card.start, shortcut="F5",
                words="before after train measure", is_ready=self._can_run,
            ),
            Command(
                key="loop.cancel", title=self.tr("Cancel the loop"), run=self._loop.cancel,
                is_ready=lambda: self._loop.is_running,
            ),
        )  # fmt: skip

    @override
    def entered(self) -> None:
        self._look()
        self._show_flows()
        # The charts' library takes a second to load: the picture is painted first.
        QTimer.singleShot(PAINT_FIRST_MS, self, self._on_painted)

    def _can_run(self) -> bool:
        return not self._loop.is_running and not self.session.store.is_read_only

    # --- parts ---

    def _welcome_card(self) -> Card:
        card = Card(self.theme, self.tr("Welcome to O1 Desk"), kind="sunken")
        for text in (
            self.tr("This is the o1 loop: make chains of thought, train on them, think with them."),
            self.tr(
                "A small starter model is included; press Run the loop to watch it get better."
            ),
            self.tr("Click any part to open it. Ctrl+K finds everything, ? shows the keys."),
        ):
            card.body.addWidget(label(text, "muted", is_wrapped=True))
        card.head.addWidget(button(self.tr("Got it"), self._dismiss, kind="quiet"))
        card.hide()
        return card

    def _on_welcomed(self, is_old: bool) -> None:
        self._welcome.setVisible(not is_old)

    def _dismiss(self) -> None:
        self._welcome.hide()
        if self.session.store.is_read_only:
            return
        state = self.session.store.state
        self.session.ops.write(lambda: state.set(WELCOMED, True))

    def _on_part(self, part: Part) -> None:
        self.session.open(part.page, **part.what)

    def _on_run_asked(self, run_id: str) -> None:
        self.session.open("train", run=run_id)

    # --- figures and arrows ---

    def _on_tables(self) -> None:
        if self.isVisible():
            self._later.start()

    def _look(self) -> None:
        self.session.ops.read(figures_of(self.session), self._show_figures, owner=self)

    def _show_figures(self, found: Figures) -> None:
        number = QLocale().toString
        speed = self.tr("no answer yet")
        if found.decode_tps is not None:
            speed = self.tr("{n} tokens/s, last answer").format(n=number(round(found.decode_tps)))
        self._diagram.set_states(
            {
                "synthetic": self.tr("%Ln sample(s)", "", found.made),
                "experts": self.tr("%Ln label(s)", "", found.labels),
                "real": self.tr("%Ln from files and chats", "", found.real),
                "datasets": self.tr("%Ln dataset(s)", "", found.datasets),
                "model": self.tr("starter included"),
                "environment": self.tr("%Ln families of problems", "", found.environments),
                "reward": self.tr("%Ln reward(s) to mix", "", len(leaves("reward"))),
                "optimizer": self._optimizer_state(),
                "trained": self.tr("%Ln trained adapter(s)", "", found.adapters),
                "multi": self.tr("single chain or vote of up to 16"),
                "cot": self.tr("%Ln message(s)", "", found.messages),
                "efficiency": speed,
                "store": self.tr(
                    "{samples} chains of thought for {problems} problems; feeds the RL environment"
                ).format(samples=number(found.samples), problems=number(found.problems)),
            }
        )

    def _optimizer_state(self) -> str:
        training = [run for run in self.session.runs.active if run.role == "train"]
        if training and training[-1].progress is not None:
            return self.tr("at work: {title}").format(title=training[-1].title)
        if self._loop.is_running and self._loop.part == "train":
            return self.tr("at work")
        return self.tr("GRPO with LoRA, at rest")

    def _on_run(self, run: LiveRun) -> None:
        run.changed.connect(self._show_flows)
        run.streaming_changed.connect(self._show_flows)
        self._show_flows()

    def _show_flows(self) -> None:
        roles = {
            run.role
            for run in self.session.runs.active
            if run.is_streaming or run.role not in ("chat", "loop")
        }
        if self._loop.is_running:
            roles.add("evaluate" if self._loop.part.startswith("measure") else self._loop.part)
        flows = (flow for role in roles for flow in FLOWS.get(role, ()))
        working = (part for role in roles for part in AT_WORK.get(role, ()))
        self._diagram.set_flows(frozenset(flows))
        self._diagram.set_working(frozenset(working))
        self._diagram.set_states({"optimizer": self._optimizer_state()})

    # --- the result ---

    def _on_painted(self) -> None:
        self._is_painted = True
        self._on_result()

    def _on_result(self) -> None:
        """Show the newest result, once the page was painted."""
        result = self._loop.result
        if result is None or not self._is_painted:
            return
        if self._result is not None and self._result.result is result:
            return
        from o1desk.gui.pages.overview.result_card import ResultCard

        if self._result is not None:
            self._result.hide()
            self._result.deleteLater()
        self._result = ResultCard(self.session, result)
        self._rows.insertWidget(self._rows.indexOf(self._card) + 1, self._result)
