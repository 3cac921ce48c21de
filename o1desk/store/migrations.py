"""The schema, as steps that are never edited after a release.

Each step turns one released form of the database into the next. They import `sqlite_utils` alone,
so that a step written today reads the same in ten years, whatever became of the program around it.
"""

from sqlite_utils import Database, Migrations

MIGRATIONS = Migrations("o1desk")

# Conventions. Times are UTC, ISO 8601. `flags` says how the text of a row is stored: 1 = lone
# surrogates are escaped, 2 = a cell over 1 MB continues in a blob file. `kinds` and
# `value_kind` tell an absent number from one that was NaN or infinite. Columns of type ANY hold
# integers, and those beyond 64 bits as text.
_TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- Which writer wrote last, after which other one; how many transactions there were, and how many of
-- them the file alone holds. Tells whether a write-ahead log belongs to the file beside it.
CREATE TABLE session (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  token TEXT NOT NULL,
  previous TEXT NOT NULL,
  commits INTEGER NOT NULL,
  base INTEGER NOT NULL,
  is_open INTEGER NOT NULL
) STRICT;

CREATE TABLE problem (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  environment TEXT NOT NULL,
  level TEXT NOT NULL,
  answer_kind TEXT NOT NULL,
  source TEXT NOT NULL,
  seed ANY,
  attempts INTEGER NOT NULL DEFAULT 0,
  passes INTEGER NOT NULL DEFAULT 0,
  created TEXT NOT NULL,
  flags INTEGER NOT NULL DEFAULT 0,
  answer TEXT NOT NULL,
  identity TEXT NOT NULL,
  metadata TEXT NOT NULL,
  prompt TEXT NOT NULL
) STRICT;
CREATE INDEX problem_by_environment ON problem (environment, id, level, source);
CREATE INDEX problem_by_source ON problem (source, id);

CREATE TABLE model (
  id INTEGER PRIMARY KEY,
  ref TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL DEFAULT '',
  path TEXT NOT NULL DEFAULT '',
  sha256 TEXT NOT NULL DEFAULT '',
  details TEXT NOT NULL DEFAULT '{}',
  created TEXT NOT NULL
) STRICT;

