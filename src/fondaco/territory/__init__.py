"""Countries, customs offices and the legal calendar."""
