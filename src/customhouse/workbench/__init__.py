"""The workbench: pages that read several desks, above all the officer's file."""
