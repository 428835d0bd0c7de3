"""Documents read, and their claims written: as a table, as JSON, explained."""
