"""The bar at the lower edge: what runs, what the machine has free, and where the data lies."""

import psutil
from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QProgressBar, QStatusBar

from o1desk.gui.live_run import LiveRun
from o1desk.gui.session import Session
from o1desk.gui.widgets.labels import button, label

MEMORY_MS = 2000  # only while something runs
GIB = 1 << 30
PAGES = {"train": "train", "generate": "data", "evaluate": "overview", "chat": "chat"}


class StatusBar(QStatusBar):
    """Says what goes on without being asked."""

    def __init__(self, session: Session) -> None:
        """Listen to the session's runs."""
        super().__init__()
        self._session = session
        theme = session.theme
        self.setSizeGripEnabled(False)
        self._run: LiveRun | None = None
        self._chip = button("", self._open_run, kind="link", tip=self.tr("Show this job"))
        self._bar = QProgressBar()
        self._bar.setFixedWidth(theme.px(120))
        self._bar.setAccessibleName(self.tr("Progress of the running job"))
        self._memory = label("", "small")
        self._memory.setToolTip(self.tr("Memory of this machine that is free now, and all of it"))
        folder = button(
            _short(str(session.data)), self._open_folder, kind="link",
            tip=self.tr("Open the data folder: database, runs, backups"),
        )  # fmt: skip
        self.addWidget(self._chip)
        self.addWidget(self._bar)
        self.addPermanentWidget(self._memory)
        self.addPermanentWidget(folder)
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._show_memory)
        session.runs.run_added.connect(self._on_run)
        session.runs.run_ended.connect(self._refresh)
        for run in session.runs.active:
            self._on_run(run)
        self._show_memory()
        self._refresh()

    def _on_run(self, run: LiveRun) -> None:
        run.changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        shown = [run for run in self._session.runs.active if not run.is_quiet]
        self._run = shown[-1] if shown else None
        self._chip.setVisible(self._run is not None)
        self._bar.setVisible(self._run is not None)
        if self._run is None:
            if not self._session.runs.active:
                self._clock.stop()
            return
        if not self._clock.isActive():
            self._clock.start(MEMORY_MS)
        progress = self._run.progress
        more = f" (+{len(shown) - 1})" if len(shown) > 1 else ""
        self._chip.setText(self._run.title + more)
        self._bar.setRange(0, progress.total if progress else 0)
        self._bar.setValue(progress.done if progress else 0)

    def _show_memory(self) -> None:
        memory = psutil.virtual_memory()
        free, total = memory.available / GIB, memory.total / GIB
        self._memory.setText(self.tr("{free} of {total} GiB free").format(
            free=f"{free:.1f}", total=f"{total:.0f}"
        ))  # fmt: skip

    def _open_run(self) -> None:
        if self._run is not None:
            self._session.open(PAGES.get(self._run.role, "overview"), run=self._run.id)

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._session.data)))


def _short(path: str, limit: int = 48) -> str:
    return path if len(path) <= limit else f"\u2026{path[-limit:]}"
