"""What a hand does to the window while it is killed, locked out or shut down."""

import ctypes
import dataclasses
import os
import signal
import struct
import sys
import time
from pathlib import Path
from types import SimpleNamespace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox

import o1desk.app as program
from o1desk.app import SOFTWARE
from o1desk.core.events import Metric
from o1desk.core.runs import RunState
from o1desk.gui.pages.chat.controller import chat_controller
from o1desk.gui.pages.overview import controller as loops
from o1desk.gui.pages.overview.controller import loop_controller
from o1desk.gui.tabs import TABS
from o1desk.gui.toasts import ToastFrame
from o1desk.gui.trouble import TroublePage
from o1desk.jobs import loop

KEYS = (Qt.Key.Key_3, Qt.Key.Key_1, Qt.Key.Key_2)


def label(hand):
    """Press so many rating keys on the Annotate page, then be killed by the system."""
    count = int(hand.words[0])
    hand.session.settings.set("annotate.stop_at_first_error", False)
    page = hand.page("annotate")
    desk = hand.session.parts["annotate"]
    yield lambda: desk.item is not None
    for number in range(count):
        if len(desk.item.labels) == len(desk.item.sample.trace.steps):
            before = desk.item.id
            hand.key(page, Qt.Key.Key_Return)
            yield lambda before=before: desk.item.id != before
        hand.key(page, KEYS[number % 3])
    hand.say(item=desk.item.id, step=desk.step, labels=labels(desk))
    os.kill(os.getpid(), signal.SIGKILL)


def look_at_labels(hand):
    """Say what the Annotate page shows after a start, then quit."""
    hand.page("annotate")
    desk = hand.session.parts["annotate"]
    yield lambda: desk.item is not None
    hand.say(item=desk.item.id, step=desk.step, labels=labels(desk))
    hand.quit()


def labels(desk):
    return {str(step): label.value for step, label in desk.item.labels.items()}


def go_back(hand):
    """Restore a backup on the Settings page; say what the start after it shows, then quit."""
    samples = hand.session.store.counts()["sample"]
    if samples == 30:
        hand.say(samples=samples, page=hand.window.stack.key, told=" ".join(texts(hand)))
        hand.quit()
        return
    backups = hand.page("settings").backups
    yield lambda: backups._list.count() and hand.words[0] in backups._list.item(0).text()
    assert not backups._restore.isEnabled()
    backups._list.setCurrentRow(0)
    hand.click("Restore\u2026")
    yield lambda: hand.find("Restore and start again") is not None
    hand.say(samples=samples)
    hand.click("Restore and start again")


def stay(hand):
    """Be there until a second start asks for the window, then quit."""
    hand.window.hide()
    hand.say(hidden=True)
    yield hand.window.isVisible
    hand.say(raised=True)
    hand.quit()


def be_there(hand):
    """Say so, and stay."""
    hand.say(there=True)
    yield lambda: False


def training(model, steps=100_000):
    """A training that makes many steps a second and does not end by itself."""
    return {
        "method": "rl",
        "config": {
            "model": model,
            "environments": [{"environment": "sums", "level": "easy"}],
            "steps": steps,
            "prompts": 2,
            "group_size": 2,
            "max_new_tokens": 8,
            "eval_every": 0,
            "eval_count": 0,
            "checkpoint_every": 50,
            "lora": {"rank": 2},
            "device": "cpu",
        },
    }


def start_training(hand):
    return hand.session.runs.start("train", training(hand.words[0]), title="A training")


def is_at_work(run):
    """Whether a training made some steps."""
    series = run.series.get("reward")
    assert run.end is None, run.end
    return series is not None and len(series) >= 3


def train(hand):
    """Train, and be there until somebody ends it."""
    run = start_training(hand)
    yield lambda: is_at_work(run)
    hand.say(run=run.id, worker=run.job.pid)


def log_out(hand):
    """Train, and let the system say that the person logs out."""
    run = start_training(hand)
    yield lambda: is_at_work(run)
    hand.say(run=run.id, worker=run.job.pid, sent=time.time())
    QApplication.instance().commitDataRequest.emit(None)


