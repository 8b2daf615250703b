"""What the demonstration does: enters the nation, publishes its law, lets it live."""
