"""The only writers of the declarations desk: one fact, one transaction, one entry in the record."""
