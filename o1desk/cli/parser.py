"""The verbs and their options. Nothing heavy is imported here, so that --help is immediate."""

import argparse
import difflib
import sys
from collections.abc import Sequence
from typing import Any, NoReturn

from typing_extensions import override

from o1desk import __version__
from o1desk.core.errors import EXIT_USAGE

DESCRIPTION = """\
O1 Desk closes the whole o1 loop on your own computer: generate chains of thought, verify them,
train a model on them with LoRA reinforcement learning, measure it on problems it never saw, and
ask it anything while watching it think. Everything is kept in one data folder."""

EPILOG = """\
words
  REF    a model: starter, a folder with safetensors, a .gguf file, or hub:NAME from the local
         hub cache; add @RUN or @RUN:STEP for an adapter that a training run saved
  NAME   an environment: one of the reasoning-gym families (chain_sum, gcd, ...), or
         imported/SET for questions and answers you imported; several with commas
  LEVEL  easy, medium or hard

exit codes
  0 done   1 bug   2 usage   3 cancelled or suspended   4 out of memory   5 bad input

examples
  o1desk loop                                      the whole loop in about five minutes
  o1desk evaluate --environment gcd --count 100    accuracy with its 95 % interval
  o1desk train rl --environment gcd,products --steps 60
  o1desk chat --model starter@RUN --prompt "What is 12 + 30 - 7?"
"""


class Parser(argparse.ArgumentParser):
    """An argument parser that answers a mistake in one sentence with the nearest right word."""

    def parse_arguments(self, argv: Sequence[str]) -> argparse.Namespace:
        """Read the arguments; ends the program with 2 when they make no sense."""
        arguments, unknown = self.parse_known_args(argv)
        if unknown:
            verb = getattr(arguments, "parser", self)
            verb.refuse(unknown[0])
        return arguments

    def refuse(self, word: str) -> NoReturn:
        """Say which option was meant instead of an unknown one."""
        known = [option for action in self._actions for option in action.option_strings]
        self.error(f"there is no option {word}{_nearest(word, known)}")

    @override
    def error(self, message: str) -> NoReturn:
        if "invalid choice" in message:
            message = _choice_sentence(message)
        sys.stderr.write(f"{self.prog}: {message}; see {self.prog} --help\n")
        sys.exit(EXIT_USAGE)


def _nearest(word: str, known: Sequence[str]) -> str:
    near = difflib.get_close_matches(word, known, n=1, cutoff=0.4)
    return f", did you mean {near[0]}?" if near else ""


def _choice_sentence(message: str) -> str:
    """Shorten argparse's list of choices to the nearest one."""
    quoted = message.split("'")
    word = quoted[1] if len(quoted) > 1 else ""
    known = [part.strip(" ')") for part in message.rpartition("choose from")[2].split(",")]
    return f"there is no '{word}' here{_nearest(word, known) or ': ' + ', '.join(known)}"


