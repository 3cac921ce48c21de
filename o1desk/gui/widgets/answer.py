"""The final answer in a box of its own, with what the checker says of it."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from o1desk.gui.icons import icon
from o1desk.gui.markdown import AT_ONCE_CHARACTERS, is_worth_rendering
from o1desk.gui.models.verdicts import face_of
from o1desk.gui.shown import for_clipboard, isolate, one_line, tooltip_text
from o1desk.gui.theme import Theme
from o1desk.gui.widgets.labels import chip, label, set_chip
from o1desk.gui.widgets.plain import PlainText
from o1desk.gui.widgets.rendered import RenderedText

MAX_LINES = 40
EXTRACTED_CHARACTERS = 60


class AnswerBox(QFrame):
    """Streams as plain text; a finished answer is rendered where that adds form.

    Signals:
        link_asked: Host and address of a web link that was pressed; nothing is opened here.
    """

    link_asked = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty box.

        Args:
            theme: The look.
            parent: Owner.
        """
        super().__init__(parent)
        self.setProperty("card", "true")
        self.setAccessibleName(self.tr("Answer"))
        self._theme = theme
        self._rendered: RenderedText | None = None
        self._can_render = False
        self._build()
        theme.changed.connect(self._on_theme_changed)

    def text(self) -> str:
        """Return the answer exactly as it was given."""
        return self._plain.text()

    def set_text(self, text: str) -> None:
        """Show a finished answer."""
        self._plain.set_text(text)
        self.finish()

    def append_text(self, text: str) -> None:
        """Add text of an answer that is being written."""
        self._can_render = False
        self._show(is_rendered=False)
        self._plain.append_text(text)

    def finish(self) -> None:
        """The answer is complete: render it if that adds something."""
        self._plain.flush()
        text = self._plain.text()
        self._can_render = is_worth_rendering(text)
        at_once = self._can_render and len(text) <= AT_ONCE_CHARACTERS
        self._show(is_rendered=at_once)

    def clear(self) -> None:
        """Show no answer and no verdict."""
        self._plain.set_text("")
        self._can_render = False
        self._show(is_rendered=False)
        self.set_verdict("")
        self.set_extracted("")

    def set_verdict(self, judgement: str, method: str = "", detail: str = "") -> None:
        """Say what the checker found.

        Args:
            judgement: "correct", "incorrect", "unverifiable", "gold_bad"; "" for no verdict.
            method: How it was checked, in the language of the window (see `method_text`).
            detail: One sentence, shown as a tooltip.
        """
        face = face_of(judgement)
        self._verdict.setText(f"{face.sign} {face.words}")
        set_chip(self._verdict, face.tone)
        self._verdict.setVisible(bool(judgement))
        self._method.setText(isolate(one_line(method, EXTRACTED_CHARACTERS)))
        self._method.setVisible(bool(judgement and method))
        for part in (self._verdict, self._method):
            part.setToolTip(tooltip_text(detail))
        self._show_foot()

    def set_extracted(self, text: str) -> None:
        """Show the value that was read out of the answer; "" for none."""
        self._extracted.setText(
            self.tr("Read as {value}").format(value=isolate(one_line(text, EXTRACTED_CHARACTERS)))
        )
        self._extracted.setToolTip(tooltip_text(text))
        self._extracted.setVisible(bool(text.strip()))
        self._show_foot()

    def is_rendered(self) -> bool:
        """Return whether the rendered view is shown."""
        return self._rendered is not None and self._rendered.isVisibleTo(self)

    def set_rendered(self, is_rendered: bool) -> None:
        """Show the rendered view, or the text exactly as it stands."""
        self._show(is_rendered=is_rendered and self._can_render)

    @Slot(bool)
    def _on_raw_toggled(self, is_raw: bool) -> None:
        self.set_rendered(not is_raw)

    @Slot()
    def _on_copy_pressed(self) -> None:
        QGuiApplication.clipboard().setText(for_clipboard(self.text()))

    def _show(self, *, is_rendered: bool) -> None:
        if is_rendered and not self._render():
            is_rendered = self._can_render = False
        self._plain.setVisible(not is_rendered)
        if self._rendered is not None:
            self._rendered.setVisible(is_rendered)
        self._raw.setVisible(self._can_render)
        self._raw.blockSignals(True)
        self._raw.setChecked(not is_rendered)
        self._raw.blockSignals(False)

    def _render(self) -> bool:
        """Render the text; False if that would hide words."""
        if self._rendered is None:
            self._rendered = RenderedText(self._theme)
            self._rendered.setAccessibleName(self.tr("Answer, rendered"))
            self._rendered.link_asked.connect(self.link_asked)
            self._body.addWidget(self._rendered)
        return self._rendered.set_text(self.text())

    def _show_foot(self) -> None:
        parts = (self._verdict, self._method, self._extracted)
        self._foot.setVisible(any(part.isVisibleTo(self._foot) for part in parts))

    def _build(self) -> None:
        px = self._theme.px
        outer = QVBoxLayout(self)
        outer.setContentsMargins(px(16), px(8), px(8), px(12))
        outer.setSpacing(px(4))
        self._plain = PlainText(self._theme, max_lines=MAX_LINES)
        self._plain.setAccessibleName(self.tr("Answer as written"))
        self._body = QVBoxLayout()
        self._body.setContentsMargins(0, 0, px(8), 0)
        self._body.addWidget(self._plain)
        outer.addLayout(self._make_head())
        outer.addLayout(self._body)
        self._foot = self._make_foot()
        outer.addWidget(self._foot)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._on_theme_changed()
        self.clear()

    def _make_head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(self._theme.px(4))
        head.addWidget(label(self.tr("Answer"), "section"))
        head.addStretch(1)
        self._raw = _quiet_button(self.tr("Shows the answer exactly as it was written"))
        self._raw.setText(self.tr("Raw"))
        self._raw.setCheckable(True)
        self._raw.toggled.connect(self._on_raw_toggled)
        self._copy = _quiet_button(self.tr("Copy the answer"))
        self._copy.clicked.connect(self._on_copy_pressed)
        head.addWidget(self._raw)
        head.addWidget(self._copy)
        return head

    def _make_foot(self) -> QWidget:
        foot = QWidget()
        line = QHBoxLayout(foot)
        line.setContentsMargins(0, self._theme.px(8), 0, 0)
        line.setSpacing(self._theme.px(12))
        self._verdict = chip("", "plain")
        self._method, self._extracted = label("", "small"), label("", "small")
        for part in (self._verdict, self._method, self._extracted):
            line.addWidget(part)
        line.addStretch(1)
        return foot

    def _on_theme_changed(self) -> None:
        edge = self._theme.px(16)
        self._copy.setIcon(icon(self._theme, "copy"))
        self._copy.setIconSize(QSize(edge, edge))


def _quiet_button(tip: str) -> QToolButton:
    made = QToolButton()
    made.setToolTip(tip)
    made.setAccessibleName(tip)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made
