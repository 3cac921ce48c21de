"""A short soak: the window trains, answers, turns its pages, and says what it weighed."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = Path(__file__).parents[3] / "packaging" / "soak.py"


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_a_short_soak_trains_answers_and_tells_its_memory(tmp_path):
    command = [sys.executable, str(PROGRAM), "--minutes", "0.5", "--data", str(tmp_path / "data")]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=280)
    assert done.returncode == 0, done.stderr
    answers, asked, steps = map(
        int,
        re.search(r"answers (\d+) of (\d+) questions; training steps (\d+); suspended", done.stdout)
        .groups(),
    )  # fmt: skip
    assert 1 <= answers <= asked
    assert steps >= 1
    weights = re.search(
        r"start ([\d.]+), end ([\d.]+); "
        r"median of the middle third ([\d.]+), of the last third ([\d.]+)",
        done.stdout,
    )
    assert all(float(mib) > 0 for mib in weights.groups())
    assert "Traceback" not in done.stderr
