"""The revenue desk: debts, payments, deferred payment, security, refunds, the ledger."""
