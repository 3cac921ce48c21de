"""What people read of every setting of the long jobs: title, one plain sentence, unit.

English constants in the translation context "configs"; `core.configs` puts them on its fields.
"""

from collections.abc import Mapping
from typing import NotRequired, TypedDict

from o1desk.core.words import QT_TRANSLATE_NOOP


class Words(TypedDict):
    """The words of one setting."""

    title: str
    help: str
    unit: NotRequired[str]


RANK = Words(
    title=QT_TRANSLATE_NOOP("configs", "Rank"),
    help=QT_TRANSLATE_NOOP(
        "configs", "Size of the adapter: larger learns more and needs more memory."
    ),
)
ALPHA = Words(
    title=QT_TRANSLATE_NOOP("configs", "Alpha"),
    help=QT_TRANSLATE_NOOP(
        "configs", "Strength of the adapter: its change is multiplied by alpha / rank."
    ),
)
TARGETS = Words(
    title=QT_TRANSLATE_NOOP("configs", "Layers"),
    help=QT_TRANSLATE_NOOP("configs", "Linear layers of the model that get an adapter."),
)
MODEL = Words(
    title=QT_TRANSLATE_NOOP("configs", "Model"),
    help=QT_TRANSLATE_NOOP(
        "configs", "The starter, a folder or a GGUF file, with or without an adapter trained on it."
    ),
)
ENVIRONMENTS = Words(
    title=QT_TRANSLATE_NOOP("configs", "Environments"),
    help=QT_TRANSLATE_NOOP("configs", "What is practised."),
)
REWARDS = Words(
    title=QT_TRANSLATE_NOOP("configs", "Rewards"),
    help=QT_TRANSLATE_NOOP("configs", "What is rewarded."),
)
STEPS = Words(
    title=QT_TRANSLATE_NOOP("configs", "Steps"),
    help=QT_TRANSLATE_NOOP("configs", "How often the adapter is updated."),
)
MINUTES = Words(
    title=QT_TRANSLATE_NOOP("configs", "Time limit"),
    help=QT_TRANSLATE_NOOP("configs", "Stop after this long; 0 has no limit."),
    unit=QT_TRANSLATE_NOOP("configs", "min"),
)
PROMPTS = Words(
    title=QT_TRANSLATE_NOOP("configs", "Problems per step"),
    help=QT_TRANSLATE_NOOP("configs", "Different problems tried before each update."),
)
GROUP_SIZE = Words(
    title=QT_TRANSLATE_NOOP("configs", "Answers per problem"),
    help=QT_TRANSLATE_NOOP(
        "configs", "Answers to the same problem that are compared with each other."
    ),
)
MAX_NEW_TOKENS = Words(
    title=QT_TRANSLATE_NOOP("configs", "Longest answer"),
    help=QT_TRANSLATE_NOOP(
        "configs", "Answers that reach this length, thinking included, are cut off."
    ),
    unit=QT_TRANSLATE_NOOP("configs", "tokens"),
)
TEMPERATURE = Words(
    title=QT_TRANSLATE_NOOP("configs", "Temperature"),
    help=QT_TRANSLATE_NOOP(
        "configs", "How adventurous the sampling is; 1 leaves the model as it is."
    ),
)
LEARNING_RATE = Words(
    title=QT_TRANSLATE_NOOP("configs", "Learning rate"),
    help=QT_TRANSLATE_NOOP(
        "configs", "How large each update is; too large makes the model forget."
    ),
)
WARMUP_STEPS = Words(
    title=QT_TRANSLATE_NOOP("configs", "Warm-up"),
    help=QT_TRANSLATE_NOOP(
        "configs", "Steps over which the learning rate grows from 0 to its full value."
    ),
    unit=QT_TRANSLATE_NOOP("configs", "steps"),
)
WEIGHT_DECAY = Words(
    title=QT_TRANSLATE_NOOP("configs", "Weight decay"),
    help=QT_TRANSLATE_NOOP(
        "configs", "Pulls the adapter towards zero at each update; 0 leaves it alone."
    ),
)
INNER_EPOCHS = Words(
    title=QT_TRANSLATE_NOOP("configs", "Passes per rollout"),
    help=QT_TRANSLATE_NOOP("configs", "Updates made from each batch of answers."),
)
REDUCTION = Words(
    title=QT_TRANSLATE_NOOP("configs", "Length handling"),
    help=QT_TRANSLATE_NOOP("configs", "How long and short answers share the loss."),
)
SCALE = Words(
    title=QT_TRANSLATE_NOOP("configs", "Advantage scale"),
    help=QT_TRANSLATE_NOOP("configs", "What the lead of an answer over its group is divided by."),
)
CLIP_LOW = Words(
    title=QT_TRANSLATE_NOOP("configs", "Lower clip"),
    help=QT_TRANSLATE_NOOP("configs", "How far one update may make a token less likely."),
)
CLIP_HIGH = Words(
    title=QT_TRANSLATE_NOOP("configs", "Upper clip"),
    help=QT_TRANSLATE_NOOP(
        "configs",
        "How far one update may make a token more likely; room keeps rare tokens alive (DAPO).",
    ),
)
KL_BETA = Words(
    title=QT_TRANSLATE_NOOP("configs", "KL weight"),
    help=QT_TRANSLATE_NOOP(
        "configs", "Pull towards the model without adapter (k3); 0 switches it off."
    ),
)
ENTROPY_COEF = Words(
    title=QT_TRANSLATE_NOOP("configs", "Entropy bonus"),
    help=QT_TRANSLATE_NOOP(
        "configs",
        "Rewards undecided sampling, so that the model keeps exploring; 0 switches it off.",
    ),
)
MAX_GRAD_NORM = Words(
    title=QT_TRANSLATE_NOOP("configs", "Gradient clip"),
    help=QT_TRANSLATE_NOOP("configs", "Larger gradients are scaled down to this length."),
)
ZERO_VARIANCE = Words(
    title=QT_TRANSLATE_NOOP("configs", "Zero-variance threshold"),
    help=QT_TRANSLATE_NOOP(
        "configs", "Groups whose rewards differ by less teach nothing and are skipped."
    ),
)
MASK_TRUNCATED = Words(
    title=QT_TRANSLATE_NOOP("configs", "Ignore cut answers"),
    help=QT_TRANSLATE_NOOP("configs", "Answers cut by the length limit are not learned from."),
)
MICRO_TOKENS = Words(
    title=QT_TRANSLATE_NOOP("configs", "Micro-batch"),
    help=QT_TRANSLATE_NOOP(
        "configs",
        "Tokens held in memory at once while learning; less needs less memory and more time.",
    ),
    unit=QT_TRANSLATE_NOOP("configs", "tokens"),
)
EVAL_EVERY = Words(
    title=QT_TRANSLATE_NOOP("configs", "Evaluate every"),
    help=QT_TRANSLATE_NOOP(
        "configs", "How often accuracy on held-out problems is measured; 0 never does."
    ),
    unit=QT_TRANSLATE_NOOP("configs", "steps"),
)
EVAL_COUNT = Words(
    title=QT_TRANSLATE_NOOP("configs", "Held-out problems"),
    help=QT_TRANSLATE_NOOP("configs", "Problems, never trained on, behind each measurement."),
)
CHECKPOINT_EVERY = Words(
    title=QT_TRANSLATE_NOOP("configs", "Checkpoint every"),
    help=QT_TRANSLATE_NOOP("configs", "How often the adapter is saved."),
    unit=QT_TRANSLATE_NOOP("configs", "steps"),
)
ROLLBACK_DROP = Words(
    title=QT_TRANSLATE_NOOP("configs", "Rollback threshold"),
    help=QT_TRANSLATE_NOOP(
        "configs", "Held-out accuracy this far below the start restores the best adapter."
    ),
)
LORA = Words(
    title=QT_TRANSLATE_NOOP("configs", "Adapter"),
    help=QT_TRANSLATE_NOOP(
        "configs", "The small matrices that are trained while the model stays as it is."
    ),
)
SEED = Words(
    title=QT_TRANSLATE_NOOP("configs", "Seed"),
    help=QT_TRANSLATE_NOOP("configs", "The same seed draws the same problems again."),
)
DEVICE = Words(
    title=QT_TRANSLATE_NOOP("configs", "Device"),
    help=QT_TRANSLATE_NOOP("configs", "Where the model runs."),
)
PRECISION = Words(
    title=QT_TRANSLATE_NOOP("configs", "Precision"),
    help=QT_TRANSLATE_NOOP("configs", "How exactly numbers are kept; half needs half the memory."),
)
SFT_ENVIRONMENTS = Words(
    title=QT_TRANSLATE_NOOP("configs", "Environments"),
    help=QT_TRANSLATE_NOOP("configs", "Solver traces to learn from when no data set is given."),
)
DATASET = Words(
    title=QT_TRANSLATE_NOOP("configs", "Data set"),
    help=QT_TRANSLATE_NOOP("configs", "JSONL file of samples; empty uses the solvers."),
)
BATCH_SIZE = Words(
    title=QT_TRANSLATE_NOOP("configs", "Samples per step"),
    help=QT_TRANSLATE_NOOP("configs", "Samples read before each update."),
)
MAX_TOKENS = Words(
    title=QT_TRANSLATE_NOOP("configs", "Longest sample"),
    help=QT_TRANSLATE_NOOP("configs", "Longer samples are left out."),
    unit=QT_TRANSLATE_NOOP("configs", "tokens"),
)
SOURCE = Words(
    title=QT_TRANSLATE_NOOP("configs", "Source"),
    help=QT_TRANSLATE_NOOP("configs", "Who solves the problems."),
)
GENERATE_ENVIRONMENTS = Words(
    title=QT_TRANSLATE_NOOP("configs", "Environments"),
    help=QT_TRANSLATE_NOOP("configs", "Where the problems come from."),
)
COUNT = Words(
    title=QT_TRANSLATE_NOOP("configs", "Problems"),
    help=QT_TRANSLATE_NOOP("configs", "How many problems are tried."),
)
ATTEMPTS = Words(
    title=QT_TRANSLATE_NOOP("configs", "Attempts per problem"),
    help=QT_TRANSLATE_NOOP("configs", "Answers sampled for each problem."),
)
KEEP = Words(
    title=QT_TRANSLATE_NOOP("configs", "Keep"),
    help=QT_TRANSLATE_NOOP("configs", "Which samples stay."),
)
HABIT = Words(
    title=QT_TRANSLATE_NOOP("configs", "Habit"),
    help=QT_TRANSLATE_NOOP("configs", "How the solver writes."),
)
GENERATE_MODEL = Words(
    title=QT_TRANSLATE_NOOP("configs", "Model"),
    help=QT_TRANSLATE_NOOP("configs", "Who answers when a model is the source."),
)
GENERATE_TEMPERATURE = Words(
    title=QT_TRANSLATE_NOOP("configs", "Temperature"),
    help=QT_TRANSLATE_NOOP(
        "configs", "How adventurous the sampling is; 0 always takes the likeliest token."
    ),
)
EVALUATE_MODEL = Words(
    title=QT_TRANSLATE_NOOP("configs", "Model"),
    help=QT_TRANSLATE_NOOP("configs", "Whose accuracy is measured."),
)
EVALUATE_ENVIRONMENTS = Words(
    title=QT_TRANSLATE_NOOP("configs", "Environments"),
    help=QT_TRANSLATE_NOOP("configs", "Where the held-out problems come from."),
)
EVALUATE_COUNT = Words(
    title=QT_TRANSLATE_NOOP("configs", "Problems"),
    help=QT_TRANSLATE_NOOP(
        "configs", "Held-out problems; more give a narrower confidence interval."
    ),
)
STRATEGY = Words(
    title=QT_TRANSLATE_NOOP("configs", "Way to think"),
    help=QT_TRANSLATE_NOOP("configs", "One chain of thought, or a vote of several."),
)
STRATEGY_SETTINGS = Words(
    title=QT_TRANSLATE_NOOP("configs", "Settings of the way to think"),
    help=QT_TRANSLATE_NOOP("configs", "Such as how many chains a vote draws."),
)
VOTE_CHAINS = Words(
    title=QT_TRANSLATE_NOOP("configs", "Chains of the curve"),
    help=QT_TRANSLATE_NOOP(
        "configs", "Also measure majority votes of up to this many chains; 0 does not."
    ),
)
VOTE_COUNT = Words(
    title=QT_TRANSLATE_NOOP("configs", "Problems of the curve"),
    help=QT_TRANSLATE_NOOP("configs", "Problems behind the curve of votes."),
)
CHAT_MODEL = Words(
    title=QT_TRANSLATE_NOOP("configs", "Model"),
    help=QT_TRANSLATE_NOOP("configs", "Who answers."),
)
EXPORT_MODEL = Words(
    title=QT_TRANSLATE_NOOP("configs", "Model"),
    help=QT_TRANSLATE_NOOP("configs", "What is exported."),
)
EXPORT_FORMAT = Words(
    title=QT_TRANSLATE_NOOP("configs", "Format"),
    help=QT_TRANSLATE_NOOP("configs", "What other programs read."),
)
EXPORT_TYPE = Words(
    title=QT_TRANSLATE_NOOP("configs", "Numbers"),
    help=QT_TRANSLATE_NOOP("configs", "Fewer bits make a smaller file and a slightly worse model."),
)
EXPORT_OUT = Words(
    title=QT_TRANSLATE_NOOP("configs", "Where to"),
    help=QT_TRANSLATE_NOOP("configs", "The file or folder to make."),
)

