"""Times as the store keeps them: UTC, ISO 8601, and the short form used in file names."""

from datetime import UTC, datetime

_NAME = "%Y%m%dT%H%M%S%fZ"


def now() -> datetime:
    """Return the present moment, UTC."""
    return datetime.now(UTC)


def stamp(moment: datetime | None = None) -> str:
    """Return a moment (default: now) as ISO 8601 with microseconds."""
    return (moment or now()).isoformat(timespec="microseconds")


def name_of(moment: datetime) -> str:
    """Return a moment as it stands in file names; sorts by time."""
    return moment.astimezone(UTC).strftime(_NAME)


def moment_of(name: str) -> datetime | None:
    """Return the moment a file name speaks of; None if it speaks of none."""
    try:
        return datetime.strptime(name, _NAME).replace(tzinfo=UTC)
    except ValueError:
        return None
