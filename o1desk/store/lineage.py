"""Where things come from, each question answered by one query."""

from dataclasses import dataclass

from o1desk.store.access import Access
from o1desk.store.labels import Label

_RUNS_OF_STEP = """
SELECT run, how FROM (
  SELECT s.run AS run, 'wrote' AS how FROM sample s
    WHERE s.id = :sample AND s.run <> ''
  UNION SELECT r.run_id, 'sampled' FROM rollout r WHERE r.sample_id = :sample
  UNION SELECT i.run_id, 'input' FROM run_input i WHERE i.sample_id = :sample
  UNION SELECT d.run_id, 'dataset' FROM dataset_member m
    JOIN run_dataset d ON d.dataset_id = m.dataset_id WHERE m.sample_id = :sample
)
WHERE EXISTS (SELECT 1 FROM step t WHERE t.sample_id = :sample AND t.idx = :step)
ORDER BY run, how
"""
_WRITER = """
SELECT coalesce(model.ref, ''), coalesce(adapter.ref, ''), adapter.run_id, adapter.step
FROM message m
LEFT JOIN model ON model.id = m.model_id LEFT JOIN adapter ON adapter.id = m.adapter_id
WHERE m.id = ?
"""
_LABELS = """
SELECT l.id, p.name, p.value, l.value, l.annotator, l.source, l.step_idx
FROM reward_part p
JOIN reward_label r ON r.sample_id = p.sample_id AND r.name = p.name
JOIN label l ON l.id = r.label_id
WHERE p.sample_id = ? ORDER BY p.name, l.id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """A run and what it did with a step: "wrote", "sampled", "input" or "dataset"."""

    run: str
    how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Who wrote a message: model, adapter ("RUN:STEP"), and the run and step behind it."""

    model: str
    adapter: str
    run: str | None
    step: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RewardLabel:
    """One label behind a reward part: its row, the part's name and value, and the label."""

    id: int
    reward: str
    reward_value: float | None
    label: Label


class Lineage:
    """Questions about the past of a step, a message, a reward."""

    def __init__(self, access: Access) -> None:
        """Keep the way to the database."""
        self._access = access

    def runs_of_step(self, sample: int, step: int) -> list[Use]:
        """Return which runs wrote, sampled or learned from a step."""
        with self._access.reading() as connection:
            rows = connection.execute(_RUNS_OF_STEP, {"sample": sample, "step": step}).fetchall()
        return [Use(run=run, how=how) for run, how in rows]

    def writer_of_message(self, message: int) -> Origin | None:
        """Return which model and adapter wrote a message; None for an unknown message."""
        row = self._access.one(_WRITER, (message,))
        if row is None:
            return None
        model, adapter, run, step = row
        return Origin(model=model, adapter=adapter, run=run, step=step)

    def labels_of_reward(self, sample: int) -> list[RewardLabel]:
        """Return which labels made the reward parts of a sample."""
        return [
            RewardLabel(
                id=row_id,
                reward=name,
                reward_value=reward,
                label=Label(
                    sample=sample, step=step, value=value, annotator=annotator, source=source
                ),
            )
            for row_id, name, reward, value, annotator, source, step in self._access.rows(
                _LABELS, (sample,)
            )
        ]
