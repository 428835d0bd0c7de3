"""What is published of the record: the brief, pictures, verdicts on stories, and the names that things have in them."""
