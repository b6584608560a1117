"""Reusable widgets that know nothing of meetings."""
