"""What to propose to a customer, and whether to."""
