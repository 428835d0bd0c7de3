"""What the stages know: words, weapons, places, sites and sources, as data files and their loader."""