CHOICES: Mapping[str, Mapping[str, str]] = {
    "reduction": {
        "dapo": QT_TRANSLATE_NOOP("configs", "By token (DAPO)"),
        "dr_grpo": QT_TRANSLATE_NOOP("configs", "Fixed length (Dr. GRPO)"),
        "grpo": QT_TRANSLATE_NOOP("configs", "By answer (GRPO)"),
        "bnpo": QT_TRANSLATE_NOOP("configs", "By micro-batch (BNPO)"),
    },
    "scale": {
        "group": QT_TRANSLATE_NOOP("configs", "Group spread"),
        "batch": QT_TRANSLATE_NOOP("configs", "Step spread"),
        "none": QT_TRANSLATE_NOOP("configs", "Nothing"),
    },
    "keep": {
        "correct": QT_TRANSLATE_NOOP("configs", "Right answers only"),
        "all": QT_TRANSLATE_NOOP("configs", "Every answer"),
    },
    "habit": {
        "careful": QT_TRANSLATE_NOOP("configs", "Careful, every step"),
        "quick": QT_TRANSLATE_NOOP("configs", "Quick, often wrong"),
        "mixed": QT_TRANSLATE_NOOP("configs", "Both, mixed"),
    },
    "device": {
        "auto": QT_TRANSLATE_NOOP("configs", "Choose for me"),
        "cpu": QT_TRANSLATE_NOOP("configs", "Processor (CPU)"),
        "cuda": QT_TRANSLATE_NOOP("configs", "Graphics card (CUDA)"),
    },
    "precision": {
        "auto": QT_TRANSLATE_NOOP("configs", "Choose for me"),
        "fp32": QT_TRANSLATE_NOOP("configs", "Full (32 bit)"),
        "bf16": QT_TRANSLATE_NOOP("configs", "Half (bfloat16)"),
    },
    "format": {
        "gguf": QT_TRANSLATE_NOOP("configs", "GGUF: one file for llama.cpp, LM Studio, Ollama"),
        "merged": QT_TRANSLATE_NOOP("configs", "Safetensors: model and adapter merged"),
        "peft": QT_TRANSLATE_NOOP("configs", "PEFT: the adapter alone"),
    },
    "type": {
        "f32": QT_TRANSLATE_NOOP("configs", "32 bit"),
        "f16": QT_TRANSLATE_NOOP("configs", "16 bit"),
        "q8_0": QT_TRANSLATE_NOOP("configs", "8 bit (q8_0)"),
    },
}
"""Plain words for the allowed values, by field and value."""
