"""Insight Desktop: understands sales meetings on the salesperson's own machine."""

__version__ = "0.1.0"
