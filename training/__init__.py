"""Trains the signals model; no part of the program."""
