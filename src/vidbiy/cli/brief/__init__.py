"""The brief, for the terminal and in files."""
