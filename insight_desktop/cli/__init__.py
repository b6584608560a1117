"""The command line: the same pipeline and store as the window."""
