"""The list of all meetings."""
