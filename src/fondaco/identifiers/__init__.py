"""How identifiers are formed and checked: declarations, traders, containers, transport."""
