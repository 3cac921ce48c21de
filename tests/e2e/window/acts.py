"""A person's first evening with O1 Desk, and the morning after.

The test moves mouse and keys by the X server; the act says where things are, and what became of
them.
"""

import dataclasses

from PySide6.QtCore import QPoint

from o1desk.core.configs import MixPart
from o1desk.gui.pages.overview import controller as loops
from o1desk.gui.pages.overview.result_card import ResultCard
from o1desk.gui.pages.train.draft import Draft
from o1desk.jobs import loop

FEW = {"prompts": 4, "group_size": 4, "eval_every": 0, "eval_count": 0, "max_new_tokens": 64}
LABELS = 10
STEPS = 10


def prepare(act):
    """Let the loop take seconds: fewer problems, and training for as long as it must."""
    loop.LEAST_TRAIN_S, loop.VOTE_CHAINS = 4.0, 2
    loops.fitted = short


def short(settings):
    return dataclasses.replace(
        settings,
        mix=[{"environment": "chain_sum", "level": "easy"}],
        minutes=0.1,
        count=8,
        vote_count=2,
        generate_count=12,
        max_new_tokens=64,
        rl=FEW,
    )


def middle(widget):
    place = widget.mapToGlobal(QPoint(widget.width() // 2, widget.height() // 2))
    return [place.x(), place.y()]


def evening(hand):
    """Run the loop, label ten steps, train ten steps, chat, quit."""
    session, window = hand.session, hand.window
    window.activateWindow()
    yield window.isActiveWindow

    yield lambda: hand.find("Run the loop") is not None
    hand.say(run_the_loop=middle(hand.button("Run the loop")))
    loops_of = session.parts["loop"]
    yield lambda: loops_of.is_running
    yield lambda: not loops_of.is_running
    assert not loops_of.failure, loops_of.failure
    yield lambda: window.findChild(ResultCard) is not None
    hand.say(before=loops_of.result["before"]["n"], after=loops_of.result["after"]["n"])

    hand.say(annotate=middle(window._rail._buttons["annotate"]))
    yield lambda: window.stack.key == "annotate"
    desk = session.parts["annotate"]
    for count in range(1, LABELS + 1):
        yield lambda: desk.item is not None and not desk.is_loading
        if len(desk.item.labels) == desk.item.length:
            here = desk.item.id
            hand.say(key="Return")
            yield lambda here=here: desk.item.id != here and not desk.is_loading
        hand.say(key="3")
        yield lambda count=count: session.store.labels.count() == count
    hand.say(labelled=session.store.labels.count())

    hand.say(train=middle(window._rail._buttons["train"]))
    yield lambda: window.stack.key == "train"
    training = session.parts["train"]
    training.fill(
        Draft(
            environments=(MixPart(environment="chain_sum", level="easy"),),
            changes={"rl": FEW | {"steps": STEPS}},
        )
    )
    window.stack.current.show_new()
    yield lambda: hand.find("Start") is not None and hand.button("Start").isEnabled()
    hand.say(start=middle(hand.button("Start")))
    yield lambda: training.record is not None and training.record.is_active
    yield lambda: not training.record.is_active
    assert training.record.message == "", training.record.message
    yield lambda: training.record.step == STEPS
    hand.say(trained=training.record.id)

    hand.say(chat=middle(window._rail._buttons["chat"]))
    yield lambda: window.stack.key == "chat"
    chat = session.parts["chat"]
    edit = window.stack.current.view.composer.edit
    yield lambda: chat.is_loaded and edit.isVisible()
    hand.say(composer=middle(edit))
    yield edit.hasFocus
    hand.say(ask=True)
    yield lambda: [turn.is_answer for turn in chat.path()] == [False, True] and not chat.is_busy
    hand.say(**memory(hand))
    yield lambda: False


def memory(hand):
    """Everything that has to be there the next morning."""
    session, parts = hand.session, hand.session.parts
    desk, record, chat = parts["annotate"], parts["train"].record, parts["chat"]
    size = hand.window.size()
    return {
        "page": hand.window.stack.key,
        "size": [size.width(), size.height()],
        "loop": parts["loop"].result["after"],
        "item": [desk.item.id, desk.step, sorted(map(str, desk.item.labels))],
        "run": [record.id, record.step, str(record.state)],
        "series": record.series["reward"].values.tolist(),
        "chat": [[turn.text, turn.thinking] for turn in chat.path()],
        "counts": session.store.counts(),
    }


def morning(hand):
    """Look at every page, and say what is there."""
    session, window = hand.session, hand.window
    first = window.stack.key
    for key, is_there in (
        ("overview", lambda: session.parts["loop"].result is not None),
        ("annotate", lambda: session.parts["annotate"].item is not None),
        ("train", lambda: "reward" in session.parts["train"].record.series),
        ("chat", lambda: len(session.parts["chat"].path()) == 2),
    ):
        hand.page(key)
        yield is_there
    assert first == window.stack.key
    hand.say(**memory(hand))
    hand.quit()
