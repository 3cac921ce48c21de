"""How late the window's event loop is: a timer asks to be called, and notes when it was.

Run as a program it opens one window without a screen, keeps it busy for a while, and prints one
JSON object: `python -m o1desk.bench.lateness CASE SECONDS FOLDER`.
"""

import itertools
import json
import os
import sys
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from o1desk.core.events import Event
    from o1desk.gui.live_run import LiveRun
    from o1desk.gui.session import Session
    from o1desk.gui.window import MainWindow

TICK_MS = 5
EVENTS_PER_S = 50
POINTS = 10_000
FRAME_MS, ROWS_PER_FRAME = 16, 7  # of the scrolling: as fast as a screen shows, 400 rows a second
WARM_S = 2.0  # the first paint and the imports behind it are measured elsewhere
SIZE = (1920, 1080)
METRICS = (
    "reward", "heldout_pass_at_1", "entropy", "length_mean", "grad_norm", "mismatch_kl",
    "clipped_ratio", "frac_reward_zero_std", "rollout_tps",
)  # fmt: skip


def quantiles(late_ms: list[float]) -> dict[str, float]:
    """Return median, 99th percentile and the largest, ms."""
    ordered = sorted(late_ms)
    last = len(ordered) - 1
    return {"p50": ordered[last // 2], "p99": ordered[round(0.99 * last)], "max": ordered[-1]}


def measure(case: str, seconds: float, folder: Path) -> dict[str, Any]:
    """Open the window of a case and return how late its loop was.

    Args:
        case: A key of `CASES`.
        seconds: How long to measure.
        folder: Data folder with the samples of the case.
    """
    from PySide6.QtWidgets import QApplication

    from o1desk.core.settings import Settings
    from o1desk.gui.garbage import Garbage
    from o1desk.gui.session import Session
    from o1desk.gui.theme import Theme
    from o1desk.jobs.manager import Manager
    from o1desk.store import open_store

    app = QApplication([])
    garbage = Garbage(app)
    with open_store(folder) as store:
        settings = Settings(folder / "settings.json")
        session = Session(store, Manager(folder), settings, Theme(app, mode="light"))
        window, facts = CASES[case](session)
        window.resize(*SIZE)
        window.show()
        late = _lateness(seconds)
        told = quantiles(late) | {"ticks": len(late), **facts()}
        window.close()
        session.ops.close()
    garbage.give_back()
    return told


def missed(late_ms: float) -> list[float]:
    """Return how late a tick came, and the ticks that did not come while it was waited for.

    A loop that stands still for 100 ms is late for all twenty ticks of that time, not for one.
    """
    late_ms = max(0.0, late_ms)
    return [late_ms - TICK_MS * n for n in range(int(late_ms // TICK_MS) + 1)]


def _lateness(seconds: float) -> list[float]:
    """Run the event loop for a while; return how late each tick came, ms."""
    from PySide6.QtCore import QCoreApplication, Qt, QTimer

    late: list[float] = []
    begun = time.perf_counter() + WARM_S
    last = time.perf_counter()

    def tick() -> None:
        nonlocal last
        now = time.perf_counter()
        if now > begun:
            late.extend(missed((now - last) * 1000 - TICK_MS))
        last = now

    clock = QTimer()
    clock.setTimerType(Qt.TimerType.PreciseTimer)
    clock.timeout.connect(tick)
    clock.start(TICK_MS)
    QTimer.singleShot(int((WARM_S + seconds) * 1000), _leave)
    QCoreApplication.exec()
    clock.stop()
    return late


def _leave() -> None:
    from PySide6.QtCore import QCoreApplication

    QCoreApplication.exit(0)  # `quit` would close the window before it is asked what it showed


Opened = tuple["QWidget", Callable[[], Mapping[str, Any]]]
"""A window, and a function that tells what was to be seen in it."""


def _nothing() -> dict[str, Any]:
    return {}


def _window(session: "Session", page: str) -> "MainWindow":
    from PySide6.QtCore import QSettings

    from o1desk.gui.window import MainWindow

    shape = QSettings(str(session.data / "window.ini"), QSettings.Format.IniFormat)
    window = MainWindow(session.theme, shape)
    window.attach(session, first=page)
    window.release()
    return window


def empty(session: "Session") -> Opened:
    """Open a window with nothing in it; the same loop goes on behind it."""
    from PySide6.QtWidgets import QWidget

    del session
    return QWidget(), _nothing


def streamed_beside(session: "Session") -> Opened:
    """Open an empty window while a run speaks: what the run itself costs."""
    _speak(session)
    return empty(session)


def training(session: "Session") -> Opened:
    """Open the Train page on a run with 10,000 points in each chart, which goes on speaking."""
    from o1desk.gui.charts.line import LineChart

    window = _window(session, "train")
    live = _speak(session)
    session.parts["train"].show_live(live)
    session.open("train", view="this")

    def facts() -> dict[str, Any]:
        charts = [each for each in window.findChildren(LineChart) if each.isVisible()]
        seen = [each for each in charts if not each.visibleRegion().isEmpty()]
        return {"charts": len(seen), "points": len(live.series[METRICS[0]])}

    return window, facts


def _speak(session: "Session") -> "LiveRun":
    """Start a run that knows its past and tells fifty more events a second."""
    from o1desk.core.events import Metric, Progress, Stamped, State

    live, listener = session.runs.follow("train", "A training")
    live.config = {"method": "rl", "config": {"steps": 10 * POINTS}}
    now = time.time()
    for step in range(POINTS):
        event = Metric(step=step, values=_values(step))
        live.take(Stamped(seq=step, t=now - POINTS + step, event=event))
    listener(Stamped(seq=POINTS, t=now, event=State(state="running")))

    def speak() -> None:
        for step in itertools.count(POINTS):
            told: list[Event] = [Metric(step=step, values=_values(step))]
            told.append(Progress(phase="step", done=step, total=10 * POINTS))
            for event in told:
                listener(Stamped(seq=2 * step, t=time.time(), event=event))
            time.sleep(len(told) / EVENTS_PER_S)

    threading.Thread(target=speak, daemon=True).start()
    return live


def _values(step: int) -> dict[str, float]:
    return {name: (step * (7 + place) % 101) / 101 for place, name in enumerate(METRICS)}


def table(session: "Session") -> Opened:
    """Open the Data page and scroll through every sample."""
    from PySide6.QtCore import QTimer

    from o1desk.gui.models.table_view import TableView

    window = _window(session, "data")
    view = window.findChild(TableView)
    assert view is not None  # noqa: S101 - the page has one
    clock = QTimer(window)

    def roll() -> None:
        bar = view.verticalScrollBar()
        at = bar.value() + ROWS_PER_FRAME
        bar.setValue(0 if at > bar.maximum() else at)

    clock.timeout.connect(roll)
    clock.start(FRAME_MS)

    def facts() -> dict[str, Any]:
        model = view.model()
        return {"rows": model.rowCount()}

    return window, facts


CASES: Mapping[str, Callable[["Session"], Opened]] = {
    "empty": empty,
    "streamed beside": streamed_beside,
    "training": training,
    "table": table,
}


if __name__ == "__main__":
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    found = measure(sys.argv[1], float(sys.argv[2]), Path(sys.argv[3]))
    sys.stdout.write(json.dumps(found) + "\n")
