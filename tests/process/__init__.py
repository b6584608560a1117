"""Real child processes, driven and killed."""
