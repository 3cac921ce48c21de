"""Talking to the policy that is being trained, without a second copy of it."""

from collections.abc import Mapping
from typing import Any

import torch

from o1desk.core import trace
from o1desk.core.backend import Sampling
from o1desk.core.control import Control, Probed
from o1desk.core.errors import InputError
from o1desk.core.types import Problem
from o1desk.training.rng import seeded
from o1desk.training.session import Session

LONGEST = 256  # tokens of an answer; training waits while it is written


def serve_probes(session: Session, control: Control) -> None:
    """Let the user ask the policy as it stands after its latest update."""
    if isinstance(control, Probed):
        control.probe = lambda request: answer(session, request)


def answer(session: Session, request: Mapping[str, Any]) -> dict[str, Any]:
    """Return the policy's answer to one prompt; the run's own dice are not touched.

    Args:
        session: The run.
        request: The command; "prompt" is the question.

    Raises:
        InputError: If there is no prompt, or it does not fit into the model's context.
    """
    prompt = request.get("prompt")
    if not isinstance(prompt, str) or not prompt:
        raise InputError("A probe needs a 'prompt'")
    policy, step = session.policy, session.step
    question = Problem(environment="probe", level="", prompt=prompt, answer="", source="chat")
    text = policy.render(question)
    drawn = policy.sampler.sample(
        [policy.tokenizer.encode(text)],
        n=1,
        sampling=Sampling(max_new_tokens=LONGEST),
        generator=torch.Generator().manual_seed(seeded("probe", step, prompt)),
        control=session.control,
    )
    sample = policy.read(question, text, drawn[0][0])
    return {
        "step": step,
        "prompt": prompt,
        "text": trace.write(sample.trace),
        "thinking": sample.trace.thinking,
        "answer": sample.trace.answer,
    }
