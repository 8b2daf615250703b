"""The bill: customs value, duties, taxes, each line with its formula and law."""
