"""Models: what can think here, how well it fits this machine, and ways to take it elsewhere."""
