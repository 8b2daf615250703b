"""Money, quantities and periods: what every other part counts in."""
