"""A model as a source: rejection sampling."""

from o1desk.core import trace as trace_text
from o1desk.core.configs import GenerateConfig, MixPart
from o1desk.core.control import NullControl
from o1desk.generation.funnel import Funnel
from o1desk.generation.run import generate

RIGHT, OTHER, WRONG = "so</think>=", "well</think>=", "hm</think>-1"
UNSURE, SILENT, CUT = "hm</think>?", "hm</think>", "hm and hm"


def run(sums, backend, funnel=None, **settings):
    config = GenerateConfig(
        source="model",
        environments=(MixPart(environment="chain_sum"),),
        **{"count": 5, "attempts": 4, **settings},
    )
    return list(
        generate(
            config,
            get_environment=sums,
            backend=backend,
            control=NullControl(),
            funnel=funnel,
        )
    )


def test_only_correct_and_distinct_answers_are_kept(sums, model):
    funnel = Funnel()
    samples = run(sums, model([RIGHT, WRONG, RIGHT, OTHER]), funnel)
    assert [sample.trace.thinking for sample in samples] == ["so", "well"] * 5
    assert all(sample.verdict.is_correct for sample in samples)
    value = funnel.to_json()
    assert (value["generated"], value["parsed"], value["verified"]) == (20, 20, 15)
    assert (value["new"], value["kept"]) == (10, 10)
    assert value["rejected"] == [
        {"reason": "wrong answer", "count": 5},
        {"reason": "repeated trace", "count": 5},
    ]


def test_every_reason_to_reject_has_its_counter(sums, model):
    funnel = Funnel()
    assert run(sums, model([WRONG, UNSURE, SILENT, CUT]), funnel, count=1) == []
    assert {r["reason"] for r in funnel.to_json()["rejected"]} == {
        "wrong answer",
        "not verifiable",
        "no answer",
        "no answer before the length limit",
    }


def test_all_answers_stay_when_all_are_wanted(sums, model):
    samples = run(sums, model([RIGHT, WRONG, SILENT, CUT]), keep="all", count=2)
    assert len(samples) == 8
    assert [sample.verdict.is_correct for sample in samples[:4]] == [True, False, False, False]
    assert [sample.truncated for sample in samples[:4]] == [False, False, False, True]


def test_samples_name_their_model_and_their_cost(sums, model):
    sample = run(sums, model([RIGHT]), count=1, attempts=1)[0]
    assert (sample.model, sample.adapter, sample.origin) == ("starter", "RUN:40", "model")
    assert sample.tokens_thinking == len("so</think>")
    assert sample.raw.startswith("<think>\nso</think>")
    assert trace_text.parse(sample.raw) == sample.trace
    assert [step.text for step in sample.trace.steps] == ["so"]


def test_a_model_in_a_folder_with_an_at_sign_is_named_whole(sums, model, tmp_path):
    folder = tmp_path / "m@v2"
    folder.mkdir()
    backend = model([RIGHT])
    backend.name = str(folder)
    [sample] = run(sums, backend, count=1, attempts=1)
    assert (sample.model, sample.adapter) == (str(folder), "")


def test_attempts_at_one_problem_share_its_prompt(sums, model):
    backend = model([RIGHT])
    run(sums, backend, count=40, attempts=4)
    assert backend.calls == [(16, 4), (16, 4), (8, 4)]
