"""Options of the program."""
