"""Trends: what many customers say, and what won meetings differ in."""
