"""A measure night by night, and how unusual one night was."""
