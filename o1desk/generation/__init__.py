"""Data generation: one file is one source of samples."""
