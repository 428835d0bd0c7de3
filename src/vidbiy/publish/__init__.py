"""The fourth stage: what is published of the record (pictures, brief, exports)."""
