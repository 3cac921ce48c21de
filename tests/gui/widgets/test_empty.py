from o1desk.gui.widgets.empty import EmptyState


def test_words_that_come_later_get_their_room(theme, qtbot, qtlog):
    state = EmptyState(theme, "brain", "")
    qtbot.addWidget(state)
    state.resize(400, 300)
    state.show()
    assert state._text.height() == 0
    assert not any("Negative sizes" in each.message for each in qtlog.records)
    state.set_text("Every answer is shown here. " * 8)
    assert state._text.height() > 2 * state._text.fontMetrics().height()
