"""The benches that run a model, on one small enough to run in a test."""

import json
import time

import pytest

from o1desk.bench import chat, grpo, grpo_ours, rollout
from o1desk.bench.grpo_plan import Plan, spread, verdict_score
from o1desk.bench.subject import problems, subject
from o1desk.models.fake import FakeBackend, FakeOptions

READING_S = 0.05


@pytest.fixture(autouse=True)
def _tiny_subject(tiny, monkeypatch):
    for module in (chat, grpo, rollout):
        monkeypatch.setattr(module, "subject", lambda *_: tiny)


def small(tiny, **changes) -> Plan:
    return Plan(
        folder=tiny.folder, steps=1, reward=grpo_ours.SPREAD, prompts=2, group_size=2, longest=4,
        **changes,
    )  # fmt: skip


def test_sampling_is_compared_and_greedy_tokens_agree(monkeypatch):
    for name, value in {"PROMPTS": 3, "EACH": 2, "LONGEST": 12, "QUICK_ROUNDS": 1}.items():
        monkeypatch.setattr(rollout, name, value)
    speed, greedy = rollout.measure(quick=True, data=None).rows
    assert speed.ours > 0
    assert speed.peer > 0
    assert (greedy.ours, greedy.peer) == (1.0, 1.0)


def test_both_sides_of_grpo_take_whole_steps(tiny, monkeypatch):
    monkeypatch.setattr(grpo, "plans", lambda *_, **__: [small(tiny)])
    result = grpo.measure(quick=True, data=None)
    steps, answers = result.rows
    assert steps.ours > 0
    assert steps.peer > 0
    assert 0 < answers.ours <= 4
    assert 0 < answers.peer <= 4
    json.dumps(result.to_json("grpo"), allow_nan=False)


def test_an_untrained_model_is_never_rewarded_by_verdicts(tiny):
    assert [plan.is_verdict for plan in grpo.plans(tiny, quick=False)] == [False]


def test_chat_is_compared_with_the_bare_library(monkeypatch):
    pytest.importorskip("llama_cpp")
    for name, value in {"QUICK_QUESTIONS": 1, "LONGEST": 12, "QUICK_ROUNDS": 1}.items():
        monkeypatch.setattr(chat, name, value)
    rows = chat.measure(quick=True, data=None).rows
    assert len(rows) == 2
    assert all(row.ours > 0 and row.peer > 0 for row in rows)


class SlowReader(FakeBackend):
    """A backend that takes its time to find the tokens of a prompt."""

    def count_tokens(self, text):
        time.sleep(READING_S)
        return super().count_tokens(text)


def test_our_side_of_chat_pays_for_the_tokenising_of_its_prompt():
    backend = SlowReader("slow", FakeOptions(text="ok"))
    sides = chat.Sides(backend=backend, llama=None, texts=["1 + 1 ="])
    tokens = len("ok") + 1  # the end of the turn is one
    assert chat.our_rate(sides, 0.0, 0) <= tokens / READING_S


@pytest.mark.parametrize("temperature", [0.0, 1.0])
def test_chat_draws_the_tokens_of_the_bare_library(tmp_path, monkeypatch, temperature):
    pytest.importorskip("llama_cpp")
    from o1desk.core.backend import Sampling

    monkeypatch.setattr(chat, "LONGEST", 12)
    _, sides, _ = chat.load(tmp_path, None, quick=True)
    for seed, text in enumerate(sides.texts):
        sampling = Sampling(max_new_tokens=12, temperature=temperature, seed=seed)
        ours = [token.token_id for token in sides.backend.stream(text, sampling)]
        assert ours == chat.bare(sides.llama, text, temperature, seed)
    sides.backend.close()
    sides.llama.close()


def test_the_peer_scores_text_as_our_loop_does():
    score = verdict_score()
    [problem] = problems(1)
    assert score(problem, f"Quickly.\n</think>\n\n{problem.answer}") == 1.0
    assert score(problem, "Quickly.\n</think>\n\nno idea") == 0.0
    assert score(problem, "cut in the middle") == 0.0


def test_the_spread_tells_texts_apart():
    assert len({spread(f"{number} \ud800") for number in range(1000)}) == 1000
    assert all(0.0 <= spread(str(number)) < 1.0 for number in range(100))


def test_without_a_starter_a_random_model_of_its_shape_is_made(tmp_path, monkeypatch):
    from o1desk import paths

    monkeypatch.setattr(paths, "resources", lambda: tmp_path / "nothing")
    made = subject(tmp_path, None)
    assert not made.is_trained
    assert (made.folder / "model.safetensors").is_file()
