import pytest

from o1desk.jobs import fit as fitting
from o1desk.jobs.fit import fit
from o1desk.jobs.model_facts import ModelFacts


@pytest.fixture
def machine(monkeypatch):
    """A machine with so much free, and a model of so many parameters."""

    def make(free=8000.0, weights=100_000_000, device="cpu", kind="folder"):
        facts = ModelFacts(
            kind=kind, path=None, bytes=weights, weights=0 if kind == "gguf" else weights,
            layers=12, hidden=768, intermediate=3072, q_width=768, kv_width=256,
            vocabulary=32_000, context=4096,
        )  # fmt: skip
        monkeypatch.setattr(fitting, "model_facts", lambda _: facts)
        monkeypatch.setattr(fitting, "device_for", lambda _: device)
        monkeypatch.setattr(fitting, "free_memory_mib", lambda _: free)

    return make


def test_a_small_model_runs_well_and_the_formula_shows_its_parts(machine, tmp_path):
    machine()
    found = fit("some", tmp_path, freeable_mib=12.0)

    assert (found.badge, found.freeable_mib, found.device) == ("runs_well", 12.0, "cpu")
    assert found.formula == (
        "(weights 381 MiB + key/value cache 48 MiB at 2048 tokens) x 1.1 + program 400 MiB "
        f"= {found.needed_mib:.0f} MiB"
    )


@pytest.mark.parametrize(
    ("values", "badge"),
    [
        ({"free": 500.0}, "will_not_fit"),
        ({"free": None}, "unknown"),
        ({"free": 90_000.0, "weights": 1_500_000_000}, "slow"),
        ({"free": 90_000.0, "weights": 1_500_000_000, "device": "cuda:0"}, "runs_well"),
        ({"free": 90_000.0, "weights": 4_000_000_000, "kind": "gguf"}, "slow"),
        ({"free": 90_000.0, "weights": 1_000_000_000, "kind": "gguf"}, "runs_well"),
    ],
)
def test_the_badge_weighs_need_against_what_is_free(machine, tmp_path, values, badge):
    machine(**values)

    assert fit("some", tmp_path).badge == badge


def test_a_gguf_file_runs_on_the_cpu(machine, tmp_path):
    machine(device="cuda:0", kind="gguf")
    found = fit("some.gguf", tmp_path)

    assert found.device == "cpu"
    assert found.formula.startswith("file 95 MiB + 10 %")


@pytest.mark.parametrize("ref", ["hub:some/model", "endpoint:x", "/no/such"])
def test_an_estimate_that_cannot_be_made_is_unknown_and_not_too_large(ref, tmp_path):
    found = fit(ref, tmp_path)

    assert (found.badge, found.needed_mib) == ("unknown", None)
    assert found.formula == "Memory estimate unavailable"
    assert found.free_mib > 0


def test_the_starter_fits(tmp_path):
    found = fit("starter", tmp_path)

    assert found.badge == "runs_well"
    assert found.needed_mib < found.free_mib
