#!/usr/bin/env python3
"""Collect the window's texts for translation, and make the file that the program loads.

Usage: .venv/bin/python packaging/translate.py          (then translate what is unfinished in
       resources/i18n/o1desk_zh_CN.ts, and run it again)
       .venv/bin/python packaging/translate.py --check  (exit 1 when something is missing)
"""

import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "i18n"
SOURCE = FOLDER / "o1desk_zh_CN.ts"
ENGLISH = FOLDER / "o1desk_en.ts"  # plurals only: the sources write "sample(s)"
MARKS = ("self.tr(", "translate(", "QT_TRANSLATE_NOOP(")


def sources() -> list[Path]:
    """Return the files that hold texts."""
    files = sorted((ROOT / "o1desk").rglob("*.py"))
    return [path for path in files if any(mark in path.read_text("utf-8") for mark in MARKS)]


def collect(target: Path = SOURCE, language: str = "zh_CN", *more: str) -> None:
    """Bring a translation file up to the sources; translations that exist are kept."""
    run(
        "lupdate",
        *(str(path) for path in sources()),
        *("-ts", str(target), "-source-language", "en", "-target-language", language),
        *("-locations", "none", "-no-obsolete", "-silent", *more),
    )


def fill_english(path: Path = ENGLISH) -> None:
    """Write both forms of every English plural: "(s)" is nothing for one and "s" for more."""
    tree = ET.parse(path)  # noqa: S314 - a file of this repository
    for message in tree.iter("message"):
        source, translation = message.findtext("source", ""), message.find("translation")
        if translation is None:
            continue
        translation.attrib.pop("type", None)
        for form, letter in zip(translation.iter("numerusform"), ("", "s"), strict=True):
            form.text = source.replace("(s)", letter)
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    body = ET.tostring(tree.getroot(), encoding="unicode")
    path.write_text(f"{head}{body}\n", encoding="utf-8")


def unfinished(path: Path = SOURCE) -> list[str]:
    """Return the texts without a finished translation."""
    found = []
    for message in ET.parse(path).iter("message"):  # noqa: S314 - a file of this repository
        translation = message.find("translation")
        forms = (
            [] if translation is None else [f.text or "" for f in translation.iter("numerusform")]
        )
        text = "" if translation is None else (translation.text or "").strip()
        is_open = translation is None or translation.get("type") == "unfinished"
        if is_open or not (all(forms) if forms else text):
            found.append(message.findtext("source", ""))
    return found


def release() -> None:
    """Write the files that the program loads."""
    for path in (SOURCE, ENGLISH):
        run("lrelease", str(path), "-qm", str(path.with_suffix(".qm")), "-silent")


def run(tool: str, *arguments: str) -> None:
    """Run one of Qt's tools, which PySide6 brings."""
    import PySide6

    program = Path(PySide6.__file__).parent / tool
    subprocess.run([str(program), *arguments], check=True, cwd=ROOT)


def main() -> int:
    """Collect, release, and list what is not translated yet."""
    if "--check" not in sys.argv:
        FOLDER.mkdir(parents=True, exist_ok=True)
        collect()
        collect(ENGLISH, "en", "-pluralonly")
        fill_english()
        release()
    left = unfinished()
    for text in left:
        print(text)
    print(f"{len(left)} texts are not translated")
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
