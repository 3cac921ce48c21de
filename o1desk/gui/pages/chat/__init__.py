"""The Chat page: ask a model, watch it think, see what it cost."""
