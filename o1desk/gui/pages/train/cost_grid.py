"""What a run will cost: work, time, memory and disk, measured where it was measured."""

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from o1desk.core.configs import RlConfig
from o1desk.gui.pages.train.draft import TrainConfig
from o1desk.gui.pages.train.measuring import Room
from o1desk.gui.theme import Theme
from o1desk.gui.times import duration_text
from o1desk.gui.widgets.labels import label, set_tone
from o1desk.jobs.estimate import Estimate

GIB = 1024.0  # MiB
TIMES = "\u00d7"


class CostGrid(QWidget):
    """Five lines of a title and a text."""

    def __init__(self, theme: Theme) -> None:
        """Know nothing yet."""
        super().__init__()
        titles = {
            "step": self.tr("Each step"),
            "time": self.tr("Time of a step"),
            "whole": self.tr("Whole run"),
            "memory": self.tr("Memory"),
            "disk": self.tr("Disk"),
        }
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(6))
        grid.setColumnStretch(1, 1)
        self._values: dict[str, QLabel] = {}
        for row, (name, title) in enumerate(titles.items()):
            self._values[name] = label("", is_wrapped=True)
            grid.addWidget(label(title, "muted"), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self._values[name], row, 1)

    def text(self, name: str) -> str:
        """Return what a line says: step, time, whole, memory or disk."""
        return self._values[name].text()

    def show_costs(self, config: TrainConfig, found: Estimate | None, room: Room | None) -> None:
        """Show what is known of a configuration.

        Args:
            config: The configuration.
            found: What was measured of it; None for nothing.
            room: What the machine has; None before it was looked at.
        """
        self._values["step"].setText(self._step_words(config))
        time = duration_text(found.seconds_per_step) if found else self.tr("not measured yet")
        whole = self._foreseen(config)
        if found is not None:
            whole = self.tr("about {time}").format(time=duration_text(found.total_seconds))
        for name, text in (("time", time), ("whole", whole)):
            self._values[name].setText(text)
            set_tone(self._values[name], "" if found else "muted")
        self._values["memory"].setText(self._memory_words(found, room))
        self._values["disk"].setText(self._disk_words(room))

    def _step_words(self, config: TrainConfig) -> str:
        number = QLocale().toString
        if isinstance(config, RlConfig):
            most = config.prompts * config.group_size * config.max_new_tokens
            words = self.tr("{p} problems {x} {g} answers, at most {n} tokens")
            return words.format(
                p=number(config.prompts), x=TIMES, g=number(config.group_size), n=number(most)
            )
        most = config.batch_size * config.max_tokens
        words = self.tr("{b} samples, at most {n} tokens")
        return words.format(b=number(config.batch_size), n=number(most))

    def _foreseen(self, config: TrainConfig) -> str:
        minutes = config.minutes if isinstance(config, RlConfig) else 0.0
        if minutes:
            return self.tr("ends after {time}").format(time=duration_text(60 * minutes))
        return self.tr("{n} steps; not measured yet").format(n=QLocale().toString(config.steps))

    def _memory_words(self, found: Estimate | None, room: Room | None) -> str:
        if room is None:
            return ""
        parts = []
        if found is not None:
            parts.append(self.tr("{size} measured").format(size=size_text(found.memory_mib)))
        if room.need_mib is not None:
            words = self.tr("up to {size} by formula")
            parts.append(words.format(size=size_text(room.need_mib)))
        if not parts:
            parts.append(self.tr("no estimate for this model"))
        if room.free_mib is not None:
            parts.append(self.tr("{size} free now").format(size=size_text(room.free_mib)))
        return "; ".join(parts)

    def _disk_words(self, room: Room | None) -> str:
        if room is None:
            return ""
        free = self.tr("{size} free").format(size=size_text(room.free_disk_mib))
        if room.disk_mib is None:
            return free
        words = self.tr("{size} for checkpoints; {free}")
        return words.format(size=size_text(room.disk_mib), free=free)


def size_text(mib: float) -> str:
    """Return a size as people read it: "4.2 MiB", "970 MiB", "1.3 GiB"."""
    if mib >= GIB:
        return f"{QLocale().toString(mib / GIB, 'f', 1)} GiB"
    return f"{QLocale().toString(mib, 'f', 1 if mib < 10 else 0)} MiB"
