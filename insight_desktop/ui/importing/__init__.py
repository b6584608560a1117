"""Bringing recordings into the workspace."""
