"""What commands are given: options, the ledger's address, documents."""
