"""The pages, one module each: what is gathered from the record, and the template that shows it."""
