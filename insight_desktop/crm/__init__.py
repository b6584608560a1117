"""Customers, deals and catalogues from other systems."""
