"""Solvers: one small file writes the reasoning of one family of problems."""
