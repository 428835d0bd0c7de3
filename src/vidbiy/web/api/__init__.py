"""The API: the record as JSON and CSV, described by OpenAPI. `operations` answer, in the shapes that `models` describe."""
