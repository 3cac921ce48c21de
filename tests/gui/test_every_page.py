"""What holds for every page: names, tab order, room for words, no stray windows, no idle clocks."""

import gc
import importlib
import inspect
import pkgutil
import threading
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QPushButton,
    QRadioButton,
    QWidget,
)

import o1desk.gui
from o1desk.core.preferences import SETTINGS
from o1desk.core.types import Judgement, Message, Problem, Sample, Step, Trace, Verdict
from o1desk.gui.i18n import Languages
from o1desk.gui.tabs import TABS
from o1desk.gui.widgets.picker import Picker
from o1desk.paths import resources
from o1desk.store.access import Access
from o1desk.store.labels import Label

PAGES = [tab.key for tab in TABS]
PACKAGE = Path(o1desk.gui.__file__).parent.parent
SETTLE_MS = 300


def sample(number):
    problem = Problem(
        environment=("chain_sum", "gcd")[number % 2],
        level="easy",
        prompt=f"State the final answer to {number} + 2.",
        answer=str(number + 2),
    )
    right = number % 3 != 0
    trace = Trace(
        steps=tuple(Step(text=f"step {index}: add {number}") for index in range(4)),
        answer=problem.answer if right else "0",
    )
    judgement = Judgement.CORRECT if right else Judgement.INCORRECT
    return Sample(
        problem=problem,
        origin="solver",
        trace=trace,
        raw=f"chain {number}",
        verdict=Verdict(judgement=judgement, score=float(right), method="exact"),
    )


@pytest.fixture
def desk(session, run_in_store, window, qtbot):
    """A window over a data folder in which a person has worked."""
    store = session.store
    ids = store.samples.add([sample(number) for number in range(40)]).ids
    store.labels.put_many([Label(sample=ids[0], step=0, value=1)])
    store.datasets.create("sums", samples=ids[:10])
    run_in_store(RUN, [sample(number) for number in range(1, 7)])
    chat = store.conversations.start("A chat about sums")
    asked = store.conversations.add(chat, Message(role="user", content="3 + 4 ="))
    said = Message(role="assistant", content="7", thinking="I add.\nI check.")
    steps = [{"text": text, "tokens": 3, "ms": 5.0} for text in ("I add.", "I check.")]
    store.conversations.add(chat, said, parent=asked, details={"steps": steps})
    window.resize(1280, 800)

    def show(key):
        if key == "train":
            session.open("train", run=RUN)
        elif key == "chat":
            session.open("chat", conversation=chat)
        else:
            window.show_page(key)
        qtbot.wait(SETTLE_MS)
        return window.stack.current

    return show


RUN = "20260101-000000-train-aaaa"


class Watcher(QObject):
    """Notes widgets that are shown as windows of their own."""

    def __init__(self, app):
        super().__init__(app)
        self.seen = []
        app.installEventFilter(self)

    def eventFilter(self, watched, event):  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False


def test_building_a_page_shows_no_window_of_its_own(desk, window, qapp):
    watcher = Watcher(qapp)
    for key in PAGES:
        desk(key)
    window.stack.rebuild()
    qapp.removeEventFilter(watcher)
    watcher.deleteLater()
    assert watcher.seen == []


def focusable(page):
    """Widgets that the keyboard should reach, without the parts of others."""
    return [
        each
        for each in page.findChildren(QWidget)
        if each.isVisible()
        and each.isEnabled()
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.focusProxy() is None
    ]


def name_of(widget):
    interface = QAccessible.queryAccessibleInterface(widget)
    return "" if interface is None else interface.text(QAccessible.Text.Name)


def described(widget):
    chain, each = [], widget
    while each is not None and len(chain) < 4:
        chain.append(type(each).__name__)
        each = each.parentWidget()
    text = widget.text() if isinstance(widget, QAbstractButton | QLabel) else ""
    return f"{' < '.join(chain)} {text!r} {widget.accessibleName()!r}"


@pytest.mark.parametrize("key", PAGES)
def test_whatever_takes_the_focus_has_a_name(desk, key):
    page = desk(key)
    nameless = [described(each) for each in focusable(page) if not name_of(each).strip()]
    assert nameless == []


@pytest.mark.parametrize("key", PAGES)
def test_tab_reaches_everything(desk, window, key, qtbot):
    page = desk(key)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    wanted = {each for each in focusable(page) if not is_one_of_a_group(each)}
    reached = set()
    first = None
    for _ in range(3 * len(wanted) + 40):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        first = first or focused
        reached.add(focused)
    missing = [described(each) for each in wanted - reached]
    assert missing == []


def is_one_of_a_group(widget):
    """Tab stops at one button of an exclusive group; arrows move among them."""
    if isinstance(widget, QRadioButton):
        return not widget.isChecked()
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    is_exclusive = group is not None and group.exclusive()
    return is_exclusive and group.checkedButton() is not None and not widget.isChecked()


LANGUAGES = ["en"]
if (resources() / "i18n" / "o1desk_zh_CN.qm").exists():
    LANGUAGES.append("zh_CN")


