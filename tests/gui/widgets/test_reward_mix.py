import subprocess
import sys

import pytest

from o1desk.core.config_json import from_json
from o1desk.core.configs import RlConfig
from o1desk.core.registry import Leaf, leaves
from o1desk.gui.reward_words import SENTENCES, reward_sentence
from o1desk.gui.widgets.reward_mix import RewardMix
from o1desk.rewards.mix import RewardMix as Scorer


@pytest.fixture
def mix(theme, qtbot):
    made = RewardMix(theme)
    qtbot.addWidget(made)
    made.told = []
    made.changed.connect(lambda: made.told.append(made.value()))
    return made


def test_a_mix_comes_back_as_it_was_set_with_every_setting(mix):
    mix.set_value([{"name": "verdict", "weight": 0.5, "settings": {"partial": False}}])
    (part,) = mix.value()
    assert (part["name"], part["weight"]) == ("verdict", 0.5)
    assert part["settings"]["partial"] is False
    config = from_json(RlConfig, {"rewards": mix.value()})
    assert Scorer(config.rewards).parts[0].name == "verdict"


def test_every_reward_can_be_mixed_and_scores(mix):
    for name in leaves("reward"):
        mix.add(name)
    assert mix.errors() == []
    Scorer(from_json(RlConfig, {"rewards": mix.value()}).rewards)
    assert not mix._add.isEnabled()


def test_only_rewards_not_in_the_mix_are_offered(mix):
    mix.add("format")
    mix._on_add()
    offered = {action.data() for action in mix._menu.actions()}
    assert offered == set(leaves("reward")) - {"format"}
    assert all(action.toolTip() for action in mix._menu.actions())
    mix._menu.actions()[0].trigger()
    assert len(mix.value()) == 2
    mix._menu.hide()


def test_an_empty_mix_is_refused_with_a_sentence(mix):
    assert mix.errors() == ["Nothing is rewarded yet; add a reward"]
    mix.add("verdict")
    assert mix.errors() == []
    mix._parts[0]._on_away()
    assert mix.value() == []
    assert mix.errors() == ["Nothing is rewarded yet; add a reward"]


def test_a_reward_that_nobody_knows_is_named(mix):
    mix.set_value([{"name": "magic"}, {"name": "verdict"}])
    assert [part["name"] for part in mix.value()] == ["verdict"]
    assert mix.errors() == ["There is no reward called magic; it was left out"]
    mix.add("format")
    assert mix.errors() == []


def test_a_bad_setting_is_an_error_of_the_mix(mix):
    mix.add("mathematics")
    mix._parts[0]._form.editor("tolerance").setText("2")
    assert mix.errors() == ["Tolerance: Must be from 0 to 1"]


def test_a_changed_weight_is_told(mix):
    mix.add("verdict")
    mix._parts[0]._weight.set_value(-0.5)
    assert mix.told[-1][0]["weight"] == -0.5


def is_ours(leaf):
    """Other tests of this process may have registered rewards of their own."""
    return leaf.factory.__module__.startswith("o1desk.rewards.")


def test_every_reward_of_ours_says_in_one_sentence_what_it_pays_for():
    ours = {name for name, leaf in leaves("reward").items() if is_ours(leaf)}
    assert set(SENTENCES) == ours


def test_a_reward_from_elsewhere_speaks_through_its_docstring(qapp):
    class Foreign:
        """Pays for rhymes.

        More.
        """

    leaf = Leaf(kind="reward", name="foreign", title="Rhymes", factory=Foreign)
    assert reward_sentence(leaf) == "Pays for rhymes."


def test_listing_the_rewards_loads_nothing_heavy():
    code = (
        "import sys; from o1desk.core.registry import leaves; assert leaves('reward'); "
        "print({'sympy', 'math_verify', 'reasoning_gym', 'torch'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
