"""The chains of a vote: how many came to which answer, and each chain to open."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from o1desk.core.words import filled
from o1desk.gui.charts.bars import Bar, BarChart
from o1desk.gui.icons import icon
from o1desk.gui.pages.chat.tree import Turn
from o1desk.gui.pages.chat.wording import count_text, percent_text
from o1desk.gui.shown import one_line
from o1desk.gui.theme import Theme
from o1desk.gui.widgets.cards import Card
from o1desk.gui.widgets.labels import button, chip, label, rule
from o1desk.gui.widgets.plain import PlainText

MOST_BARS = 8
MOST_ROWS = 16
ANSWER = 80  # characters of an answer on one line


class Candidates(Card):
    """A histogram of the votes, and the chains below each other."""

    def __init__(self, theme: Theme, turn: Turn) -> None:
        """Show the votes of an answer; chains are laid out when they are asked for."""
        super().__init__(theme, kind="sunken")
        self._theme = theme
        self._chains = chains_of(turn)
        votes = votes_of(turn)
        total = len(self._chains) or sum(votes.values())
        self.histogram = BarChart(theme)
        self.histogram.setAccessibleName(self.tr("Votes"))
        self.histogram.set_bars(_bars(votes, total), maximum=float(total or 1))
        most = max(votes.values(), default=0)
        words = [str(most), str(total), percent_text(most / total) if total else ""]
        head = QHBoxLayout()
        title = label(filled(self.tr("%1 of %2 chains agree (%3)"), words))
        title.setToolTip(
            self.tr("Agreement: share of the chains that came to the answer with most votes")
        )
        head.addWidget(title)
        head.addStretch(1)
        self._open = button("", self.toggle, kind="link")
        self._open.setVisible(bool(self._chains))
        head.addWidget(self._open)
        self.body.addLayout(head)
        self.body.addWidget(self.histogram)
        self.rows: list[ChainRow] = []
        self._list = QWidget()
        self._list.hide()
        QVBoxLayout(self._list).setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(self._list)
        self._name_button()

    def toggle(self) -> None:
        """Show the chains, or hide them again."""
        if not self.rows:
            self._fill(MOST_ROWS)
        self._list.setVisible(self._list.isHidden())
        self._name_button()

    def _name_button(self) -> None:
        hide, show = self.tr("Hide the chains"), self.tr("Show the %1 chains")
        shown = filled(show, [str(len(self._chains))])
        self._open.setText(shown if self._list.isHidden() else hide)

    def _fill(self, most: int) -> None:
        layout = self._list.layout()
        assert layout is not None  # noqa: S101 - made with the list
        for chain in self._chains[len(self.rows) : most]:
            row = ChainRow(self._theme, len(self.rows) + 1, chain)
            self.rows.append(row)
            layout.addWidget(row)
        left = len(self._chains) - len(self.rows)
        if left > 0:
            more = button(filled(self.tr("Show %1 more"), [str(left)]), self._fill_rest)
            layout.addWidget(more)
            more.clicked.connect(more.deleteLater)

    def _fill_rest(self) -> None:
        self._fill(len(self._chains))


class ChainRow(QFrame):
    """One chain: its answer on a line, its thinking when it is opened."""

    def __init__(self, theme: Theme, number: int, chain: Mapping[str, Any]) -> None:
        """Show the answer of a chain."""
        super().__init__()
        self._theme, self._chain = theme, chain
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.px(4))
        self._layout.addWidget(rule())
        line = QHBoxLayout()
        self._fold = QToolButton()
        self._fold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._fold.setIcon(icon(theme, "chevron-right"))
        self._fold.setText(str(number))
        self._fold.setAccessibleName(filled(self.tr("Chain %1"), [str(number)]))
        self._fold.setToolTip(self.tr("Show how this chain came to its answer"))
        self._fold.clicked.connect(self.toggle)
        line.addWidget(self._fold)
        said = one_line(str(chain.get("answer") or ""), ANSWER)
        line.addWidget(label(said or self.tr("No answer")), 1)
        tokens = chain.get("tokens")
        if isinstance(tokens, int):
            line.addWidget(label(filled(self.tr("%1 tokens"), [count_text(tokens)]), "small"))
        if chain.get("agrees"):
            line.addWidget(chip(self.tr("agrees"), "good"))
        self._layout.addLayout(line)
        self._text: PlainText | None = None

    def toggle(self) -> None:
        """Show the thinking, or hide it again."""
        if self._text is None:
            self._text = PlainText(self._theme, max_lines=16, is_mono=True)
            self._text.setAccessibleName(self.tr("Thinking of this chain"))
            thinking = str(self._chain.get("thinking") or "")
            answer = str(self._chain.get("answer") or "")
            self._text.set_text(f"{thinking}\n\n{answer}" if thinking else answer)
            self._layout.addWidget(self._text)
        else:
            self._text.setVisible(self._text.isHidden())
        is_open = not self._text.isHidden()
        self._fold.setIcon(icon(self._theme, "chevron-down" if is_open else "chevron-right"))


def chains_of(turn: Turn) -> list[Mapping[str, Any]]:
    """Return the chains of a vote; empty for a single chain."""
    found = turn.details.get("candidate_texts")
    chains = (
        [each for each in found if isinstance(each, Mapping)] if isinstance(found, list) else []
    )
    return chains if len(chains) > 1 else []


def votes_of(turn: Turn) -> dict[str, int]:
    """Return votes by answer, most first."""
    found = turn.details.get("votes")
    votes = found if isinstance(found, Mapping) else {}
    return {str(answer): count for answer, count in votes.items() if isinstance(count, int)}


def _bars(votes: Mapping[str, int], total: int) -> list[Bar]:
    bars: list[Bar] = []
    pairs: Sequence[tuple[str, int]] = sorted(votes.items(), key=lambda pair: -pair[1])
    for answer, count in pairs[:MOST_BARS]:
        share = percent_text(count / total) if total else ""
        tone = "muted" if bars else "accent"
        bars.append(Bar(one_line(answer, ANSWER), float(count), f"{count} · {share}", tone))
    return bars
