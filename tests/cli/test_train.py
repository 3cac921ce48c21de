"""The settings of a training run: the config file, with what was typed on top."""

import pytest

from o1desk.cli.main import main
from o1desk.cli.parser import build_parser
from o1desk.cli.train import settings
from o1desk.core.errors import InputError

FILE = """
model = "fake"
seed = 7
steps = 3
device = "cuda"
precision = "bf16"
environments = [{environment = "gcd", level = "hard", weight = 2.0}, {environment = "products"}]
"""


@pytest.fixture
def read(tmp_path):
    """Return the settings of a command line beside a config file."""

    def made(*words, method="rl", file=""):
        (tmp_path / "own.toml").write_text(file, encoding="utf-8")
        words = ["train", method, "--config", str(tmp_path / "own.toml"), *words]
        return settings(build_parser().parse_arguments(words), tmp_path)

    return made


@pytest.fixture
def dataset(tmp_path):
    path = tmp_path / "pairs.jsonl"
    path.write_text('{"prompt": "a", "completion": "b"}\n', encoding="utf-8")
    return str(path)


def test_what_is_neither_typed_nor_in_the_file_has_its_default(read):
    values = read()
    assert (values["model"], values["seed"]) == ("starter", 0)
    assert {part["level"] for part in values["environments"]} == {"medium"}
    assert not {"steps", "device", "precision"} & values.keys()


def test_the_file_counts_where_nothing_was_typed(read):
    values = read(file=FILE.replace("fake", "starter"))
    assert (values["seed"], values["steps"]) == (7, 3)
    assert (values["device"], values["precision"]) == ("cuda", "bf16")
    assert [part.get("level") for part in values["environments"]] == ["hard", None]


def test_what_was_typed_wins_even_when_it_is_the_default(read):
    values = read(
        *("--model", "starter", "--seed", "0", "--steps", "5"),
        *("--device", "auto", "--precision", "auto"),
        file=FILE,
    )
    assert (values["model"], values["seed"], values["steps"]) == ("starter", 0, 5)
    assert (values["device"], values["precision"]) == ("auto", "auto")


def test_a_level_alone_holds_for_every_environment_of_the_file(read):
    values = read("--model", "starter", "--level", "easy", file=FILE)
    assert values["environments"] == [
        {"environment": "gcd", "level": "easy", "weight": 2.0},
        {"environment": "products", "level": "easy"},
    ]


def test_named_environments_take_the_place_of_those_of_the_file(read):
    values = read("--model", "starter", "--environment", "chain_sum", file=FILE)
    assert values["environments"] == [{"environment": "chain_sum", "level": "medium"}]


@pytest.mark.parametrize("where", ["typed", "file"])
def test_fine_tuning_on_a_data_set_measures_on_what_was_named(read, dataset, where):
    words = ["--dataset", dataset] if where == "typed" else []
    file = "" if where == "typed" else f"dataset = '{dataset}'"
    named = read(*words, "--environment", "gcd", "--level", "easy", method="sft", file=file)
    assert named["environments"] == [{"environment": "gcd", "level": "easy"}]
    assert named["dataset"] == dataset
    assert "environments" not in read(*words, method="sft", file=file)


def test_a_level_that_nothing_takes_is_refused(read, dataset):
    with pytest.raises(InputError, match="--level needs --environment"):
        read("--dataset", dataset, "--level", "easy", method="sft")


@pytest.mark.parametrize("environments", ['"gcd"', "3", '["gcd"]'])
def test_a_level_over_a_broken_list_leaves_the_sentence_to_the_check(read, environments):
    with pytest.raises(InputError, match="environments"):
        read("--level", "easy", file=f"environments = {environments}")


@pytest.mark.parametrize("verb", [["loop"], ["train", "rl"], ["train", "sft"]])
@pytest.mark.parametrize("model", ["m.gguf", "fake"])
def test_what_cannot_be_trained_is_refused_before_anything_starts(verb, model, tmp_path, capsys):
    if model != "fake":
        model = tmp_path / model
        model.write_bytes(b"GGUF")
    assert main([*verb, "--model", str(model), "--data", str(tmp_path / "data")]) == 5
    said = capsys.readouterr().err
    assert "cannot be trained" in said
    assert said.count("\n") == 1
    assert list((tmp_path / "data").iterdir()) == []
