"""Plain Python values that every other room shares; no torch, no Qt, no SQLite."""
