"""Finds, verifies, joins and fetches model files; knows nothing of what the models do."""
