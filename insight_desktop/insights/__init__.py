"""What one meeting says."""
