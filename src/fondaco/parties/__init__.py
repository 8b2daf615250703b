"""Who trades, who declares, and by what mandate."""
