"""The page of one meeting."""
