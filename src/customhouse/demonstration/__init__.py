"""The synthetic nation: invented traders and their trade, of which the truth is known."""
