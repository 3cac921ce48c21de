#!/usr/bin/env python3
"""The two commands of the README: `run` and `test`, on a machine that has nothing but Python.

Makes .venv beside the sources, installs the pinned set, and starts. Uses the standard library
only, because it runs before anything is installed. Linux is proven by running it; the Windows and
macOS paths are right by reading.
"""

import argparse
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCKS = ROOT / "packaging" / "requirements"
MINIMUM = (3, 11)
OLDEST_TORCH = (2, 6)
DONE, FAILED = "done", "failed"


def main() -> int:
    """Prepare the environment and do what was asked; return the exit code."""
    parser = argparse.ArgumentParser(
        prog="bootstrap.py", description="Install O1 Desk into .venv, then run or test it."
    )
    parser.add_argument("command", choices=("run", "test"), help="run the program, or all tests")
    parser.add_argument("rest", nargs=argparse.REMAINDER, help="passed on to o1desk or to pytest")
    arguments = parser.parse_args()
    if sys.version_info < MINIMUM:
        print(f"O1 Desk needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
        return 5
    try:
        prepare(with_tests=arguments.command == "test")
        is_test = arguments.command == "test"
        if is_test or has_screen():
            need_qt_libraries()
        if is_test:
            need_screen()
        start = run_tests if arguments.command == "test" else run_program
        return start(arguments.rest)
    except MissingError as missing:
        print(missing, file=sys.stderr)
        return 5
    except KeyboardInterrupt:
        return 3


class MissingError(Exception):
    """Something the machine lacks; the message is one sentence with the exact command."""


# --- environment -------------------------------------------------------------------------------


def python() -> Path:
    """Return the interpreter of .venv."""
    if os.name == "nt":
        return VENV / "Scripts" / "python.exe"
    return VENV / "bin" / "python"


def prepare(*, with_tests: bool) -> None:
    """Make .venv and install what the lock files name, unless that is already done."""
    if not python().exists():
        make_venv()
    locks = [LOCKS / "base.txt", *([LOCKS / "test.txt"] if with_tests else [])]
    if stamp(locks) != read_stamp(with_tests):
        install_locks(locks)
        pip("install", "--quiet", "--no-deps", "--no-build-isolation", "--editable", str(ROOT))
        stamp_file(with_tests).write_text(stamp(locks), encoding="utf-8")
    prepare_llama(required=with_tests)


def make_venv() -> None:
    """Create .venv; one that sees the outer packages when those include a usable torch."""
    if importlib.util.find_spec("ensurepip") is None:
        package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
        need("Python's venv module", [package])
    print("Making .venv ...", flush=True)
    # A .venv made from inside another one sees the packages of the Python below both.
    below = Path(getattr(sys, "_base_executable", sys.executable))
    outer = ["--system-site-packages"] if has_torch(below) else []
    subprocess.run([sys.executable, "-m", "venv", *outer, str(VENV)], check=True)


def has_torch(interpreter: Path) -> bool:
    """Whether an interpreter already has a torch that is new enough; it is then kept."""
    code = (
        "import importlib.metadata as m;"
        "v=m.version('torch').split('+')[0].split('.');print(int(v[0]),int(v[1]))"
    )
    found = subprocess.run(
        [str(interpreter), "-c", code], capture_output=True, text=True, check=False
    )
    if found.returncode != 0:
        return False
    major, minor = (int(part) for part in found.stdout.split())
    return (major, minor) >= OLDEST_TORCH


def install_locks(locks: list[Path]) -> None:
    """Install the pinned set; an already installed torch (a CUDA build, say) is left alone."""
    print("Installing the pinned packages (the first time takes minutes) ...", flush=True)
    keep = has_torch(python())
    for lock in locks:
        lines = [line for line in lock.read_text(encoding="utf-8").splitlines() if line.strip()]
        if keep:
            lines = [line for line in lines if not line.startswith(("torch==", "nvidia-"))]
        pinned = VENV / f"pinned-{lock.name}"
        pinned.write_text("\n".join(lines) + "\n", encoding="utf-8")
        pip("install", "--quiet", "--requirement", str(pinned))


def prepare_llama(*, required: bool) -> None:
    """Install llama.cpp's binding, unless that is done or failed and nothing changed since.

    Args:
        required: Whether what failed before is tried again, and failing is an error.
    """
    before = llama_file().read_text(encoding="utf-8") if llama_file().exists() else ""
    if before == llama_stamp(DONE) or (before == llama_stamp(FAILED) and not required):
        return
    result = DONE if install_llama(required) else FAILED
    llama_file().write_text(llama_stamp(result), encoding="utf-8")


def install_llama(required: bool) -> bool:
    """Install llama.cpp's binding from source; without it the program chats with torch alone.

    Returns:
        Whether it is there.
    """
    lock = LOCKS / "gguf.txt"
    if has_pinned(lock):
        return True
    if compiler() is None:
        try:
            need("a C++ compiler", ["g++"])
        except MissingError as missing:
            print(f"GGUF models stay unavailable: {missing}", flush=True)
            return False
    print("Installing llama.cpp (compiled once, about six minutes) ...", flush=True)
    if pip("install", "--quiet", "--requirement", str(lock), check=required) == 0:
        return True
    again = f"{python()} -m pip install --requirement {lock}"
    print(
        "GGUF models stay unavailable: llama.cpp did not compile here; the rest goes on. It is "
        f"not tried again until the compiler changes; to try it yourself: {again}",
        flush=True,
    )
    return False


def compiler() -> str | None:
    """Return where the C++ compiler is, links followed, so that another version is another."""
    found = shutil.which("c++") or shutil.which("cl")
    return found and os.path.realpath(found)


def has_pinned(lock: Path) -> bool:
    """Whether .venv already sees every package of a lock file in its pinned version."""
    code = "import importlib.metadata as m,sys;sys.exit(m.version(sys.argv[1])!=sys.argv[2])"
    pins = [line.split("==") for line in lock.read_text(encoding="utf-8").split()]
    return all(
        subprocess.run(
            [str(python()), "-c", code, *pin], capture_output=True, check=False
        ).returncode
        == 0
        for pin in pins
    )


def pip(*arguments: str, check: bool = True) -> int:
    """Run pip inside .venv.

    Raises:
        MissingError: If pip fails and `check` is set; pip's own words stand above.
    """
    command = [str(python()), "-m", "pip", "--disable-pip-version-check", *arguments]
    environment = {**os.environ, "PIP_NO_INPUT": "1"}
    code = subprocess.run(command, env=environment, check=False).returncode
    if code != 0 and check:
        raise MissingError(
            f"Installing failed (pip exit code {code}, see above); nothing else was changed: "
            "check the network and the disk space, then run the same command again."
        )
    return code


def need(what: str, packages: list[str]) -> None:
    """Install system packages when we are root on a Debian-like machine.

    Raises:
        MissingError: Otherwise; the message has the exact command.
    """
    command = f"apt-get install -y {' '.join(packages)}"
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    if shutil.which("apt-get") is None:
        raise MissingError(f"{what} is missing; install it with your system's package manager.")
    if not is_root:
        raise MissingError(f"{what} is missing; install it with: sudo {command}")
    print(f"{what} is missing; installing it: {command}", flush=True)
    quiet = {
        "stdout": subprocess.DEVNULL,
        "env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
    }
    subprocess.run(["apt-get", "update", "-q"], check=False, **quiet)
    if subprocess.run(command.split(), check=False, **quiet).returncode != 0:
        raise MissingError(f"{what} is missing and could not be installed; try: {command}")


# --- what Qt needs of the system (Linux) --------------------------------------------------------

# Libraries that a bare Debian or Ubuntu lacks, by the name the loader misses.
PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libOpenGL.so.0": "libopengl0",
    "libGLX.so.0": "libglx0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libSM.so.6": "libsm6",
    "libICE.so.6": "libice6",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xinerama.so.0": "libxcb-xinerama0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
QT_PARTS = ("plugins/platforms/libqxcb.so", "plugins/platforms/libqoffscreen.so")


def need_qt_libraries() -> None:
    """Find the system libraries that the window misses, and install or name them.

    Raises:
        MissingError: If some are missing and cannot be installed; names the exact command.
    """
    if not sys.platform.startswith("linux") or shutil.which("ldd") is None:
        return
    found = [
        path for part in QT_PARTS for path in VENV.glob(f"lib/*/site-packages/PySide6/Qt/{part}")
    ]
    missing = sorted({name for path in found for name in missing_libraries(path)})
    packages = sorted({PACKAGES.get(name, name) for name in missing})
    if packages:
        need("A part of what the window's libraries need", packages)


def missing_libraries(path: Path) -> list[str]:
    """Return the libraries that the loader does not find for a library, by name."""
    listing = subprocess.run(["ldd", str(path)], capture_output=True, text=True, check=False)
    lines = [line.split() for line in listing.stdout.splitlines() if "not found" in line]
    return [words[0] for words in lines if not words[0].startswith("libQt6")]


def need_screen() -> None:
    """Install what the tests of the real window need: a virtual screen, keys, Chinese glyphs.

    Raises:
        MissingError: If something is missing and cannot be installed.
    """
    if not sys.platform.startswith("linux"):
        return
    tools = {"Xvfb": "xvfb", "xdotool": "xdotool", "fc-list": "fontconfig"}
    packages = [package for tool, package in tools.items() if shutil.which(tool) is None]
    if not has_chinese_font():
        packages.append("fonts-wqy-microhei")
    if packages:
        need("A part of what the window's tests need", packages)


def has_chinese_font() -> bool:
    """Whether some installed font can show Chinese."""
    if shutil.which("fc-list") is None:
        return False
    listing = subprocess.run(
        ["fc-list", ":lang=zh-cn", "family"], capture_output=True, text=True, check=False
    )
    return bool(listing.stdout.strip())


# --- stamps: what is installed already ---------------------------------------------------------


def stamp_file(with_tests: bool) -> Path:
    """Return where the fingerprint of the installed set is kept."""
    return VENV / ("installed-test.txt" if with_tests else "installed-run.txt")


def stamp(locks: list[Path]) -> str:
    """Return a fingerprint of the lock files and of where the sources are."""
    digest = hashlib.sha256(str(ROOT).encode())
    for lock in [*locks, ROOT / "pyproject.toml"]:
        digest.update(lock.read_bytes())
    return digest.hexdigest()


def llama_file() -> Path:
    """Return where the last try to install llama.cpp is kept."""
    return VENV / "installed-llama.txt"


def llama_stamp(result: str) -> str:
    """Return a fingerprint of a try: its result, what was wanted, and what it failed with.

    A compiler that comes or changes makes another one of a failure, and none of a success.
    """
    digest = hashlib.sha256((LOCKS / "gguf.txt").read_bytes())
    if result == FAILED:
        digest.update(str(compiler()).encode())
    return f"{result} {digest.hexdigest()}"


def read_stamp(with_tests: bool) -> str:
    """Return the fingerprint of the last complete installation, or nothing."""
    files = [stamp_file(True)] if with_tests else [stamp_file(False)]
    return next((f.read_text(encoding="utf-8") for f in files if f.exists()), "")


# --- the two commands --------------------------------------------------------------------------


def run_program(rest: list[str]) -> int:
    """Open the window, or without a screen run the whole loop headless; or run the given verb."""
    command = rest or ([] if has_screen() else ["loop"])
    return subprocess.run([str(python()), "-m", "o1desk", *command], check=False).returncode


def has_screen() -> bool:
    """Whether a window can be shown."""
    if os.name == "nt" or sys.platform == "darwin":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def run_tests(rest: list[str]) -> int:
    """Run the linters, the type checker and every test; stop at the first that fails."""
    plugins = ["-p", "xdist.plugin", "-p", "pytest_timeout", "-p", "pytestqt.plugin"]
    checks = [
        ["ruff", "check", "."],
        ["ruff", "format", "--check", "."],
        ["mypy", "o1desk"],
        ["pytest", "-q", *plugins, "-n", str(min(4, os.cpu_count() or 2)), *rest],
    ]
    # Plugins of an outer Python must not decide how our tests run.
    environment = {**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTEST_QT_API": "pyside6"}
    environment["QT_QPA_PLATFORM"] = "offscreen"
    for check in checks:
        print(f"== {' '.join(check)}", flush=True)
        code = subprocess.run(
            [str(python()), "-m", *check], cwd=ROOT, env=environment, check=False
        ).returncode
        if code != 0:
            return code
    return 0


if __name__ == "__main__":
    sys.exit(main())
