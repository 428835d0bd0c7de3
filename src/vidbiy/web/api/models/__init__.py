"""The shapes of what the API answers and takes, for OpenAPI; an answer's says what `to_dict` of the record's own types gives."""
