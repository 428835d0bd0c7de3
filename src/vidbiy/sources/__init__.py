"""Where documents come from. One file a source; each gives documents, and says of what is none why it is none."""

from vidbiy.sources.files import FILE_LIMIT, document_files, parse_document, read_file
from vidbiy.sources.jsonl import LINE_LIMIT, RefusedLine, read_jsonl

__all__ = [
    "FILE_LIMIT",
    "LINE_LIMIT",
    "RefusedLine",
    "document_files",
    "parse_document",
    "read_file",
    "read_jsonl",
]
