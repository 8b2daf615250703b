"""Messages: bytes to documents and back."""
