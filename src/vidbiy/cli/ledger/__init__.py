"""The ledger itself: what is in it, found by words, proven, redacted."""
