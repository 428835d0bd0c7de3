"""The API: the record as JSON and CSV, described by OpenAPI. `reading` answers, `writing` takes what a token allows."""
