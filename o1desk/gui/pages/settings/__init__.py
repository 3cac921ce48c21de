"""Settings: the preferences, the data folder with its backups, and what this machine runs."""
