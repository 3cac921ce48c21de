"""The bar at the lower edge: what runs, what the machine has free, and where the data lies."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import psutil
from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QProgressBar, QStatusBar

from o1desk.gui.device_label import DeviceLabel
from o1desk.gui.live_run import LiveRun
from o1desk.gui.pages.data.file_work import FileWork, file_works
from o1desk.gui.session import Session
from o1desk.gui.shown import one_line
from o1desk.gui.times import remaining_text
from o1desk.gui.widgets.labels import button, label

MEMORY_MS = 2000  # only while something runs
GIB = 1 << 30
PAGES = {
    "train": "train",
    "generate": "data",
    "evaluate": "overview",
    "chat": "chat",
    "export": "models",
}
PER_MILLE = 1000  # steps of the bar for a share
TITLE_CHARACTERS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A job as the bar shows it.

    Attributes:
        title: What people read.
        done: How much is done.
        total: How much there is; 0 when nobody knows.
        left: A guess of the time still needed, in words; empty when unknown.
        open: Shows it on its page.
    """

    title: str
    done: int
    total: int
    left: str
    open: Callable[[], None]


class StatusBar(QStatusBar):
    """Says what goes on without being asked."""

    def __init__(self, session: Session) -> None:
        """Listen to the session's runs and files."""
        super().__init__()
        self._session = session
        theme = session.theme
        self.setSizeGripEnabled(False)
        self._shown: Shown | None = None
        self._chip = button("", self._open_shown, kind="link", tip=self.tr("Show this job"))
        self._bar = QProgressBar()
        self._bar.setFixedWidth(theme.px(120))
        self._bar.setAccessibleName(self.tr("Progress of the running job"))
        self._left = label("", "small")
        self._memory = label("", "small")
        self._memory.setToolTip(self.tr("Memory of this machine that is free now, and all of it"))
        folder = button(
            _short(str(session.data)), self._open_folder, kind="link",
            tip=self.tr("Open the data folder: database, runs, backups"),
        )  # fmt: skip
        self.addWidget(self._chip)
        self.addWidget(self._bar)
        self.addWidget(self._left)
        self.addPermanentWidget(DeviceLabel(session))
        self.addPermanentWidget(self._memory)
        self.addPermanentWidget(folder)
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._show_memory)
        session.runs.run_added.connect(self._on_run)
        session.runs.run_ended.connect(self._refresh)
        self._files = file_works(session)
        for run in session.runs.active:
            self._on_run(run)
        self._files.added.connect(self._on_file)
        self._files.removed.connect(self._refresh)
        for work in self._files.works:
            self._on_file(work)
        self._show_memory()
        self._refresh()

    def _on_run(self, run: LiveRun) -> None:
        run.changed.connect(self._refresh)
        self._refresh()

    def _on_file(self, work: FileWork) -> None:
        for signal in (work.progressed, work.finished, work.failed):
            signal.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        """Show what began last; a file counts as later, for it is done sooner than a run."""
        runs = [run for run in self._session.runs.active if not run.is_quiet]
        files = [work for work in self._files.works if not work.is_over]
        shown = [*map(self._of_run, runs), *map(self._of_file, files)]
        self._shown = shown[-1] if shown else None
        for part in (self._chip, self._bar, self._left):
            part.setVisible(self._shown is not None)
        if self._shown is None:
            if not self._session.runs.active:
                self._clock.stop()
            return
        if not self._clock.isActive():
            self._clock.start(MEMORY_MS)
        more = f" (+{len(shown) - 1})" if len(shown) > 1 else ""
        self._chip.setText(one_line(self._shown.title, TITLE_CHARACTERS) + more)
        self._bar.setRange(0, self._shown.total)
        self._bar.setValue(self._shown.done)
        self._left.setText(self._shown.left)

    def _of_run(self, run: LiveRun) -> Shown:
        progress = run.progress
        return Shown(
            title=run.title,
            done=progress.done if progress else 0,
            total=progress.total if progress else 0,
            left="",  # that of a phase only; its card knows better
            open=partial(self._session.open, PAGES.get(run.role, "overview"), run=run.id),
        )

    def _of_file(self, work: FileWork) -> Shown:
        return Shown(
            title=work.title,
            done=int(PER_MILLE * (work.share or 0)),
            total=PER_MILLE,
            left=remaining_text(work.remaining_s()),
            open=partial(self._session.open, "data"),
        )

    def _show_memory(self) -> None:
        memory = psutil.virtual_memory()
        free, total = memory.available / GIB, memory.total / GIB
        self._memory.setText(self.tr("{free} of {total} GiB free").format(
            free=f"{free:.1f}", total=f"{total:.0f}"
        ))  # fmt: skip

    def _open_shown(self) -> None:
        if self._shown is not None:
            self._shown.open()

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._session.data)))


def _short(path: str, limit: int = 48) -> str:
    return path if len(path) <= limit else f"\u2026{path[-limit:]}"
