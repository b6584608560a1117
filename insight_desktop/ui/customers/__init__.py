"""Customers: who they are, what hurts them, what was promised."""
