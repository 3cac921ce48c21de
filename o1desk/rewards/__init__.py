"""The reward function: one file is one reward."""
