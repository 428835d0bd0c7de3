"""Words: a text cut into tokens and sentences, each word known for what it is."""
