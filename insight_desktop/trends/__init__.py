"""What many meetings say."""
