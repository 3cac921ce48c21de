"""A run holds no more after many steps than after a few."""

import dataclasses
import gc

import torch

from o1desk.core.control import NullControl
from o1desk.training.rl import train_rl


def live():
    """Return how many tensors Python knows, and their bytes."""
    gc.collect()
    kinds = (torch.Tensor, torch.nn.Parameter)
    found = [each for each in gc.get_objects() if type(each) in kinds]
    return len(found), sum(each.numel() * each.element_size() for each in found)


def test_live_tensors_do_not_grow_from_step_to_step(tmp_path, make_policy, rl_config, vowels):
    seen = []

    def look(phase, done, total):
        if phase == "step" and done in (3, 6):  # momenta and merged weights exist by then
            seen.append(live())

    config = dataclasses.replace(rl_config, steps=7, inner_epochs=2, kl_beta=0.01)
    train_rl(config, tmp_path, NullControl(look), policy=make_policy(), find=vowels)

    early, late = seen
    assert late == early