def _positive(text: str) -> int:
    """Read a whole number from 1 on."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"must be a whole number from 1 on, not '{text}'")
    return int(text)


def build_parser() -> Parser:
    """Return the parser of every verb."""
    parser = Parser(
        prog="o1desk",
        description=DESCRIPTION,
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"o1desk {__version__}")
    verbs = parser.add_subparsers(title="verbs", metavar="VERB", required=True)
    for add in (_loop, _generate, _import, _export, _train, _evaluate, _chat, _bench):
        add(verbs)
    for add in (_starter, _runs, _models, _backup, _doctor):
        add(verbs)
    return parser


def _verb(verbs: Any, name: str, run: str, sentence: str) -> Parser:
    parser: Parser = verbs.add_parser(name, help=sentence, description=sentence)
    parser.set_defaults(run=run, parser=parser)
    parser.add_argument("--data", metavar="DIR", help="data folder (default: the system's habit)")
    parser.add_argument("--json", action="store_true", help="print one JSON object last on stdout")
    return parser


def _device(parser: Parser) -> None:
    parser.add_argument("--device", choices=("auto", "cpu", "cuda"), default="auto")
    parser.add_argument("--precision", choices=("auto", "fp32", "bf16"), default="auto")
    parser.add_argument(
        "--threads", type=_positive, metavar="N", help="CPU threads (default: all cores)"
    )


def _mix(parser: Parser, *, level: str = "medium") -> None:
    parser.add_argument(
        "--environment", metavar="NAME[,NAME]", help="what to practise (default: the starter's)"
    )
    parser.add_argument("--level", metavar="LEVEL", default=level, help=f"default: {level}")
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="same seed, same problems")


def _resume(parser: Parser) -> None:
    parser.add_argument("--resume", metavar="RUN", help="go on with a run that stopped")


def _model(parser: Parser) -> None:
    parser.add_argument("--model", metavar="REF", default="starter", help="default: starter")


def _loop(verbs: Any) -> None:
    sentence = "run the whole loop: generate, verify, train, measure before and after, chat"
    parser = _verb(verbs, "loop", "loop:loop", sentence)
    _model(parser)
    _mix(parser)
    _device(parser)
    parser.add_argument("--minutes", type=float, default=5.0, help="time for all of it (default 5)")
    parser.add_argument("--count", type=int, default=440, help="held-out problems (default 440)")
    parser.add_argument("--out", metavar="DIR", help="where the report goes")


def _generate(verbs: Any) -> None:
    parser = _verb(verbs, "generate", "data:generate", "make samples: problems with solutions")
    parser.add_argument(
        "--source", default="solver", metavar="NAME", help="who solves: solver or model"
    )
    _mix(parser, level="easy")
    parser.add_argument("--count", type=int, default=100, help="problems (default 100)")
    parser.add_argument("--attempts", type=int, default=1, help="answers per problem (model)")
    parser.add_argument("--keep", default="correct", choices=("correct", "all"))
    parser.add_argument("--habit", default="careful", choices=("careful", "quick", "mixed"))
    parser.add_argument("--max-new-tokens", type=int, default=256, metavar="N")
    parser.add_argument("--temperature", type=float, default=1.0)
    _model(parser)
    _device(parser)
    _resume(parser)


def _import(verbs: Any) -> None:
    parser = _verb(verbs, "import", "data:import_files", "read JSONL files of problems or samples")
    parser.add_argument("files", nargs="+", metavar="FILE")
    parser.add_argument("--name", help="name of the data set (default: the file's name)")


def _export(verbs: Any) -> None:
    parser = _verb(
        verbs, "export", "data:export", "write samples, problems, labels or a model to files"
    )
    parser.add_argument("what", metavar="WHAT", help="samples, problems, labels, or model")
    parser.add_argument(
        "--format", required=True, metavar="F", help="jsonl, trl, messages, gguf ..."
    )
    parser.add_argument("--out", required=True, metavar="FILE")
    parser.add_argument("--type", default="f16", choices=("f32", "f16", "q8_0"), help="of GGUF")
    _model(parser)


def _train(verbs: Any) -> None:
    sentence = "train a LoRA adapter: rl (reinforcement learning) or sft (from examples)"
    parser = _verb(verbs, "train", "train:train", sentence)
    parser.add_argument("method", choices=("rl", "sft"))
    _model(parser)
    _mix(parser)
    _device(parser)
    parser.add_argument("--steps", type=int, help="updates of the adapter")
    parser.add_argument("--minutes", type=float, help="stop after this long (rl)")
    parser.add_argument("--config", metavar="FILE.toml", help="any setting of the method")
    parser.add_argument("--dataset", metavar="FILE", help="JSONL of samples (sft)")
    _resume(parser)
    # None tells what was not typed: there the config file counts, then the default.
    parser.set_defaults(model=None, level=None, seed=None, device=None, precision=None)


def _evaluate(verbs: Any) -> None:
    sentence = "measure accuracy on held-out problems, with a 95 %% confidence interval"
    parser = _verb(verbs, "evaluate", "evaluate:evaluate", sentence)
    _model(parser)
    _mix(parser)
    _device(parser)
    parser.add_argument("--count", type=int, default=300, help="problems (default 300)")
    parser.add_argument("--strategy", default="single", metavar="NAME", help="single or vote")
    parser.add_argument("--chains", type=int, metavar="K", help="chains of a vote")
    parser.add_argument("--max-new-tokens", type=int, default=256, metavar="N")
    parser.add_argument("--temperature", type=float, default=1.0)
    _resume(parser)


def _chat(verbs: Any) -> None:
    parser = _verb(verbs, "chat", "chat:chat", "ask a model anything and watch it think")
    _model(parser)
    _device(parser)
    parser.add_argument(
        "--prompt", help="the question; without it, questions are read line by line"
    )
    parser.add_argument("--strategy", default="single", metavar="NAME", help="single or vote")
    parser.add_argument("--chains", type=int, metavar="K", help="chains of a vote")
    parser.add_argument("--no-thinking", action="store_true", help="answer without a chain")
    parser.add_argument("--max-new-tokens", type=int, default=512, metavar="N")
    parser.add_argument("--temperature", type=float, default=0.7)
    parser.add_argument("--seed", type=int, default=0)


def _bench(verbs: Any) -> None:
    sentence = "measure against the nearest peer, side by side in one run"
    parser = _verb(verbs, "bench", "bench:bench", sentence)
    parser.add_argument("name", metavar="NAME", help="rollout, grpo, chat, store, start or gui")
    parser.add_argument("--quick", action="store_true", help="fewer repetitions")


def _starter(verbs: Any) -> None:
    parser = _verb(verbs, "starter", "starter:starter", "make the starter model again from nothing")
    parser.add_argument("action", choices=("build",))
    parser.add_argument("--out", metavar="DIR", help="model folder (default: resources/starter)")
    parser.add_argument("--work", metavar="DIR", help="folder of the training state; resumes there")
    parser.add_argument("--minutes", type=float, default=180.0, help="time to train (default 180)")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--threads", type=_positive, metavar="N", help="CPU threads")


def _runs(verbs: Any) -> None:
    parser = _verb(verbs, "runs", "manage:runs", "list runs and how they ended, newest first")
    parser.add_argument("run_id", nargs="?", metavar="RUN", help="one run in detail")


def _models(verbs: Any) -> None:
    _verb(verbs, "models", "manage:models", "list models and adapters that can be used")


def _backup(verbs: Any) -> None:
    sentence = "copy the database to a verified backup, or get it back from one"
    parser = _verb(verbs, "backup", "backup:backup", sentence)
    parser.epilog = (
        "Nothing is thrown away: a database that is replaced is kept in the folder 'damaged' of "
        "the data folder. Labels, edits and chats are in backups only; everything that runs and "
        "imports made can be rebuilt."
    )
    instead = parser.add_mutually_exclusive_group()
    instead.add_argument("--list", action="store_true", help="list backups instead")
    instead.add_argument(
        "--restore", metavar="NAME", help="put a backup of the list in the place of the database"
    )
    instead.add_argument(
        "--rebuild",
        action="store_true",
        help="read every run folder and imported file into the database again",
    )


def _doctor(verbs: Any) -> None:
    _verb(verbs, "doctor", "doctor:doctor", "report versions, devices, memory and store health")
