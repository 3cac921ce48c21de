"""What a worker says, as a closed union of frozen values, with one parser at the border.

One event is one JSON object on one line, UTF-8, under 64 KiB, no NaN. `seq` counts from 1 without
gaps within a run. An unknown kind is kept as `Unknown` so that a newer worker never breaks an
older reader.
"""

import dataclasses
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, TypeAlias

PROTOCOL = 1
MAX_LINE = 64 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Hello:
    """First line of every worker."""

    kind: ClassVar[str] = "hello"
    pid: int
    protocol: int = PROTOCOL
    device: str = "cpu"
    versions: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """The worker entered a state: loading, running, paused or saving."""

    kind: ClassVar[str] = "state"
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a phase got."""

    kind: ClassVar[str] = "progress"
    phase: str
    done: int
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric:
    """Numbers of one training or evaluation step; finite or absent."""

    kind: ClassVar[str] = "metric"
    step: int
    values: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rollout:
    """Where one group of answers of a step lies."""

    kind: ClassVar[str] = "rollout"
    step: int
    group: int
    file: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleWritten:
    """One generated or evaluated sample was appended to a file of the run folder."""

    kind: ClassVar[str] = "sample"
    file: str
    line: int
    correct: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenText:
    """Streamed text without marks, coalesced to at most 20 a second.

    `n` counts tokens so far. `part` is "thinking", "answer", or "recast": the answer so far was
    thinking after all, and the text holds it once more. A `StepDone` stands between the parts, or
    the thinking was empty.
    """

    kind: ClassVar[str] = "token"
    id: int
    text: str
    n: int
    part: str = "answer"


@dataclass(frozen=True, slots=True, kw_only=True)
class StepDone:
    """One finished reasoning step of a streamed answer."""

    kind: ClassVar[str] = "step"
    id: int
    index: int
    text: str
    tokens: int
    ms: float


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckpointSaved:
    """A checkpoint became visible."""

    kind: ClassVar[str] = "checkpoint"
    step: int
    path: str
    bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Anomaly:
    """Something the guard noticed, and what it did."""

    kind: ClassVar[str] = "anomaly"
    what: str
    step: int
    action: str
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Log:
    """A sentence for the log; level is debug, info, warning or error."""

    kind: ClassVar[str] = "log"
    level: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """The payload of a short request (a probe, a chat answer, an evaluation)."""

    kind: ClassVar[str] = "result"
    id: int
    value: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """Last line of a worker that ended by itself: finished, cancelled or suspended."""

    kind: ClassVar[str] = "done"
    outcome: str
    summary: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """Last line of a worker that could not go on."""

    kind: ClassVar[str] = "failed"
    reason: str
    message: str
    hint: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown:
    """A kind this version does not know, kept whole."""

    kind: ClassVar[str] = "unknown"
    name: str
    fields: Mapping[str, Any]


Event: TypeAlias = (
    Hello
    | State
    | Progress
    | Metric
    | Rollout
    | SampleWritten
    | TokenText
    | StepDone
    | CheckpointSaved
    | Anomaly
    | Log
    | Result
    | Done
    | Failed
    | Unknown
)
_KINDS: dict[str, type[Any]] = {
    cls.kind: cls
    for cls in (
        Hello, State, Progress, Metric, Rollout, SampleWritten, TokenText, StepDone,
        CheckpointSaved, Anomaly, Log, Result, Done, Failed,
    )
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamped:
    """An event with its place in the run: sequence number and Unix time in seconds."""

    seq: int
    t: float
    event: Event


def dump(event: Event, *, seq: int, t: float) -> str:
    """Return one JSON line without its line break; non-finite metric values are left out.

    Raises:
        ValueError: If the line would reach `MAX_LINE` or a field holds NaN or infinity.
    """
    fields = dataclasses.asdict(event)
    if isinstance(event, Metric):
        fields["values"] = {k: v for k, v in event.values.items() if math.isfinite(v)}
    head = {"v": PROTOCOL, "seq": seq, "t": t, "kind": event.kind}
    if isinstance(event, Unknown):
        head["kind"], fields = event.name, dict(event.fields)
    line = json.dumps({**head, **fields}, ensure_ascii=False, allow_nan=False)
    if not _is_utf8(line):  # a lone surrogate from a model travels as its escape
        line = json.dumps({**head, **fields}, ensure_ascii=True, allow_nan=False)
    if len(line.encode("utf-8")) >= MAX_LINE:
        raise ValueError(f"a {event.kind} event of {len(line)} characters is too long for the wire")
    return line


def _is_utf8(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def parse(line: str | bytes) -> Stamped:
    """Read one line.

    Raises:
        ValueError: If the line is not one JSON object with `seq`, `t` and `kind`.
    """
    try:
        data = json.loads(line)
        seq, t, kind = int(data["seq"]), float(data["t"]), str(data["kind"])
    except (KeyError, TypeError, RecursionError) as error:
        raise ValueError("not an event line") from error
    head = {"v", "seq", "t", "kind"}
    fields = {k: v for k, v in data.items() if k not in head}
    return Stamped(seq=seq, t=t, event=_build(kind, fields))


def _build(kind: str, fields: dict[str, Any]) -> Event:
    cls = _KINDS.get(kind)
    if cls is None:
        return Unknown(name=kind, fields=fields)
    known = {f.name for f in dataclasses.fields(cls)}
    try:
        event: Event = cls(**{k: v for k, v in fields.items() if k in known})
    except TypeError:
        return Unknown(name=kind, fields=fields)
    return event
