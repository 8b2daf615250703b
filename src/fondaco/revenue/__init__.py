"""The debt and the double-entry journal that records it."""
