"""The observatory: the live picture of what customs does today, every figure with its list."""
