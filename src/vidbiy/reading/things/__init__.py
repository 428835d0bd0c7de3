"""Things: what is asserted without a number."""
