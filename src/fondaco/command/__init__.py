"""The command line: a thin edge that may read files."""
