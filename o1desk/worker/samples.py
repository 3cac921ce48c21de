"""`samples.jsonl` of a run folder: each finished sample is one whole line and one event."""

import errno
import json
import os
from collections.abc import Iterator
from pathlib import Path

from o1desk.core.control import Control
from o1desk.core.errors import NoSpaceError
from o1desk.core.events import SampleWritten
from o1desk.core.files import append_line, line_of, read_lines, repair_lines
from o1desk.core.runs import EVENTS_FILE, SAMPLES_FILE
from o1desk.core.samples_io import sample_from_json, sample_to_json
from o1desk.core.types import Sample


class SampleLog:
    """Appends samples, tells the app about each, and never loses or repeats one.

    The line is written before the event. A worker killed between the two leaves a line nobody was
    told about: it is announced when the run is resumed.

    Attributes:
        count: Samples in the file.
    """

    def __init__(self, folder: Path, control: Control) -> None:
        """Repair what a killed worker left and announce the samples it could not.

        Raises:
            OSError: If the folder cannot be written.
        """
        self._path = folder / SAMPLES_FILE
        self._control = control
        self.count = repair_lines(self._path)
        self._announce(after=_told(folder / EVENTS_FILE))
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0)
        self._file = os.open(self._path, flags, 0o600)

    def append(self, sample: Sample) -> None:
        """Write one sample and tell the app.

        Raises:
            NoSpaceError: If the disk is full; the samples so far are whole.
            OSError: For every other refusal of the file system; likewise.
        """
        line = line_of(sample_to_json(sample)).encode("ascii") + b"\n"
        try:
            append_line(self._file, line)
        except OSError as error:
            if error.errno in (errno.ENOSPC, errno.EDQUOT):
                raise NoSpaceError(
                    f"The disk is full: {self._path} takes no more samples; those written so far "
                    "were kept; free some space and resume the run"
                ) from error
            raise
        self.count += 1
        self._tell(self.count, sample)

    def samples(self) -> Iterator[Sample]:
        """Yield every sample of the file, oldest first."""
        return (sample_from_json(data) for data in read_lines(self._path))

    def close(self) -> None:
        """Put everything on disk."""
        os.fsync(self._file)
        os.close(self._file)

    def _announce(self, after: int) -> None:
        if after < self.count:
            for number, sample in enumerate(self.samples(), start=1):
                if number > after:
                    self._tell(number, sample)

    def _tell(self, line: int, sample: Sample) -> None:
        correct = None if sample.verdict is None else sample.verdict.is_correct
        self._control.emit(SampleWritten(file=SAMPLES_FILE, line=line, correct=correct))


def _told(events: Path) -> int:
    """Return the last line of the sample file that an event speaks of."""
    last = 0
    with events.open("rb") as file:
        for line in file:
            if b'"kind": "sample"' in line:
                last = max(last, int(json.loads(line)["line"]))
    return last