def take_the_offer(hand):
    """Resume the run that the window offers, let it go on a little, then quit."""
    hand.say(leaving=len(hand.desktop._folder.leaving))
    yield lambda: hand.find("Resume") is not None
    hand.say(stored=stored(hand.session.store))
    hand.click("Resume")
    run = hand.session.runs.active[0]
    yield lambda: is_at_work(run)
    hand.say(run=run.id, page=hand.window.stack.key)
    run.cancel()
    yield lambda: run.is_over
    hand.quit()


def look_for_offers(hand):
    """Say what the window offers a while after its start, then quit."""
    looks = hand.looks
    yield lambda: hand.looks > looks + 50
    toasts = [each.toast.text for each in hand.window.findChildren(ToastFrame)]
    hand.say(offers=toasts)
    hand.quit()


def stored(store):
    """How many events of runs the database holds."""
    return store.access.one("SELECT count(*) FROM run_event")[0]


def at_once(act):
    """Let an act begin before the data folder is open."""
    act.at_once = True
    return act


def texts(hand):
    """Everything that can be read."""
    return [each.text() for each in hand.window.findChildren(QLabel) if each.isVisible()]


@at_once
def start_locked_out(hand):
    """Start while another program has locked the database, try again when it let go."""
    yield lambda: any(text.startswith("Still opening") for text in texts(hand))
    hand.watch_gaps()
    yield lambda: hand.find("Try again") is not None
    hand.say(buttons=sorted(hand.buttons()), gap_s=hand.gap_s)
    yield lambda: Path(hand.words[0]).exists()
    hand.click("Try again")
    yield hand.is_open
    hand.say(samples=hand.session.store.counts()["sample"])
    hand.quit()


def label_locked_out(hand):
    """Label a step while another program has locked the database."""
    page = hand.page("annotate")
    desk = hand.session.parts["annotate"]
    yield lambda: desk.item is not None
    hand.say(item=desk.item.id)
    yield lambda: Path(hand.words[0]).exists()
    hand.watch_gaps()
    hand.key(page, Qt.Key.Key_3)
    yield lambda: any("Still storing" in text for text in texts(hand))
    hand.say(gap_s=hand.gap_s)
    yield lambda: not any("Still storing" in text for text in texts(hand))
    hand.say(labels=labels(desk))
    hand.quit()


@at_once
def restore(hand):
    """Find the database damaged, and put the newest backup in its place."""
    yield lambda: any(text.startswith("Restore the backup") for text in hand.buttons())
    hand.say(texts=texts(hand))
    offered = next(text for text in hand.buttons() if text.startswith("Restore the backup"))
    hand.click(offered)
    yield hand.is_open
    hand.say(samples=hand.session.store.counts()["sample"], page=hand.window.stack.key)
    hand.quit()


@at_once
def look_only(hand):
    """Find the folder read-only, look at every page, change nothing, quit."""
    yield lambda: hand.find("Open read-only, to look and export") is not None
    hand.say(texts=texts(hand))
    hand.click("Open read-only, to look and export")
    yield hand.is_open
    toasts = []
    hand.session.toasted.connect(lambda toast: toasts.append(toast.text))
    for tab in TABS:
        hand.page(tab.key)
        shown = hand.looks
        yield lambda shown=shown: hand.looks > shown + 20
    hand.say(toasts=toasts, banner=hand.window._banner.text())
    hand.quit()


@at_once
def choose_another(hand):
    """Find the folder of no use, choose another one, quit."""
    yield lambda: hand.find("Choose another data folder") is not None
    hand.say(texts=texts(hand))
    page = hand.window.findChild(TroublePage)
    page.folder_chosen.emit(hand.words[0])
    yield hand.is_open
    hand.say(data=str(hand.session.data))
    hand.quit()


def prepare(act):
    """Take the right from root to write where nobody may; have a tray, or a short loop."""
    if act == "suspend_the_loop":
        loop.LEAST_TRAIN_S, loop.VOTE_CHAINS = 600.0, 2
        loops.fitted = short
    if act in ("look_only", "choose_another") and os.geteuid() == 0:
        obey_permissions()
    if act == "quit_from_the_tray":  # a platform without a screen has no tray
        program.QSystemTrayIcon = SimpleNamespace(isSystemTrayAvailable=lambda: True)
        program.Tray.show = lambda _: None


