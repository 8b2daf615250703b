"""What the platform promises of speed and memory, measured: `make bench`."""
