"""`o1desk bench`: figures as ratios against the nearest peer, side by side in one run."""

from argparse import Namespace
from typing import Any

from o1desk.cli.desk import say
from o1desk.core.errors import EXIT_DONE
from o1desk.paths import data_dir


def bench(arguments: Namespace) -> int:
    """Run one bench.

    Raises:
        InputError: For an unknown bench, or a peer that is not installed.
    """
    from o1desk.bench import run

    value = run(arguments.name, quick=arguments.quick, data=data_dir(arguments.data))
    say(arguments, table(value), value)
    return EXIT_DONE


def table(value: dict[str, Any]) -> str:
    """Return the rows in words."""
    return "\n".join(
        [f"{value['bench']} on {value['device']}", *(f"  {_words(row)}" for row in value["rows"])]
    )


def _words(row: dict[str, Any]) -> str:
    ratio = "-" if row["ratio"] is None else f"{row['ratio']:.2f}"  # nothing divides by a peer of 0
    return (
        f"{row['what']}: {row['ours']:.4g} {row['unit']} against {row['peer']:.4g} "
        f"({row['peer_name']}), ratio {ratio}, {row['better']} is better"
    )
