"""Times in words: "45 s", "2 min 5 s", "about 3 min left", "29 Nov 08:12"."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from o1desk.core.words import filled

MINUTE, HOUR, DAY = 60, 3600, 86400
SOON_S = 10  # below it a countdown would only flicker
COARSE_S = 90  # from here on seconds of a guess mean nothing


def duration_text(seconds: float) -> str:
    """Return a measured length of time with its two largest units.

    Args:
        seconds: The time; below ten seconds one decimal is kept.
    """
    if seconds < SOON_S:
        tenths = f"{max(seconds, 0.0):.1f}".removesuffix(".0")
        return filled(QCoreApplication.translate("times", "%1 s"), [tenths])
    whole = round(seconds)
    if whole < MINUTE:
        return filled(QCoreApplication.translate("times", "%1 s"), [str(whole)])
    if whole < HOUR:
        template = QCoreApplication.translate("times", "%1 min %2 s")
        short = QCoreApplication.translate("times", "%1 min")
        return _two(whole, MINUTE, 1, (template, short))
    if whole < DAY:
        template = QCoreApplication.translate("times", "%1 h %2 min")
        short = QCoreApplication.translate("times", "%1 h")
        return _two(whole, HOUR, MINUTE, (template, short))
    template = QCoreApplication.translate("times", "%1 d %2 h")
    short = QCoreApplication.translate("times", "%1 d")
    return _two(whole, DAY, HOUR, (template, short))


def remaining_text(seconds: float | None) -> str:
    """Return a guess of the time still needed as "about 3 min left"; empty when unknown.

    Args:
        seconds: The guess; None when nobody can tell.
    """
    if seconds is None:
        return ""
    if seconds < SOON_S:
        return QCoreApplication.translate("times", "a few seconds left")
    if seconds < COARSE_S:
        rounded = round(seconds / 5) * 5
    elif seconds < HOUR:
        rounded = round(seconds / MINUTE) * MINUTE
    else:
        rounded = round(seconds / (10 * MINUTE)) * 10 * MINUTE
    return filled(QCoreApplication.translate("times", "about %1 left"), [duration_text(rounded)])


def local_time(stamp: str) -> str:
    """Return a stored time as people here write it, "29 Nov 08:12", with the year if it is another.

    Args:
        stamp: ISO 8601 with its offset; text that is none is shown as it stands.
    """
    try:
        moment = datetime.fromisoformat(stamp).astimezone()
    except ValueError:
        return stamp
    locale = QLocale()
    is_this_year = moment.year == datetime.now().astimezone().year
    if is_this_year:
        form = QCoreApplication.translate("times", "d MMM HH:mm", "Qt's format of day and time")
    else:
        form = QCoreApplication.translate("times", "d MMM yyyy HH:mm", "With the year")
    return locale.toString(QDateTime.fromSecsSinceEpoch(int(moment.timestamp())), form)


def _two(whole: int, large: int, small: int, templates: tuple[str, str]) -> str:
    many, rest = divmod(whole, large)
    few = rest // small
    return filled(templates[0] if few else templates[1], [str(many), str(few)])
