"""The tariff: measures, duty expressions and which apply."""
