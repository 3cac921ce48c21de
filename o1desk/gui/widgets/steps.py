"""What a person reads a chain of thought with: cards, timeline, thinking block, answer box."""

from o1desk.gui.models.step_model import StepView
from o1desk.gui.widgets.answer import AnswerBox
from o1desk.gui.widgets.step_cards import StepCards
from o1desk.gui.widgets.thinking import ThinkingBlock, ThinkingView
from o1desk.gui.widgets.timeline import TimelineStrip

__all__ = ["AnswerBox", "StepCards", "StepView", "ThinkingBlock", "ThinkingView", "TimelineStrip"]
