"""The RL environment: one file is one family of problems with a checker."""