def obey_permissions():
    """Give up what lets root pass over the permissions of files, for this process alone."""
    libc = ctypes.CDLL(None, use_errno=True)
    head = struct.pack("Ii", 0x20080522, 0)
    kept = ctypes.create_string_buffer(24)
    assert libc.capget(head, kept) == 0
    words = list(struct.unpack("6I", kept.raw))
    words[0] &= ~0b10  # CAP_DAC_OVERRIDE of the effective set
    words[1] &= ~0b10
    assert libc.capset(head, struct.pack("6I", *words)) == 0


def suspend_at_close(hand):
    """Close the window during a training, and press Enter at the question."""
    run = start_training(hand)
    yield lambda: is_at_work(run)
    hand.say(run=run.id)
    hand.window.close()
    box = hand.window.findChild(QMessageBox)
    hand.key(box, Qt.Key.Key_Return)


def misbehave(hand, what):
    """Start a worker that misbehaves."""
    config = {"config": {"do": what, "ticks": 100_000}}
    return hand.session.runs.start("misbehave", config, title="A bad one")


def suspend_the_loop(hand):
    """Close the window while the loop trains, and press Enter at the question."""
    controller = loop_controller(hand.session)
    controller.start(0.1)
    yield lambda: controller.part == "train" and controller.current_run
    job = hand.session.runs.manager.job(controller.current_run)
    steps = [0]
    job.listen(lambda told: isinstance(told.event, Metric) and steps.append(told.event.step))
    yield lambda: max(steps) >= 3
    hand.window.close()
    box = hand.window.findChild(QMessageBox)
    hand.say(run=job.run.id, promise=box.informativeText())
    hand.key(box, Qt.Key.Key_Return)


def short(settings):
    """A loop that soon trains, and trains until it is told to stop."""
    return dataclasses.replace(
        settings,
        model=sys.argv[4],
        mix=[{"environment": "chain_sum", "level": "easy"}],
        count=4,
        vote_count=2,
        generate_count=4,
        max_new_tokens=8,
        device={"device": "cpu"},
        rl={"prompts": 2, "group_size": 2, "eval_every": 0, "eval_count": 0, "lora": {"rank": 2}},
    )


def quit_from_the_tray(hand):
    """Hide the window by the habit during a run, quit by the tray, press Enter at the question."""
    run = misbehave(hand, "wait")
    yield lambda: run.state is RunState.RUNNING
    hand.session.settings.set("train.on_close", "background")
    hand.window.close()
    yield lambda: not hand.window.isVisible()
    assert run.end is None
    menu, settings = hand.desktop._tray.contextMenu(), hand.session.settings
    settings.set("appearance.language", "zh_CN")
    hand.say(run=run.id, chinese=[each.text() for each in menu.actions()])
    settings.set("appearance.language", "en")
    next(each for each in menu.actions() if each.text() == "Quit").trigger()
    box = hand.window.findChild(QMessageBox)
    hand.say(seen=hand.window.isVisible(), asks=[each.text() for each in box.buttons()])
    hand.key(box, Qt.Key.Key_Return)


def close_twice(hand):
    """Close during a run whose worker listens to nobody, and close again."""
    run = misbehave(hand, "stuck")
    yield lambda: run.state is RunState.RUNNING
    hand.session.settings.set("train.on_close", "suspend")
    hand.say(run=run.id, worker=run.job.pid)
    hand.window.close()
    yield lambda: "close again" in hand.window._banner.text()
    hand.window.close()


def hang(hand):
    """Have a worker that listens to nobody, and stay."""
    run = misbehave(hand, "stuck")
    yield lambda: run.state is RunState.RUNNING
    hand.say(run=run.id, worker=run.job.pid)


def chat(hand):
    """Have a chat worker, and stay."""
    controller = chat_controller(hand.session)
    controller.choose(model="fake")
    yield lambda: any(run.job is not None for run in hand.session.runs.active)
    hand.say(worker=hand.session.runs.active[0].job.pid)


def die(hand):
    """Crash natively."""
    yield None
    ctypes.string_at(0)


def read_the_crash(hand):
    """Say how the start after a crash draws, and what it shows."""
    drawing = {name: os.environ.get(name) for name in SOFTWARE}
    hand.say(drawing=drawing, offers=[text for text in hand.buttons() if text == "Details"])
    if hand.find("Details"):
        hand.click("Details")
        yield lambda: hand.window.findChild(QMessageBox) is not None
        box = hand.window.findChild(QMessageBox)
        hand.say(text=box.detailedText())
        box.done(0)
    hand.quit()
