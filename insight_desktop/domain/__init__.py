"""Values that every part shares; standard library only."""
