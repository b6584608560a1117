"""What the user chose, kept in one file."""
