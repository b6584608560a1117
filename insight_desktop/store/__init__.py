"""The workspace's database and files."""
