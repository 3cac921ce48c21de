import sys
import types
from dataclasses import dataclass

import pytest

from o1desk.core.configs import RlConfig, SftConfig
from o1desk.core.errors import InputError
from o1desk.worker.roles import train


@dataclass
class Summary:
    steps: int


@pytest.fixture
def calls(monkeypatch):
    """Stand-ins for the two loops, so that the role is tested without torch."""
    calls = []

    def loop(config, folder, control, *, data, resume):
        calls.append((config, folder, data, resume))
        return Summary(steps=config.steps) if isinstance(config, RlConfig) else {"steps": 1}

    for name, function in (("rl", "train_rl"), ("sft", "train_sft")):
        module = types.ModuleType(name)
        setattr(module, function, loop)
        monkeypatch.setitem(sys.modules, f"o1desk.training.{name}", module)
    return calls


def test_the_method_picks_loop_and_configuration(bench, calls):
    assert train.run(bench.job({"steps": 3}, method="rl")) == {"steps": 3}
    assert train.run(bench.job({"batch_size": 2}, method="sft")) == {"steps": 1}

    assert calls == [
        (RlConfig(steps=3), bench.folder, bench.folder, False),
        (SftConfig(batch_size=2), bench.folder, bench.folder, False),
    ]


@pytest.mark.parametrize(
    ("settings", "method", "sentence"),
    [({}, "rll", "did you mean 'rl'"), ({"stepps": 1}, "rl", "did you mean 'steps'")],
)
def test_a_wrong_configuration_starts_nothing(bench, calls, settings, method, sentence):
    with pytest.raises(InputError, match=sentence):
        train.run(bench.job(settings, method=method))
    assert calls == []
