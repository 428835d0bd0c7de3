"""Documents, data sets and siren logs on their way into the ledger."""
