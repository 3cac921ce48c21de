"""Make `NNNN.sqlite` for the present schema; run once for each released version, never again.

Usage: python tests/data/db/make.py
"""

import sqlite3
import tempfile
from pathlib import Path

from o1desk.core import trace
from o1desk.core.events import CheckpointSaved, Metric, SampleWritten, Stamped
from o1desk.core.files import write_json, write_lines
from o1desk.core.runs import SAMPLES_FILE, Run, RunEnd, RunState
from o1desk.core.samples_io import sample_to_json
from o1desk.core.types import Judgement, Message, Problem, Sample, Verdict
from o1desk.store import open_store
from o1desk.store.connect import DATABASE, SCHEMA_VERSION
from o1desk.store.conversations import Author
from o1desk.store.facade import Store
from o1desk.store.ingest import Ingest
from o1desk.store.labels import Label, Preference

RUN = "20260101-000000-train-aaaa"


def sample(problem: Problem, text: str, judgement: Judgement) -> Sample:
    """Return a model's attempt."""
    return Sample(
        problem=problem,
        origin="model",
        trace=trace.parse(text),
        raw=text,
        verdict=Verdict(judgement=judgement, score=float(judgement == "correct"), method="text"),
        rewards={"verdict": 1.0},
        reward=1.0,
        model="starter",
        adapter=f"{RUN}:2",
    )


def fill(store: Store, data: Path) -> None:
    """Put at least one row into every main table."""
    one = Problem(environment="chain_sum", level="easy", prompt="1 + 1 =", answer="2")
    two = Problem(environment="products", level="hard", prompt="What is 2 * 3?", answer="6")
    attempts = [
        sample(one, "<think>\nadd\ntell\n</think>\n\n2", Judgement.CORRECT),
        sample(one, "<think>\nguess\n</think>\n\n3", Judgement.INCORRECT),
        sample(two, "<think>\ntimes\n</think>\n\n6", Judgement.CORRECT),
    ]
    folder = data / "runs" / RUN
    folder.mkdir(parents=True)
    write_json(folder / "config.json", {"role": "train", "config": {"model": "starter"}})
    write_lines(folder / SAMPLES_FILE, [sample_to_json(each) for each in attempts])
    ingest = Ingest(store)
    ingest.run_started(
        Run(id=RUN, role="train", folder=folder, created="2026-01-01T00:00:00+00:00", config={})
    )
    told = (
        SampleWritten(file=SAMPLES_FILE, line=1),
        Metric(step=1, values={"reward_mean": 0.5}),
        CheckpointSaved(step=2, path="checkpoints/step_000002", bytes=10),
    )
    ingest.events(RUN, [Stamped(seq=n, t=1.0 * n, event=e) for n, e in enumerate(told, start=1)])
    ingest.run_ended(RUN, RunEnd(state=RunState.FINISHED, exit_code=0))
    step = store.labels.put(Label(sample=1, step=0, value=1, annotator="ann", critique="good"))
    store.labels.put(Label(sample=2, value=-1, annotator="ann"))
    store.labels.made_reward(1, "verdict", [step])
    store.labels.prefer(Preference(chosen=1, rejected=2))
    store.datasets.create("first", samples=[1, 2], problems=[2], freeze=True)
    chat = store.conversations.start("hello")
    asked = store.conversations.add(chat, Message(role="user", content="hi"))
    answer = Message(role="assistant", content="hello", thinking="greet")
    author = Author(model="starter", adapter=f"{RUN}:2")
    said = store.conversations.add(chat, answer, author, parent=asked, details={"k": 1})
    store.conversations.set_feedback(said, 1)
    store.conversations.link_sample(said, 1)
    store.conversations.save_draft(chat, "and")
    gone = store.samples.add([sample(one, "<think>\nadd\n</think>\n\n4", Judgement.INCORRECT)])
    store.samples.remove(gone.ids)
    store.runs.set_note(RUN, "first")
    store.runs.set_tags(RUN, ["best"])


def main() -> None:
    """Write the database of the present schema beside this file, in small pages."""
    target = Path(__file__).parent / f"{SCHEMA_VERSION:04d}.sqlite"
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        with open_store(data) as store:
            fill(store, data)
        connection = sqlite3.connect(data / DATABASE, isolation_level=None)
        connection.execute("PRAGMA journal_mode = DELETE").fetchone()
        connection.execute("UPDATE run SET folder = '/data/runs/' || id")
        connection.execute("PRAGMA page_size = 512")
        connection.execute("VACUUM")
        connection.close()
        target.write_bytes((data / DATABASE).read_bytes())


if __name__ == "__main__":
    main()
