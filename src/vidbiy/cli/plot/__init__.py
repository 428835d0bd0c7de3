"""Pictures, and the boundaries that maps are drawn on."""
