"""The device in the status bar: where models compute now, or where they would."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from o1desk.core.words import filled
from o1desk.gui.live_run import LiveRun
from o1desk.gui.session import Session
from o1desk.jobs.machine import CPU, device_for


class DeviceLabel(QLabel):
    """Names the devices that the workers hold; without any, the best one of this machine."""

    def __init__(self, session: Session) -> None:
        """Look the best device up beside the window: it may ask the graphics driver."""
        super().__init__()
        self._session = session
        self._best = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "small")
        self.setToolTip(self.tr("Where models compute now; while none does, where they would"))
        session.ops.read(device_for, self._on_best, owner=self)
        session.runs.run_added.connect(self._on_run)
        session.runs.run_ended.connect(self.refresh)
        for run in session.runs.active:
            self._on_run(run)
        self.refresh()

    def refresh(self) -> None:
        """Show what is held now."""
        manager = self._session.runs.manager
        held = (manager.lease.device_of(job.run.id) for job in manager.jobs)
        devices = dict.fromkeys(device for device in held if device) or [self._best]
        self.setText(", ".join(self._words(device) for device in devices))

    def _on_run(self, run: LiveRun) -> None:
        run.changed.connect(self.refresh)
        self.refresh()

    def _on_best(self, device: str) -> None:
        self._best = device
        self.refresh()

    def _words(self, device: str) -> str:
        if device == CPU:
            return self.tr("CPU")
        return filled(self.tr("GPU %1"), [device.partition(":")[2]]) if device else ""
