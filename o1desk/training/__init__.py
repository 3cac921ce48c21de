"""Losses, advantages and the training loops."""
