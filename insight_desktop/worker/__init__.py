"""Child processes and the protocol they speak."""
