"""The text of a meeting, word by word."""
