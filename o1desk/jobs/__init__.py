"""The parent side of workers: process, run folder, stop ladder, manager."""
