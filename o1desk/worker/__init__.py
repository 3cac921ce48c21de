"""The child process: claims stdout, speaks JSON lines, runs one role."""
