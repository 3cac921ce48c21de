"""The direction of dependencies, checked from the sources themselves on every run."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "o1desk"
HEAVY = {"torch", "transformers", "peft", "llama_cpp", "trl", "datasets", "pandas"}
TORCH_ROOMS = {"models", "training"}
BENCH = "bench"  # measures peers and the window, so it may load them
WINDOW = {"PySide6", "pyqtgraph"}

# What each room may import besides itself and the Python standard library's own.
MAY_IMPORT = {
    "core": set(),
    "environments": {"core", "rewards"},
    "rewards": {"core"},
    "models": {"core", "paths"},
    "store": {"core", "paths"},
    "jobs": {"core", "paths", "environments"},
    "generation": {"core", "environments", "rewards"},
    "inference": {"core", "environments", "rewards"},
    "training": {"core", "environments", "rewards", "models", "generation", "paths"},
    "worker": {
        "core", "environments", "rewards", "models", "generation", "inference", "training",
        "paths", "logs",
    },
    "bench": {
        "core", "environments", "rewards", "models", "generation", "inference", "training",
        "store", "paths", "jobs", "gui",
    },
    "gui": {
        "core", "environments", "rewards", "generation", "inference", "store", "jobs", "paths",
        "logs",
    },
    "cli": {
        "core", "environments", "rewards", "models", "generation", "inference", "training",
        "store", "jobs", "bench", "paths", "logs",
    },
}  # fmt: skip


def modules() -> Iterator[tuple[str, Path]]:
    """Yield (room, file) of every module in a room."""
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).parts
        if len(parts) > 1 and parts[0] in MAY_IMPORT:
            yield parts[0], path


def imports(path: Path) -> Iterator[str]:
    """Yield every imported module of a file, late imports included."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            if node.module == "o1desk":
                yield from (f"o1desk.{alias.name}" for alias in node.names)


FILES = [pytest.param(room, path, id=str(path.relative_to(PACKAGE))) for room, path in modules()]


@pytest.mark.parametrize(("room", "path"), FILES)
def test_a_room_imports_only_rooms_below_it(room, path):
    for name in imports(path):
        parts = name.split(".")
        if parts[0] == "o1desk" and len(parts) > 1:
            assert parts[1] == room or parts[1] in MAY_IMPORT[room] | {"__version__"}, name


@pytest.mark.parametrize(("room", "path"), FILES)
def test_only_models_and_training_know_torch(room, path):
    found = {name.split(".")[0] for name in imports(path)} & HEAVY
    assert not found or room in TORCH_ROOMS | {BENCH}


@pytest.mark.parametrize(("room", "path"), FILES)
def test_no_room_below_the_window_knows_qt(room, path):
    found = {name.split(".")[0] for name in imports(path)} & WINDOW
    assert not found or room in ("gui", BENCH)


def test_migrations_import_nothing_of_the_application():
    allowed = {"sqlite_utils", "sqlite3", "collections", "typing"}
    found = {name.split(".")[0] for name in imports(PACKAGE / "store" / "migrations.py")}
    assert found <= allowed


def test_every_room_of_the_package_is_in_the_table():
    rooms = {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").exists()}
    assert rooms == set(MAY_IMPORT)
