"""Write the lock files from the environment that runs this script.

Usage: .venv/bin/python packaging/lock.py    (after trying the new versions by hand)
base.txt is the closure of what o1desk needs, test.txt what the tests need besides, gguf.txt the
binding to llama.cpp, apart because it compiles for minutes.
"""

import re
import sys
import tomllib
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "packaging" / "requirements"
NAME = re.compile(r"^([A-Za-z0-9._-]+)(\[[^\]]*\])?")


def closure(requirements: list[str]) -> dict[str, str]:
    """Return name -> version of everything that the requirements pull in here."""
    found: dict[str, str] = {}
    todo = [*requirements]
    while todo:
        requirement = todo.pop()
        match = NAME.match(requirement.strip())
        if match is None:
            continue
        name, extras = canonical(match[1]), match[2] or ""
        if name in found and not extras:
            continue
        try:
            package = distribution(name)
        except PackageNotFoundError:
            continue
        found[name] = package.version.split("+")[0]
        wanted = {extra.strip() for extra in extras.strip("[]").split(",") if extra.strip()}
        todo += [r for r in package.requires or [] if applies(r, wanted)]
    return found


def canonical(name: str) -> str:
    """Return a package name as registries compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def applies(requirement: str, extras: set[str]) -> bool:
    """Whether a requirement line holds without extras, or for one that was asked for."""
    _, _, marker = requirement.partition(";")
    match = re.search(r"extra\s*==\s*['\"]([^'\"]+)", marker)
    return match is None or canonical(match[1]) in {canonical(e) for e in extras}


def main() -> int:
    """Write the three files."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    base = closure(project["dependencies"])
    gguf = closure(project["optional-dependencies"]["gguf"])
    test = closure(project["optional-dependencies"]["dev"])
    build = closure(["hatchling", "editables"])
    write("base.txt", {**base, **build})
    write("gguf.txt", {"llama-cpp-python": gguf["llama-cpp-python"]})
    write("test.txt", {k: v for k, v in test.items() if k not in base})
    return 0


def write(name: str, pins: dict[str, str]) -> None:
    """Write one lock file, sorted; pip and its own tools are not pinned."""
    lines = [f"{k}=={v}" for k, v in sorted(pins.items()) if k not in {"pip", "o1desk"}]
    (OUT / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
