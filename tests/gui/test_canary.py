import os
import subprocess
import sys

from o1desk.gui import canary


def test_this_pair_of_qt_and_python_loses_no_reference():
    assert canary.fault() == ""


def test_a_binding_that_loses_references_is_refused_with_one_sentence(monkeypatch):
    counts = iter([10_000, 10_000 - canary.CALLS])
    monkeypatch.setattr(canary.sys, "getrefcount", lambda _: next(counts))
    sentence = canary.fault()
    assert "would crash" in sentence
    assert "pip install" in sentence
    assert "\n" not in sentence


def test_the_program_ends_with_the_sentence_and_status_1(tmp_path):
    code = """
import sys
from o1desk.gui import canary
canary.fault = lambda: "This Qt would crash"
from o1desk.__main__ import main
sys.exit(main([]))
"""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "O1DESK_CONFIG": str(tmp_path)},
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (1, "This Qt would crash\n")
    assert list(tmp_path.iterdir()) == [], "nothing was begun"


HEAVY = "torch transformers peft llama_cpp reasoning_gym matplotlib pyqtgraph"


def test_opening_the_window_loads_nothing_heavy(tmp_path):
    code = f"""
import os, sys
os.environ.update(QT_QPA_PLATFORM="offscreen", O1DESK_CONFIG={str(tmp_path / "c")!r})
from PySide6.QtWidgets import QApplication
import o1desk.app as program
from o1desk.gui.crash import FaultLog
from o1desk.paths import config_dir
from pathlib import Path
data = Path({str(tmp_path / "d")!r}); data.mkdir()
app = QApplication([])
desktop = program.Desktop(app, data, FaultLog(config_dir()))
desktop.window.show()
while desktop.session is None:
    app.processEvents()
print("LOADED", *[name for name in {HEAVY!r}.split() if name in sys.modules])
desktop.quit()
app.exec()
"""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.stdout.split("\n")[0] == "LOADED", done.stdout + done.stderr
