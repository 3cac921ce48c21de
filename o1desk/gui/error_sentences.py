"""Sentences of the engine that the window says in its own language, as the engine writes them.

Each stands for the text of an error, an ending or a notice, "%1" to "%9" for what is filled in. A
test finds every one of them in the sources, so that none can drift away from what is said.
"""

from collections.abc import Mapping

from o1desk.core.words import QT_TRANSLATE_NOOP

SENTENCES: Mapping[str, str] = {
    # names, forms and settings
    QT_TRANSLATE_NOOP("errors", "There is no %1 called '%2'; %3"): "13",
    QT_TRANSLATE_NOOP("errors", "'%1' must be %2, not %3; nothing was written"): "2",
    QT_TRANSLATE_NOOP("errors", "'%1' must be %2, not %3"): "2",
    QT_TRANSLATE_NOOP("errors", "'%1' must be from %2 to %3, not %4"): "",
    QT_TRANSLATE_NOOP("errors", "%1 lacks '%2'; nothing was written"): "1",
    QT_TRANSLATE_NOOP("errors", "%1 holds %2, which is not %3"): "3",
    QT_TRANSLATE_NOOP("errors", "%1 must be a table of options, not %2; nothing was written"): "1",
    QT_TRANSLATE_NOOP("errors", "%1 cannot be written (%2); the old setting stays in force"): "2",
    QT_TRANSLATE_NOOP(
        "errors", "No environment was named; name at least one, such as chain_sum"
    ): "",
    QT_TRANSLATE_NOOP("errors", "The weight of '%1' must be above 0, not %2"): "",
    QT_TRANSLATE_NOOP(
        "errors", "The weights of the environments must be 0 or more, and one above 0"
    ): "",
    QT_TRANSLATE_NOOP("errors", "The run names no environment; name at least one to practise"): "",
    QT_TRANSLATE_NOOP(
        "errors", "'group_size' must be at least 2: an answer is compared with its group"
    ): "",
    QT_TRANSLATE_NOOP("errors", "A vote takes from 1 to %1 chains, not %2"): "",
    QT_TRANSLATE_NOOP("errors", "In the mix of rewards %1; name each once"): "1",
    # the store
    QT_TRANSLATE_NOOP(
        "errors", "Could not %1: the data folder is open read-only; nothing was changed"
    ): "1",
    QT_TRANSLATE_NOOP(
        "errors",
        "Could not %1: the database is damaged (%2); nothing of it was stored; start again to "
        "have it checked and to choose a backup",
    ): "1",
    QT_TRANSLATE_NOOP(
        "errors",
        "Could not %1: another program has locked the database; nothing of it was stored; close"
        " that program and try again",
    ): "1",
    QT_TRANSLATE_NOOP(
        "errors",
        "Could not %1: the data folder %2 cannot be written; nothing was changed; choose "
        "another folder or open this one read-only",
    ): "1",
    QT_TRANSLATE_NOOP(
        "errors",
        "Could not %1: the disk is full (%2 MB free in %3); nothing of it was stored; free some"
        " space and try again",
    ): "1",
    QT_TRANSLATE_NOOP(
        "errors", "Could not %1: %2; nothing of it was stored; check the data folder %3"
    ): "12",
    QT_TRANSLATE_NOOP("errors", "Could not %1: %2; nothing was stored"): "12",
    QT_TRANSLATE_NOOP("errors", "The database is damaged (%1); it was kept in %2; %3"): "13",
    QT_TRANSLATE_NOOP(
        "errors",
        "The database was made by O1 Desk %1 or later (schema %2, this version knows %3); "
        "nothing was changed; install that version; %4",
    ): "4",
    QT_TRANSLATE_NOOP(
        "errors",
        "The database could not be brought from version %1 to %2 (%3); it is unchanged and a "
        "copy is %4; use the previous O1 Desk and report this",
    ): "",
    QT_TRANSLATE_NOOP(
        "errors", "The database is of an earlier version; what you see is a copy of it as it was"
    ): "",
    QT_TRANSLATE_NOOP(
        "errors",
        "The log beside the database did not belong to it (%1); it was moved to %2 and the "
        "database was opened without it",
    ): "",
    QT_TRANSLATE_NOOP("errors", "There is no database in %1; nothing was changed"): "",
    QT_TRANSLATE_NOOP(
        "errors", "There is a database in %1; nothing was changed; move it away first"
    ): "",
    QT_TRANSLATE_NOOP(
        "errors",
        "%1 is not an O1 Desk database; nothing was changed; move it away or choose another "
        "data folder",
    ): "",
    QT_TRANSLATE_NOOP(
        "errors",
        "Another O1 Desk uses the data folder %1; nothing was changed; close it, wait until it "
        "is done, or choose another data folder",
    ): "",
    QT_TRANSLATE_NOOP(
        "errors",
        "Another O1 Desk (process %1) uses the data folder %2; nothing was changed; close it, "
        "or choose another folder with --data",
    ): "",
    QT_TRANSLATE_NOOP(
        "errors",
        "The data folder %1 cannot be written (%2); nothing was changed; choose another folder "
        "or open this one read-only",
    ): "2",
    QT_TRANSLATE_NOOP(
        "errors",
        "The data folder %1 cannot be written (%2); nothing was changed; choose another folder "
        "with --data",
    ): "2",
    QT_TRANSLATE_NOOP(
        "errors", "The data folder is open read-only: no work can be started in it"
    ): "",
    QT_TRANSLATE_NOOP(
        "errors",
        "The folder %1 cannot be made (%2); nothing was written; choose another with --data or %3",
    ): "2",
    QT_TRANSLATE_NOOP("errors", "The store is closed; nothing was stored; open it again"): "",
    QT_TRANSLATE_NOOP("errors", "The store is closed; open it again"): "",
    QT_TRANSLATE_NOOP(
        "errors",
        "A long text is damaged (%1); the rest of the data is unharmed; bring the file back "
        "from a copy of the data folder",
    ): "",
    QT_TRANSLATE_NOOP(
        "errors",
        "A long text cannot be read (%1: %2); the rest of the data is unharmed; bring the file "
        "back from a copy of the data folder",
    ): "2",
    QT_TRANSLATE_NOOP("errors", "The backup %1 cannot be used (%2); nothing was changed"): "2",
    QT_TRANSLATE_NOOP(
        "errors", "The backup did not pass its check (%1); the database is unchanged"
    ): "1",
    QT_TRANSLATE_NOOP("errors", "A dataset needs a name; nothing was stored"): "",
    QT_TRANSLATE_NOOP("errors", "There is a dataset called '%1'; nothing was stored"): "",
    QT_TRANSLATE_NOOP("errors", "No sample matches; nothing was stored"): "",
    QT_TRANSLATE_NOOP("errors", "There is no sample %1"): "",
    QT_TRANSLATE_NOOP("errors", "There is no conversation %1; nothing was stored"): "",
    QT_TRANSLATE_NOOP("errors", "There is no message %1; nothing was stored"): "",
    QT_TRANSLATE_NOOP("errors", "There is no folder %1; nothing was written"): "",
    # files that come in
    QT_TRANSLATE_NOOP("errors", "%1 cannot be read (%2); nothing was imported"): "2",
    QT_TRANSLATE_NOOP("errors", "%1 is empty; nothing was imported"): "",
    QT_TRANSLATE_NOOP("errors", "%1 holds no rows; nothing was imported"): "",
    QT_TRANSLATE_NOOP(
        "errors", "'%1' is no name for a dataset; nothing was imported; give another"
    ): "",
    QT_TRANSLATE_NOOP(
        "errors",
        "%1 is one JSON document of %2 MB, which would fill the memory; nothing was imported; "
        "convert it to JSONL, one row a line",
    ): "",
    QT_TRANSLATE_NOOP(
        "errors",
        "The dataset '%1' was used by a run and can no longer change; nothing was imported; "
        "give the import another name",
    ): "",
    QT_TRANSLATE_NOOP("errors", "The imported set %1 cannot be read: %2"): "2",
    QT_TRANSLATE_NOOP(
        "errors", "The imported set '%1' holds no problem (line %2: %3); import it again"
    ): "",
    QT_TRANSLATE_NOOP("errors", "%1 is no UTF-8 text; nothing was put in"): "",
    QT_TRANSLATE_NOOP("errors", "%1 cannot be read (%2)"): "2",
    QT_TRANSLATE_NOOP(
        "errors",
        "The question takes %1 KiB, and at most %2 KiB can be sent; it was kept here, shorten "
        "it and ask again",
    ): "",
    # disks
    QT_TRANSLATE_NOOP(
        "errors",
        "The disk is full: %1 needs %2 MB in %3; the previous version was kept; free some space"
        " and try again",
    ): "",
    QT_TRANSLATE_NOOP(
        "errors",
        "The disk is full: %1 needs %2 MB; the checkpoints were kept; free some space and "
        "resume the run",
    ): "",
    QT_TRANSLATE_NOOP(
        "errors",
        "The disk is full: %1 takes no more events; everything written so far was kept; free "
        "some space and resume the run",
    ): "",
    QT_TRANSLATE_NOOP(
        "errors",
        "The disk is full: %1 takes no more samples; those written so far were kept; free some "
        "space and resume the run",
    ): "",
    QT_TRANSLATE_NOOP("errors", "The disk is full; %1 was not written"): "",
    QT_TRANSLATE_NOOP(
        "errors", "%1 needs about %2 MB and %3 has %4 MB free; nothing was written"
    ): "",
    QT_TRANSLATE_NOOP("errors", "The folder %1 does not exist; nothing was written"): "",
    QT_TRANSLATE_NOOP(
        "errors", "%1 cannot be written (%2); nothing was left behind; name another file"
    ): "2",
    QT_TRANSLATE_NOOP(
        "errors", "%1 cannot be written (%2); nothing was written; name another folder"
    ): "2",
    QT_TRANSLATE_NOOP("errors", "%1 is a folder; nothing was written; name a file"): "",
    QT_TRANSLATE_NOOP("errors", "%1 is already in use; name a folder that does not exist yet"): "",
    # how runs end
    QT_TRANSLATE_NOOP("errors", "The worker %1; everything written before was kept"): "1",
    QT_TRANSLATE_NOOP("errors", "The worker stopped on a bug; details are in worker.log"): "",
    QT_TRANSLATE_NOOP("errors", "The worker was started in a way it does not know"): "",
    QT_TRANSLATE_NOOP("errors", "Memory ran out; the last checkpoint was kept"): "",
    QT_TRANSLATE_NOOP("errors", "The run's configuration or input was refused"): "",
    QT_TRANSLATE_NOOP(
        "errors", "The worker stopped unexpectedly while O1 Desk was away; what it wrote was kept"
    ): "",
    QT_TRANSLATE_NOOP("errors", "The run was cancelled; what was finished is kept"): "",
    QT_TRANSLATE_NOOP("errors", "The run was suspended; it can be resumed"): "",
    QT_TRANSLATE_NOOP("errors", "The run was stopped"): "",
    QT_TRANSLATE_NOOP(
        "errors",
        "The worker speaks protocol %1 and this O1 Desk %2; both must come from the same version",
    ): "",
    QT_TRANSLATE_NOOP("errors", "%1 (details in worker.log)"): "",
    QT_TRANSLATE_NOOP("errors", "Run %1 is still at work; wait for it or cancel it"): "",
    QT_TRANSLATE_NOOP("errors", "Run %1 is finished; there is nothing to resume"): "",
    QT_TRANSLATE_NOOP(
        "errors",
        "The run cannot be resumed: its %1 changed since the checkpoint; start a new run, or "
        "put the old configuration back",
    ): "1",
    QT_TRANSLATE_NOOP("errors", "The loop was stopped in '%1'; every finished part is kept"): "1",
    QT_TRANSLATE_NOOP("errors", "The loop stopped in '%1': %2"): "12",
    QT_TRANSLATE_NOOP("errors", "The trial made no step, so nothing was measured"): "",
    QT_TRANSLATE_NOOP(
        "errors",
        "Training stopped at step %1: %2 steps in a row had to be skipped (%3); the last good "
        "checkpoint was kept; lower the learning rate and resume",
    ): "",
    QT_TRANSLATE_NOOP(
        "errors",
        "Training stopped at step %1: for %2 steps most answers could not be scored (%3); the "
        "last good checkpoint was kept; mend the reward",
    ): "",
    QT_TRANSLATE_NOOP(
        "errors",
        "No sample is left to learn from: %1 are held out and %2 are longer than %3 tokens; "
        "nothing was trained",
    ): "",
    QT_TRANSLATE_NOOP(
        "errors", "The data set '%1' holds problems without answers; nothing to learn"
    ): "",
    QT_TRANSLATE_NOOP(
        "errors", "The solvers wrote no sample for these environments; choose others"
    ): "",
    QT_TRANSLATE_NOOP(
        "errors", "There are no held-out problems in %1 at this level; choose others"
    ): "",
    QT_TRANSLATE_NOOP(
        "errors",
        "'%1' has no training problems at the level %2; choose another level; nothing was trained",
    ): "",
    QT_TRANSLATE_NOOP(
        "errors",
        "No problems of '%1' could be made at the level '%2' (%3); choose another level or family",
    ): "",
    QT_TRANSLATE_NOOP(
        "errors",
        "There is no solver for '%1', so nothing was written; solvers know %2; for other "
        "environments use --source model",
    ): "",
    QT_TRANSLATE_NOOP(
        "errors", "'%1' cannot be trained: training needs a safetensors folder, such as 'starter'"
    ): "",
    QT_TRANSLATE_NOOP(
        "errors",
        "'%1' cannot be trained: %2; training needs a plain Qwen2, Qwen3 or Llama folder, such "
        "as 'starter'",
    ): "2",
    QT_TRANSLATE_NOOP(
        "errors", "The model's tokenizer names no end-of-turn token; it cannot be trained"
    ): "",
    # models
    QT_TRANSLATE_NOOP(
        "errors",
        "The starter model is not part of this installation; build it with 'o1desk starter "
        "build', or name another model",
    ): "",
    QT_TRANSLATE_NOOP(
        "errors",
        "'%1' is not on this machine, and O1 Desk downloads nothing by itself; get it with '%2'"
        " and try again",
    ): "",
    QT_TRANSLATE_NOOP("errors", "'%1' is not a file; a .gguf reference names one file"): "",
    QT_TRANSLATE_NOOP(
        "errors",
        "'%1' is a file; a model is a folder with config.json and safetensors, or a .gguf file",
    ): "",
    QT_TRANSLATE_NOOP("errors", "%1 is not a model folder: %2 (%3) is missing"): "3",
    QT_TRANSLATE_NOOP("errors", "%1 has no model weights; %2"): "2",
    QT_TRANSLATE_NOOP("errors", "%1 has no tokenizer (%2); copy it from the model's source"): "",
    QT_TRANSLATE_NOOP("errors", "%1 has no tokenizer (tokenizer.json); copy it as well"): "",
    QT_TRANSLATE_NOOP("errors", "%1 lacks %2, which its index names; copy it too"): "",
    QT_TRANSLATE_NOOP(
        "errors",
        "%1 lacks %2 tensors that its configuration asks for (%3, ...); copy the model again",
    ): "",
    QT_TRANSLATE_NOOP("errors", "There is no model file %1"): "",
    QT_TRANSLATE_NOOP("errors", "%1 is damaged: not a JSON object"): "",
    QT_TRANSLATE_NOOP("errors", "%1 is damaged: it has no weight_map"): "",
    QT_TRANSLATE_NOOP("errors", "%1 is damaged: too large for %2"): "2",
    QT_TRANSLATE_NOOP("errors", "%1 is damaged: %2"): "2",
    QT_TRANSLATE_NOOP("errors", "%1 is damaged: %2; copy it again"): "2",
    QT_TRANSLATE_NOOP("errors", "%1 cannot be read: %2"): "2",
    QT_TRANSLATE_NOOP("errors", "The model file %1 is damaged: %2; copy or download it again"): "2",
    QT_TRANSLATE_NOOP(
        "errors",
        "The model file %1 cannot be loaded: %2; copy or download it again, or use a version of"
        " the model that this llama.cpp knows",
    ): "",
    QT_TRANSLATE_NOOP("errors", "The tokenizer in %1 cannot be read: %2"): "",
    QT_TRANSLATE_NOOP(
        "errors",
        "%1 holds its weights as a pickle (%2), which could run code when it is read; it was "
        "not opened: %3",
    ): "3",
    QT_TRANSLATE_NOOP(
        "errors", "%1 is a pickle, which could run code when it is read; it was not opened: %2"
    ): "2",
    QT_TRANSLATE_NOOP(
        "errors",
        "%1 asks to run Python code of its own ('auto_map' in %2), and O1 Desk never runs code "
        "that comes with a model; use a version of the model without it",
    ): "",
    QT_TRANSLATE_NOOP(
        "errors", "%1 is a model of the kind '%2', which the built-in decoder does not compute"
    ): "",
    QT_TRANSLATE_NOOP(
        "errors", "The run '%1' has no whole checkpoint yet; use the model without '@%2'"
    ): "",
    QT_TRANSLATE_NOOP("errors", "The run '%1' has no checkpoint at step %2; it has %3"): "",
    QT_TRANSLATE_NOOP("errors", "There is no run called '%1'; %2"): "2",
    QT_TRANSLATE_NOOP(
        "errors",
        "An adapter cannot be put over '%1'; use the model's safetensors folder, or merge the "
        "adapter first (o1desk export model)",
    ): "",
    QT_TRANSLATE_NOOP(
        "errors",
        "The adapter in %1 was trained on another base model; open it with the model it was "
        "made for",
    ): "",
    QT_TRANSLATE_NOOP(
        "errors",
        "The adapter in %1 does not fit this model: its layers or sizes differ; open it with "
        "the model it was made for",
    ): "",
    QT_TRANSLATE_NOOP(
        "errors", "The adapter %1 was trained on another base model than %2; nothing was written"
    ): "",
    QT_TRANSLATE_NOOP(
        "errors",
        "GGUF models need llama-cpp-python, which is not installed; run %1 (it compiles for "
        "some minutes), or use the model's safetensors folder",
    ): "",
    QT_TRANSLATE_NOOP(
        "errors", "llama-cpp-python cannot be loaded (%1); install it again with %2"
    ): "",
    QT_TRANSLATE_NOOP(
        "errors", "The prompt has %1 tokens; '%2' takes 1 to %3: shorten the conversation"
    ): "",
    QT_TRANSLATE_NOOP("errors", "The prompt is empty; write something to continue"): "",
    QT_TRANSLATE_NOOP("errors", "The model's context is full; shorten the conversation"): "",
    QT_TRANSLATE_NOOP(
        "errors", "llama.cpp could not compute the next token (its code %1); try again"
    ): "",
    QT_TRANSLATE_NOOP("errors", "Prompt %1 is empty; give the model something to read"): "",
    QT_TRANSLATE_NOOP(
        "errors",
        "Prompt %1 has %2 tokens, but the model reads at most %3 with its answer; shorten it",
    ): "",
    QT_TRANSLATE_NOOP("errors", "The model's chat template refuses this conversation: %1"): "",
    # memory
    QT_TRANSLATE_NOOP(
        "errors",
        "%1 needs about %2 of memory, had %3; nothing was loaded: close other programs, or use "
        "a smaller or quantised model",
    ): "",
    QT_TRANSLATE_NOOP(
        "errors",
        "%1 needs about %2 of memory and did not get it; nothing was kept: close other "
        "programs, or use a smaller or quantised model",
    ): "",
    QT_TRANSLATE_NOOP(
        "errors",
        "The device has too little memory for %1 answers of %2 tokens at once; ask for fewer or"
        " shorter ones",
    ): "",
    QT_TRANSLATE_NOOP("errors", "Memory ran out (%1); the last checkpoint was kept%2"): "2",
}
"""Sentence, and the numbers of its placeholders that hold words of the engine (`error_phrases`)."""
