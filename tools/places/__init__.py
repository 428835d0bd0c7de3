"""How the gazetteer is made: names in five languages, for places of two sources and of hand-kept tables."""
