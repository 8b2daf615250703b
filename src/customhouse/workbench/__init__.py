"""The workbench: an officer's queue and file, which read several desks at once."""
