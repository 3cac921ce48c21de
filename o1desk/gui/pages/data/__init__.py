"""Data: every sample in the store, where it came from, and ways to get more of them."""
