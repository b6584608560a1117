"""Suggestions: what to propose to whom, why now or not, and what became of it."""
