"""Commands and full-text search in one place."""
