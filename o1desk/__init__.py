"""O1 Desk: the whole o1 loop on one person's own computer."""

__version__ = "0.1.0"
