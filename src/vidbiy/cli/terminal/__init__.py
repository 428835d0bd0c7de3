"""What commands have in common before a terminal: text that is safe to show, bars, counts, how a long run ends."""
