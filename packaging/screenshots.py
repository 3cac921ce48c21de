#!/usr/bin/env python3
"""Make the pictures of the README: fill a data folder by real work, and grab every page.

Usage: .venv/bin/python packaging/screenshots.py --out DIR [--data DIR] [--minutes M]
       [--pages overview,chat] [--sizes 1280x800] [--themes light] [--languages en]

Without --data a new folder is filled: the loop runs once, questions are asked, steps are labelled.
No screen is needed; a Chinese font must be installed for the pictures in Chinese.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from studio import Studio

PAGES = ("overview", "data", "annotate", "train", "chat", "models", "settings")
SIZES, THEMES, LANGUAGES = ("1280x800", "1920x1080"), ("light", "dark"), ("en", "zh_CN")
QUESTIONS = (
    "Greatest common divisor of 84 and 36",
    "347 + 85 - 126 =",
    'Count the letter "e" in: three green trees',
)
SETTLE_S = 2.5
RATINGS = (1, 1, 0, 1, -1)


class Photographer(Studio):
    """Fills the program's data folder by real work, and grabs its pages."""

    # --- real work ---

    def fill(self, minutes: float) -> None:
        """Run the loop, ask questions, label some steps, keep a dataset."""
        from o1desk.gui.pages.annotate.desk import annotation_desk
        from o1desk.gui.pages.annotate.rating import Rating
        from o1desk.gui.pages.chat.controller import chat_controller
        from o1desk.gui.pages.overview.controller import loop_controller
        from o1desk.store.filters import SampleFilter

        store = self.session.store
        loop = loop_controller(self.session)
        loop.start(minutes)
        self.wait(lambda: not loop.is_running, 60 * minutes * 8 + 300)
        if loop.failure:
            raise RuntimeError(loop.failure)
        store.state.set("overview.welcomed", True)
        if not store.datasets.all():
            store.datasets.create_from(
                "careful-solutions", SampleFilter(origin="solver"), freeze=True
            )
        chat = chat_controller(self.session)
        chat.choose(model=f"starter@{loop.result['run']}" if loop.result else "starter")
        for question in QUESTIONS:
            chat.ask(question)
            self.wait(lambda: not chat.is_busy, 120)
        desk = annotation_desk(self.session)
        chosen = self.many_steps()
        desk.show_sample(chosen)
        self.wait(lambda: desk.item is not None and desk.item.id == chosen, 30)
        rating = Rating(self.session, desk, desk)
        for value in RATINGS:
            if rating.is_open(desk.step):
                rating.rate_step(value)
        self.pause(1)

    def many_steps(self) -> int:
        """Return a solution with more steps than most, the same one each time."""
        from o1desk.store.filters import SampleFilter

        solved = SampleFilter(origin="solver")
        ids = self.session.store.samples.ids(solved, order="steps", descending=True)
        return ids[len(ids) // 4]

    # --- pictures ---

    def shoot(self, out: Path, page: str, size: str) -> None:
        """Grab a page in the look and language that hold now."""
        width, height = (int(part) for part in size.split("x"))
        self.desktop.window.resize(width, height)
        self.desktop.window.show_page(page)
        self.prepare(page)
        self.pause(SETTLE_S)
        settings = self.session.settings
        names = (page, settings.get("appearance.theme"), settings.get("appearance.language"), size)
        path = out / f"{'-'.join(names)}.png"
        self.desktop.window.grab().save(str(path))
        print(path, flush=True)

    def prepare(self, page: str) -> None:
        """Show the part of a page that has something to show."""
        store = self.session.store
        if page == "train":
            runs = store.runs.newest(role="train", limit=1)
            if runs:
                self.session.open("train", run=runs[0].id)
        elif page == "chat":
            chats = store.conversations.newest(limit=1)
            if chats:
                self.session.settings.set("chat.thinking_view", "expanded")
                self.session.open("chat", conversation=chats[0].id)
        elif page == "annotate":
            self.session.open("annotate", sample=self.many_steps())
        elif page == "data":
            ids = store.samples.ids()
            if ids:
                self.session.open("data", sample=ids[0])


def main() -> int:
    """Fill, shoot, leave."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--minutes", type=float, default=2.0)
    parser.add_argument("--pages", default=",".join(PAGES))
    parser.add_argument("--sizes", default=",".join(SIZES))
    parser.add_argument("--themes", default=",".join(THEMES))
    parser.add_argument("--languages", default=",".join(LANGUAGES))
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        data = arguments.data or Path(scratch) / "data"
        is_empty = not (data / "o1desk.sqlite").exists()
        data.mkdir(parents=True, exist_ok=True)
        config = Path(scratch) / "config"
        config.mkdir()
        studio = Photographer(data, config)
        if is_empty:
            studio.fill(arguments.minutes)
        for theme in arguments.themes.split(","):
            for language in arguments.languages.split(","):
                studio.session.settings.set("appearance.theme", theme)
                studio.session.settings.set("appearance.language", language)
                studio.pause(SETTLE_S)
                for size in arguments.sizes.split(","):
                    for page in arguments.pages.split(","):
                        studio.shoot(arguments.out, page, size)
        studio.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
