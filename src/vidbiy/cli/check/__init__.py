"""A story held against the record."""
