"""Names for themes, in the customers' own words."""
