"""The risk desk: the confidential bundles of selectivity and what they choose."""
