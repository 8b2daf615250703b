"""The public's desk: where to start, what a code means, whether a receipt is genuine."""
