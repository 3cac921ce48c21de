"""A window without a screen: offscreen platform, Fusion, our fonts, one theme for all tests."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest

from o1desk.gui.theme import Theme


@pytest.fixture(scope="session")
def _one_theme(qapp):
    return Theme(qapp, mode="light")


@pytest.fixture
def theme(_one_theme):
    """The look of the application, light at 100 % again after the test."""
    yield _one_theme
    _one_theme.set_mode("light")
    _one_theme.set_scale(1.0)
