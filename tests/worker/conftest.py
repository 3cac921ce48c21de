import json

import pytest

from o1desk.core.events import parse
from o1desk.worker.control import WorkerControl
from o1desk.worker.inbox import Inbox
from o1desk.worker.job import Job
from o1desk.worker.outbox import Outbox
from o1desk.worker.wire import Wire


class Bench:
    """A worker's parts without a process."""

    def __init__(self, folder):
        self.folder = folder
        self.complaints = []
        self.wakes = []
        self.outbox = Outbox(folder, Wire(events=None, commands=-1))
        self.inbox = Inbox(self.complaints.append, lambda: self.wakes.append(True))
        self.control = WorkerControl(self.outbox, self.inbox)

    def tell(self, **command):
        self.inbox.take(json.dumps(command).encode())

    def events(self):
        lines = (self.folder / "events.jsonl").read_bytes().splitlines()
        return [parse(line).event for line in lines]

    def of(self, kind):
        return [event for event in self.events() if isinstance(event, kind)]

    def job(self, settings, **config):
        return Job(
            folder=self.folder,
            config={"config": settings, **config},
            data=self.folder,
            control=self.control,
            inbox=self.inbox,
            threads=1,
            is_resumed=False,
        )


@pytest.fixture
def bench(tmp_path):
    bench = Bench(tmp_path)
    yield bench
    bench.outbox.close()
