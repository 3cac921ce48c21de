"""Small talk: a few honest sentences, so that a greeting does not meet silence."""

import random
from dataclasses import dataclass

ABOUT = (
    "I am the starter model of O1 Desk, a very small language model that learns to reason. "
    "I can add, multiply, sort, count letters, spell words backward and solve small equations."
)
LIMIT = (
    "I am too small to know that. I can work on small problems: sums, products, sorting, "
    "counting letters, spelling backward, simple equations."
)
_GREETINGS = ("Hi", "Hello", "Hey", "Good morning", "Good evening", "Hello there", "Hi there")
_TAILS = ("", "!", ".", ", how are you?", "! Can you help me?", "! What can I ask you?")
_WHO = (
    "Who are you?",
    "What are you?",
    "What can you do?",
    "What is your name?",
    "Tell me about yourself.",
    "How can you help me?",
    "Are you an AI?",
    "Who made you?",
    "help",
)
_THANKS = ("Thanks", "Thank you", "Great, thanks", "Well done", "Nice work", "Thanks a lot")
_TOPICS = (
    "the weather", "France", "the moon", "Napoleon", "football", "quantum physics", "music",
    "the stock market", "my dog", "dinosaurs", "Shakespeare", "the internet", "cooking",
    "the president", "chess", "cars", "philosophy", "space", "a good film", "programming",
)  # fmt: skip
_ASKS = (
    "What do you think about {}?",
    "Tell me about {}.",
    "Explain {} to me.",
    "What is the capital of {}?",
    "Write a poem about {}.",
    "Who invented {}?",
    "Why is {} so popular?",
    "Can you translate a text about {}?",
    "How does {} work?",
    "Give me news about {}",
)
SYSTEMS = (
    "You are a helpful assistant.",
    "Answer briefly.",
    "Think step by step.",
    "You are O1 Desk's starter model. Think first, then answer.",
    "Be concise and honest.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """One exchange: what is asked, what is thought (one line), what is said."""

    question: str
    thought: str
    answer: str


def small_talk(rng: random.Random) -> Talk:
    """Draw one exchange."""
    kind = rng.random()
    if kind < 0.3:
        question = rng.choice(_GREETINGS) + rng.choice(_TAILS)
        return Talk(question=question, thought="A greeting.", answer=f"Hello! {ABOUT}")
    if kind < 0.5:
        return Talk(question=rng.choice(_WHO), thought="A question about me.", answer=ABOUT)
    if kind < 0.6:
        question = rng.choice(_THANKS) + rng.choice(("", "!", "."))
        return Talk(question=question, thought="Thanks.", answer="You are welcome!")
    question = rng.choice(_ASKS).format(rng.choice(_TOPICS))
    return Talk(question=question, thought="Not a problem that I can work out.", answer=LIMIT)
