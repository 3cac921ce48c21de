"""The card about this machine: what it has, and what can be run on it."""

from collections.abc import Callable
from dataclasses import dataclass

import psutil
from PySide6.QtCore import QLocale

from o1desk.gui.session import Session
from o1desk.gui.widgets.cards import Card
from o1desk.gui.widgets.labels import label
from o1desk.jobs.machine import Gpu, gpus

GIB = 1 << 30
MIB_PER_GIB = 1024
BYTES_PER_WEIGHT_8_BIT = 1.1  # q8_0 with its scales


@dataclass(frozen=True, slots=True, kw_only=True)
class MachineFacts:
    """Cores, memory and free memory in GiB, free disk in GiB, graphics cards."""

    cores: int
    memory: float
    free: float
    disk: float
    cards: tuple[Gpu, ...]


def machine_facts(session: Session) -> Callable[[], MachineFacts]:
    """Return a function that looks them up; it may ask the graphics driver."""

    def look() -> MachineFacts:
        memory = psutil.virtual_memory()
        return MachineFacts(
            cores=psutil.cpu_count() or 1,
            memory=memory.total / GIB,
            free=memory.available / GIB,
            disk=psutil.disk_usage(str(session.data)).free / GIB,
            cards=gpus(),
        )

    return look


class MachineCard(Card):
    """Facts, and one sentence of what they mean."""

    def __init__(self, session: Session) -> None:
        """Look the facts up."""
        super().__init__(session.theme, self.tr("This machine"))
        self._session = session
        self._facts, self._words = label("", is_wrapped=True), label("", "muted", is_wrapped=True)
        self.body.addWidget(self._facts)
        self.body.addWidget(self._words)

    def look(self) -> None:
        """Look the facts up anew."""
        self._session.ops.read(machine_facts(self._session), self._show, owner=self)

    def _show(self, facts: MachineFacts) -> None:
        number = QLocale().toString
        parts = [
            self.tr("%Ln core(s)", "", facts.cores),
            self.tr("{free} of {all} GiB memory free").format(
                free=number(facts.free, "f", 1), all=number(facts.memory, "f", 0)
            ),
            self.tr("{n} GiB disk free").format(n=number(facts.disk, "f", 0)),
        ]
        for card in facts.cards:
            free, total = card.free_mib / MIB_PER_GIB, card.total_mib / MIB_PER_GIB
            parts.append(
                self.tr("{name}: {free} of {all} GiB free").format(
                    name=card.name, free=number(free, "f", 1), all=number(total, "f", 0)
                )
            )
        if not facts.cards:
            parts.append(self.tr("no NVIDIA graphics card found"))
        self._facts.setText(" \u00b7 ".join(parts))
        room = max([facts.free, *(card.free_mib / MIB_PER_GIB for card in facts.cards)])
        largest = 0.7 * room / BYTES_PER_WEIGHT_8_BIT
        self._words.setText(
            self.tr(
                "The starter trains and answers here in minutes. Chat fits models of up to about "
                "{n} billion parameters at 8 bit."
            ).format(n=number(largest, "f", 0 if largest >= 1 else 1))
        )