@pytest.fixture(params=LANGUAGES)
def language(request, qapp):
    """The language in force, English again afterwards."""
    languages = Languages()
    languages.set_language(request.param)
    yield request.param
    languages.set_language("en")


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_no_word_is_cut_off(language, desk, window, theme, scale, qtbot):
    theme.set_scale(scale)
    window.language_changed()
    qtbot.wait(SETTLE_MS)
    cut = [
        f"{key}: {described(each)} {each.minimumSizeHint().width()} > {each.width()}"
        for key in PAGES
        for each in words_of(desk(key))
        if each.minimumSizeHint().width() > each.width() + 1
    ]
    assert not cut, "\n".join(cut)


def words_of(page):
    """Labels in one line and buttons that can be seen and have no tip with the whole text."""
    labels = [
        each for each in page.findChildren(QLabel) if not each.wordWrap() and each.text().strip()
    ]
    shown = [each for each in (*labels, *page.findChildren(QPushButton)) if each.isVisible()]
    return [each for each in shown if not says_it_in_its_tip(each)]


def says_it_in_its_tip(widget):
    """A long name may be cut where the tip has all of it, or more."""
    is_picker = isinstance(widget, Picker)  # cuts its text by itself
    return is_picker or (isinstance(widget, QLabel) and bool(widget.toolTip()))


def models_of_ours():
    """Every class of an item model in the package."""
    found = set()
    for module in pkgutil.walk_packages(o1desk.gui.__path__, "o1desk.gui."):
        loaded = importlib.import_module(module.name)
        for _, kind in inspect.getmembers(loaded, inspect.isclass):
            if issubclass(kind, QAbstractItemModel) and kind.__module__ == module.name:
                found.add(kind)
    return found


def test_every_item_model_keeps_its_promises(desk, session, window, qtbot):
    testers = {}

    def watch():
        for each in living(QAbstractItemModel):
            if type(each).__module__.startswith("o1desk") and id(each) not in testers:
                warns = QAbstractItemModelTester.FailureReportingMode.Warning
                testers[id(each)] = (each, QAbstractItemModelTester(each, warns, window))

    for key in PAGES:
        page = desk(key)
        watch()
        for view in page.findChildren(QAbstractItemView):
            if view.model() is not None and view.isVisible():
                view.model().sort(0)
        session.store.samples.add([sample(number + 100 * len(testers)) for number in range(3)])
        session.tables_changed.emit(frozenset({"sample", "run", "label", "dataset", "message"}))
        qtbot.wait(SETTLE_MS)
        watch()
    session.open("train", view="all")
    picker = desk("chat").findChild(Picker)
    picker.click()
    qtbot.wait(SETTLE_MS)
    watch()
    tested = {type(each) for each, _ in testers.values()}
    names = sorted(kind.__name__ for kind in models_of_ours() - tested if not kind.__subclasses__())
    assert not names, ", ".join(names)


def test_every_setting_is_used_somewhere():
    sources = "".join(
        path.read_text(encoding="utf-8")
        for path in PACKAGE.rglob("*.py")
        if path.name != "preferences.py"
    )
    assert [each.key for each in SETTINGS if f'"{each.key}"' not in sources] == []


@pytest.mark.parametrize("key", PAGES)
def test_an_idle_window_has_no_clock(desk, window, session, qtbot, key):
    desk(key)
    qtbot.waitUntil(lambda: active_timers(window) == [], timeout=20_000)
    qtbot.wait(3000)
    assert active_timers(window) == []


def active_timers(window):
    """Timers that run, but for those of toasts and of the next backup, which fire once."""
    return [
        f"{type(each.parent()).__name__} {each.interval()} ms"
        for each in living(QTimer)
        if each.isActive() and not (each.isSingleShot() and each.interval() > 60_000)
    ]


def living(kind):
    """Every object of this Qt class that Python knows and Qt has not deleted.

    The type is asked, not the object: `isinstance` reads `__class__`, and some objects of other
    libraries (torch's deprecated ones) warn when anything is read from them.
    """
    return [
        each
        for each in gc.get_objects()
        if issubclass(type(each), kind) and shiboken6.isValid(each)
    ]


def test_no_page_reads_the_database_on_the_windows_thread(desk, window, qtbot, monkeypatch):
    """Such a read would hold up the window whenever the disk is slow."""
    stacks = []
    for name in ("rows", "reading", "write"):
        original = getattr(Access, name)

        def watched(self, *arguments, original=original, **more):
            if threading.current_thread() is threading.main_thread():
                frames = [f for f in inspect.stack() if "/o1desk/" in f.filename]
                stacks.append(
                    " < ".join(f"{Path(f.filename).name}:{f.lineno}" for f in frames[1:5])
                )
            return original(self, *arguments, **more)

        monkeypatch.setattr(Access, name, watched)
    for key in PAGES:
        desk(key)
    window.stack.rebuild()
    qtbot.wait(SETTLE_MS)
    assert sorted(set(stacks)) == []
