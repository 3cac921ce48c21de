"""Charts that are painted by hand must not load the chart library: it takes a second."""

import subprocess
import sys

import pytest


@pytest.mark.parametrize("module", ["bars", "live", "ticks", "sparkline"])
def test_painted_charts_do_not_load_pyqtgraph(module):
    code = f"import sys, o1desk.gui.charts.{module}; print('pyqtgraph' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
