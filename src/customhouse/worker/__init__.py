"""The worker: carries what must travel upward, and does what is due."""
