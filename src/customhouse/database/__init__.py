"""How the desks reach PostgreSQL: set-wise writing in one round trip, and whose rows are seen."""
