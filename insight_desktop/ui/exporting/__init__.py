"""The page of exports: what waits for the CRM, how it would look, and the file."""
