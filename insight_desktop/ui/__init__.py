"""The desktop window; the only part that imports Qt."""
