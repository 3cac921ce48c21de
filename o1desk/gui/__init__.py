"""The window: PySide6 pages over one session; nothing here ever loads torch."""