CREATE TABLE run (
  id TEXT PRIMARY KEY,
  role TEXT NOT NULL,
  folder TEXT NOT NULL,
  state TEXT NOT NULL,
  created TEXT NOT NULL,
  started TEXT,
  ended TEXT,
  exit_code INTEGER,
  message TEXT NOT NULL DEFAULT '',
  reason TEXT NOT NULL DEFAULT '',
  last_seq INTEGER NOT NULL DEFAULT 0,
  model_id INTEGER REFERENCES model (id),
  config TEXT NOT NULL,
  hint TEXT NOT NULL DEFAULT '{}',
  summary TEXT NOT NULL DEFAULT '{}',
  crash TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX run_by_role ON run (role, id);
CREATE INDEX run_by_state ON run (state, id);

CREATE TABLE run_event (
  run_id TEXT NOT NULL REFERENCES run (id) ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  t REAL NOT NULL,
  kind TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (run_id, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX run_event_by_kind ON run_event (run_id, kind, seq);

CREATE TABLE run_metric (
  run_id TEXT NOT NULL REFERENCES run (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  step INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  value REAL,
  value_kind TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (run_id, name, step)
) STRICT, WITHOUT ROWID;

CREATE TABLE run_file (
  run_id TEXT NOT NULL REFERENCES run (id) ON DELETE CASCADE,
  file TEXT NOT NULL,
  lines INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  unreadable INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (run_id, file)
) STRICT, WITHOUT ROWID;

CREATE TABLE checkpoint (
  id INTEGER PRIMARY KEY,
  run_id TEXT NOT NULL REFERENCES run (id) ON DELETE CASCADE,
  step INTEGER NOT NULL,
  path TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  created TEXT NOT NULL,
  UNIQUE (run_id, step)
) STRICT;

CREATE TABLE adapter (
  id INTEGER PRIMARY KEY,
  ref TEXT NOT NULL UNIQUE,
  run_id TEXT REFERENCES run (id) ON DELETE SET NULL,
  step INTEGER,
  model_id INTEGER REFERENCES model (id),
  checkpoint_id INTEGER REFERENCES checkpoint (id) ON DELETE SET NULL,
  path TEXT NOT NULL DEFAULT '',
  created TEXT NOT NULL
) STRICT;
CREATE INDEX adapter_by_run ON adapter (run_id, step);
CREATE INDEX adapter_by_checkpoint ON adapter (checkpoint_id);

CREATE TABLE sample (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  problem_id INTEGER NOT NULL REFERENCES problem (id),
  parent_id INTEGER REFERENCES sample (id),
  environment TEXT NOT NULL,
  level TEXT NOT NULL,
  origin TEXT NOT NULL,
  judgement TEXT,
  score REAL,
  method TEXT NOT NULL DEFAULT '',
  check_ms REAL,
  reward REAL,
  kinds TEXT NOT NULL DEFAULT '',
  model_id INTEGER REFERENCES model (id),
  adapter_id INTEGER REFERENCES adapter (id),
  run TEXT NOT NULL DEFAULT '',
  habit TEXT NOT NULL DEFAULT '',
  closed INTEGER NOT NULL,
  truncated INTEGER NOT NULL,
  steps INTEGER NOT NULL,
  chars INTEGER NOT NULL,
  tokens_thinking INTEGER NOT NULL,
  tokens_answer INTEGER NOT NULL,
  created TEXT NOT NULL,
  flags INTEGER NOT NULL DEFAULT 0,
  variant TEXT,
  answer TEXT NOT NULL,
  detail TEXT NOT NULL DEFAULT '',
  raw TEXT NOT NULL
) STRICT;
-- Each of these ends in the other facets: any combination of filters is answered from one narrow
-- index in the order of ids, without touching the wide rows.
CREATE INDEX sample_by_environment ON sample (environment, id, level, origin, judgement);
CREATE INDEX sample_by_origin ON sample (origin, id, level, judgement);
CREATE INDEX sample_by_judgement ON sample (judgement, id, level, origin);
CREATE INDEX sample_by_level ON sample (level, id);
CREATE INDEX sample_by_run ON sample (run, id, judgement) WHERE run <> '';
CREATE INDEX sample_by_problem ON sample (problem_id, id);
CREATE INDEX sample_by_adapter ON sample (adapter_id) WHERE adapter_id IS NOT NULL;
CREATE INDEX sample_by_parent ON sample (parent_id) WHERE parent_id IS NOT NULL;

CREATE TABLE step (
  sample_id INTEGER NOT NULL REFERENCES sample (id) ON DELETE CASCADE,
  idx INTEGER NOT NULL,
  tokens INTEGER NOT NULL,
  ms REAL,
  mean_logprob REAL,
  entropy REAL,
  kinds TEXT NOT NULL DEFAULT '',
  flags INTEGER NOT NULL DEFAULT 0,
  text TEXT NOT NULL,
  PRIMARY KEY (sample_id, idx)
) STRICT, WITHOUT ROWID;

CREATE TABLE reward_part (
  sample_id INTEGER NOT NULL REFERENCES sample (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  value REAL,
  value_kind TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (sample_id, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE large_cell (
  owner TEXT NOT NULL,
  owner_id INTEGER NOT NULL,
  idx INTEGER NOT NULL,
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  PRIMARY KEY (owner, owner_id, idx, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE rollout (
  id INTEGER PRIMARY KEY,
  run_id TEXT NOT NULL REFERENCES run (id) ON DELETE CASCADE,
  file TEXT NOT NULL,
  line INTEGER NOT NULL,
  member INTEGER NOT NULL,
  step INTEGER,
  group_index INTEGER,
  sample_id INTEGER NOT NULL REFERENCES sample (id),
  reward REAL,
  advantage REAL,
  kinds TEXT NOT NULL DEFAULT '',
  UNIQUE (run_id, file, line, member)
) STRICT;
CREATE INDEX rollout_by_sample ON rollout (sample_id);
CREATE INDEX rollout_by_step ON rollout (run_id, step, group_index);

CREATE TABLE label (
  id INTEGER PRIMARY KEY,
  sample_id INTEGER NOT NULL REFERENCES sample (id),
  step_idx INTEGER,
  annotator TEXT NOT NULL,
  source TEXT NOT NULL CHECK (source IN ('human', 'model', 'monte_carlo', 'verifier')),
  value INTEGER NOT NULL CHECK (value IN (-1, 0, 1)),
  reason TEXT NOT NULL DEFAULT '',
  seconds REAL NOT NULL DEFAULT 0,
  guideline TEXT NOT NULL DEFAULT '',
  created TEXT NOT NULL,
  flags INTEGER NOT NULL DEFAULT 0,
  critique TEXT NOT NULL DEFAULT '',
  FOREIGN KEY (sample_id, step_idx) REFERENCES step (sample_id, idx)
) STRICT;
CREATE UNIQUE INDEX label_target
  ON label (sample_id, coalesce(step_idx, -1), annotator, source);
CREATE INDEX label_by_step ON label (sample_id, step_idx);

CREATE TABLE reward_label (
  sample_id INTEGER NOT NULL,
  name TEXT NOT NULL,
  label_id INTEGER NOT NULL REFERENCES label (id) ON DELETE CASCADE,
  PRIMARY KEY (sample_id, name, label_id),
  FOREIGN KEY (sample_id, name) REFERENCES reward_part (sample_id, name) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX reward_label_by_label ON reward_label (label_id);

CREATE TABLE preference (
  id INTEGER PRIMARY KEY,
  problem_id INTEGER NOT NULL REFERENCES problem (id),
  chosen_id INTEGER NOT NULL REFERENCES sample (id),
  rejected_id INTEGER NOT NULL REFERENCES sample (id),
  outcome TEXT NOT NULL CHECK (outcome IN ('chosen', 'tie', 'both_bad')),
  annotator TEXT NOT NULL,
  source TEXT NOT NULL CHECK (source IN ('human', 'model', 'verifier')),
  seconds REAL NOT NULL DEFAULT 0,
  created TEXT NOT NULL,
  CHECK (chosen_id <> rejected_id)
) STRICT;
CREATE INDEX preference_by_problem ON preference (problem_id);
CREATE INDEX preference_by_chosen ON preference (chosen_id);
CREATE INDEX preference_by_rejected ON preference (rejected_id);

CREATE TABLE dataset (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  description TEXT NOT NULL DEFAULT '',
  source TEXT NOT NULL DEFAULT '',
  file TEXT NOT NULL DEFAULT '',
  created TEXT NOT NULL,
  frozen TEXT
) STRICT;

CREATE TABLE dataset_member (
  dataset_id INTEGER NOT NULL REFERENCES dataset (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  problem_id INTEGER NOT NULL REFERENCES problem (id),
  sample_id INTEGER REFERENCES sample (id),
  PRIMARY KEY (dataset_id, position)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX dataset_member_once
  ON dataset_member (dataset_id, problem_id, coalesce(sample_id, 0));
CREATE INDEX dataset_member_by_sample ON dataset_member (sample_id);
CREATE INDEX dataset_member_by_problem ON dataset_member (problem_id);

CREATE TABLE run_dataset (
  run_id TEXT NOT NULL REFERENCES run (id) ON DELETE CASCADE,
  dataset_id INTEGER NOT NULL REFERENCES dataset (id),
  PRIMARY KEY (run_id, dataset_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX run_dataset_by_dataset ON run_dataset (dataset_id);

CREATE TABLE run_input (
  run_id TEXT NOT NULL REFERENCES run (id) ON DELETE CASCADE,
  line INTEGER NOT NULL,
  problem_id INTEGER NOT NULL REFERENCES problem (id),
  sample_id INTEGER REFERENCES sample (id),
  PRIMARY KEY (run_id, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX run_input_by_sample ON run_input (sample_id);
CREATE INDEX run_input_by_problem ON run_input (problem_id);

CREATE TABLE conversation (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  created TEXT NOT NULL,
  updated TEXT NOT NULL,
  flags INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX conversation_by_updated ON conversation (updated, id);

CREATE TABLE message (
  id INTEGER PRIMARY KEY,
  conversation_id INTEGER NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
  idx INTEGER NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('system', 'user', 'assistant')),
  model_id INTEGER REFERENCES model (id),
  adapter_id INTEGER REFERENCES adapter (id),
  strategy TEXT NOT NULL DEFAULT '',
  created TEXT NOT NULL,
  flags INTEGER NOT NULL DEFAULT 0,
  content TEXT NOT NULL,
  thinking TEXT NOT NULL DEFAULT '',
  UNIQUE (conversation_id, idx)
) STRICT;
CREATE INDEX message_by_adapter ON message (adapter_id) WHERE adapter_id IS NOT NULL;

CREATE TABLE efficiency_point (
  id INTEGER PRIMARY KEY,
  message_id INTEGER REFERENCES message (id) ON DELETE CASCADE,
  run_id TEXT REFERENCES run (id) ON DELETE CASCADE,
  model_id INTEGER REFERENCES model (id),
  adapter_id INTEGER REFERENCES adapter (id),
  strategy TEXT NOT NULL DEFAULT '',
  ttft_ms REAL,
  decode_tps REAL,
  end_to_end_tps REAL,
  itl_p50_ms REAL,
  itl_p95_ms REAL,
  tokens_prompt INTEGER NOT NULL,
  tokens_thinking INTEGER NOT NULL,
  tokens_answer INTEGER NOT NULL,
  calls INTEGER NOT NULL,
  seconds REAL NOT NULL,
  created TEXT NOT NULL
) STRICT;
CREATE INDEX efficiency_by_message ON efficiency_point (message_id);
CREATE INDEX efficiency_by_run ON efficiency_point (run_id);
"""

# The index holds words only: the text stands once, in its own table. `facets` holds one made-up
# word for each filter that a search may be narrowed by.
_SEARCH = """
CREATE VIRTUAL TABLE problem_words USING fts5 (
  words, facets, content = '', columnsize = 0, tokenize = 'unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE sample_words USING fts5 (
  words, facets, content = '', columnsize = 0, tokenize = 'unicode61 remove_diacritics 2'
);
"""

_FROZEN = "(SELECT frozen FROM dataset WHERE id = {row}.dataset_id) IS NOT NULL"
_GUARD = """
CREATE TRIGGER dataset_frozen_{verb} BEFORE {verb} ON dataset_member WHEN {frozen}
BEGIN SELECT RAISE(ABORT, 'the dataset is frozen'); END
"""


@MIGRATIONS()
def m0001_initial(db: Database) -> None:
    """Make every table, index and guard of the first release."""
    for part in (_TABLES, _SEARCH):
        for statement in part.split(";\n"):
            if statement.strip():
                db.execute(statement)
    for verb, row in (("INSERT", "NEW"), ("UPDATE", "OLD"), ("DELETE", "OLD")):
        db.execute(_GUARD.format(verb=verb, frozen=_FROZEN.format(row=row)))


# What a person removes is hidden, not deleted: labels and lineage stay, and undo is one row.
# `sample_by_measure` holds whatever a list of samples is sorted, counted or limited by, so that
# none of it touches the wide rows; its condition is always true and only keeps it out of queries
# that do not ask for it.
_WINDOW = """
CREATE TABLE removed_sample (
  sample_id INTEGER PRIMARY KEY REFERENCES sample (id) ON DELETE CASCADE,
  removed TEXT NOT NULL
) STRICT;

CREATE INDEX sample_by_measure ON sample
  (environment, level, origin, judgement, reward, steps, chars, tokens_thinking) WHERE chars >= 0;
CREATE INDEX sample_by_model ON sample
  (model_id, id, environment, level, origin, judgement) WHERE model_id IS NOT NULL;

CREATE INDEX label_by_annotator ON label (annotator, source, created);
CREATE INDEX label_by_flag ON label (sample_id) WHERE reason GLOB 'flag:*';

ALTER TABLE message ADD COLUMN parent_id INTEGER REFERENCES message (id);
ALTER TABLE message ADD COLUMN details TEXT NOT NULL DEFAULT '{}';
ALTER TABLE message ADD COLUMN feedback INTEGER NOT NULL DEFAULT 0
  CHECK (feedback IN (-1, 0, 1));
ALTER TABLE message ADD COLUMN sample_id INTEGER REFERENCES sample (id);
UPDATE message SET parent_id = (
  SELECT p.id FROM message p WHERE p.conversation_id = message.conversation_id
  AND p.idx < message.idx ORDER BY p.idx DESC LIMIT 1);
CREATE INDEX message_by_parent ON message (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX message_by_sample ON message (sample_id) WHERE sample_id IS NOT NULL;

ALTER TABLE conversation ADD COLUMN removed TEXT;
ALTER TABLE dataset ADD COLUMN removed TEXT;
ALTER TABLE model ADD COLUMN removed TEXT;
ALTER TABLE adapter ADD COLUMN removed TEXT;
ALTER TABLE run ADD COLUMN removed TEXT;
ALTER TABLE run ADD COLUMN note TEXT NOT NULL DEFAULT '';
ALTER TABLE run ADD COLUMN tags TEXT NOT NULL DEFAULT '[]';

CREATE TABLE ui_state (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
"""


@MIGRATIONS()
def m0002_window(db: Database) -> None:
    """Add what the window needs: removal with undo, branches, feedback, notes, positions."""
    for statement in _WINDOW.split(";\n"):
        if statement.strip():
            db.execute(statement)
