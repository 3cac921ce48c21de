"""The rendered view of a finished answer: it loads, opens and hides nothing."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QColor, QImage, QTextDocument
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from o1desk.gui.widgets.rendered import RenderedText

HOSTILE = json.loads((Path(__file__).parents[2] / "data" / "hostile_text.json").read_bytes())
FORM = """# Result

The answer is **42**, as 2*3*7 = 42.
Next line with `code` and [a link](https://example.org/a).

1. first
2. second
   - nested

> said

```python
x = 1
```

|n|square|
|-|-|
|1|2|

中文 **四十二**
"""


class Recorder(RenderedText):
    """Notes what it is asked for."""

    def __init__(self, theme):
        self.asked = []
        super().__init__(theme)

    @override
    def loadResource(self, type, name):
        self.asked.append(name)
        return super().loadResource(type, name)


@pytest.fixture
def view(qtbot, theme):
    made = Recorder(theme)
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.show()
    return made


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_loads_nothing_and_loses_no_word(view, name):
    kept = view.set_text(HOSTILE[name])
    view.grab()
    assert view.asked == []
    assert not any(each.isImageFormat() for each in view.document().allFormats())
    assert kept or name in {"null", "zero width", "line ends"}


@pytest.fixture
def red_file(tmp_path):
    path = tmp_path / "picture.png"
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    assert image.save(str(path))
    return path


def has_red(widget):
    image = widget.grab().toImage()
    places = ((x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3))
    return any(image.pixelColor(x, y) == QColor("red") for x, y in places)


def test_a_picture_that_exists_stays_words(view, red_file):
    address = QUrl.fromLocalFile(str(red_file)).toString()
    view.set_text(f"**x** ![y]({address}) <img src='{address}'>")
    assert view.asked == []
    assert view.toPlainText().count("picture.png") == 2
    assert not has_red(view)


def test_qt_itself_gets_no_picture_if_one_ever_slips_through(view, red_file):
    for address in (QUrl.fromLocalFile(str(red_file)).toString(), str(red_file)):
        no_html = QTextDocument.MarkdownFeature.MarkdownNoHTML
        view.document().setMarkdown(f"a ![x]({address}) b", no_html)
        assert not has_red(view)
    assert len(view.asked) >= 2


def test_form_is_rendered_and_every_word_stays(view):
    assert view.set_text(FORM)
    text = view.toPlainText()
    for part in ("2*3*7 = 42", "x = 1", "square", "四十二"):
        assert part in text
    assert "**" not in text
    assert "```" not in text


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "/etc/passwd", "x",
        "mailto:a@b", "http:///nohost", "ftp://a/b",
    ],
)  # fmt: skip
def test_only_web_links_are_asked_about(view, qtbot, address):
    with qtbot.assertNotEmitted(view.link_asked):
        view.anchorClicked.emit(QUrl(address))


def test_a_web_link_is_told_with_its_real_host_and_opened_by_nobody(view, qtbot):
    assert not view.openLinks()
    assert not view.openExternalLinks()
    with qtbot.waitSignal(view.link_asked) as caught:
        view.anchorClicked.emit(QUrl("https://good.example@evil.example/a?b=1"))
    assert caught.args[0] == "evil.example"
    assert view.source().isEmpty()


def test_it_is_as_high_as_its_text(qtbot, theme):
    page = QWidget()
    layout = QVBoxLayout(page)
    view = RenderedText(theme)
    layout.addWidget(view)
    layout.addStretch(1)
    qtbot.addWidget(page)
    page.resize(500, 900)
    page.show()
    view.set_text("**one**")
    qtbot.waitUntil(lambda: 10 < view.height() < 40)
    view.set_text(FORM)
    qtbot.waitUntil(lambda: view.height() > 200)
    assert view.verticalScrollBar().maximum() == 0


def test_a_new_theme_colours_it_anew(view, theme):
    view.set_text(FORM)
    before = view.grab().toImage()
    theme.set_mode("dark")
    assert view.grab().toImage() != before
    assert "2*3*7 = 42" in view.toPlainText()
