"""What came of the offers."""
