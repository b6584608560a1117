"""The catalogue: what we sell, edited by hand."""
