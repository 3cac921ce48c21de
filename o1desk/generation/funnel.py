"""What became of the samples: a counter for every reason to drop one."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from o1desk.core.types import Sample

NO_ANSWER = "no answer before the length limit"
NO_ANSWER_AT_ALL = "no answer"
WRONG = "wrong answer"
UNVERIFIABLE = "not verifiable"
REPEATED = "repeated trace"
KNOWN = "problem already known"


@dataclass(slots=True)
class Funnel:
    """Counts samples on their way; `generated` is always `kept` plus all `rejected`.

    Attributes:
        keep: "correct" lets only verified samples through, "all" every one that is new.
        tried: Problems that were taken from the environments, known ones included.
        generated: Samples made, and problems that were skipped because they are known.
        parsed: Those with an answer.
        verified: Those whose answer the environment accepts.
        new: Those that came so far and whose trace was not seen before for the same problem.
        kept: Those that came out.
        rejected: How many were dropped, by reason.
    """

    keep: str = "correct"
    tried: int = 0
    generated: int = 0
    parsed: int = 0
    verified: int = 0
    new: int = 0
    kept: int = 0
    rejected: Counter[str] = field(default_factory=Counter)
    _seen: set[tuple[str, str]] = field(default_factory=set)

    def admit(self, sample: Sample) -> bool:
        """Count one sample and tell whether it is kept."""
        self.generated += 1
        reason = self._objection(sample)
        if reason:
            self.rejected[reason] += 1
            return False
        self.kept += 1
        return True

    def skip_known(self) -> None:
        """Count one problem that is not tried because its samples are there already."""
        self.generated += 1
        self.rejected[KNOWN] += 1

    def to_json(self) -> dict[str, Any]:
        """Return the shape that `o1desk generate --json` prints."""
        return {
            "generated": self.generated,
            "parsed": self.parsed,
            "verified": self.verified,
            "new": self.new,
            "kept": self.kept,
            "rejected": [
                {"reason": reason, "count": count} for reason, count in self.rejected.most_common()
            ],
        }

    def _objection(self, sample: Sample) -> str:
        """Return why a sample is dropped; empty when it is kept."""
        return self._parse(sample) or self._verify(sample) or self._renew(sample)

    def _parse(self, sample: Sample) -> str:
        if sample.trace.answer.strip():
            self.parsed += 1
            return ""
        if self.keep == "all":
            return ""
        return NO_ANSWER if sample.truncated else NO_ANSWER_AT_ALL

    def _verify(self, sample: Sample) -> str:
        verdict = sample.verdict
        if verdict is not None and verdict.is_correct:
            self.verified += 1
            return ""
        if self.keep == "all":
            return ""
        is_wrong = verdict is not None and verdict.judgement == "incorrect"
        return WRONG if is_wrong else UNVERIFIABLE

    def _renew(self, sample: Sample) -> str:
        key = (sample.problem.key, sample.raw)
        if key in self._seen:
            return REPEATED
        self._seen.add(key)
        self.new += 1
        return ""
