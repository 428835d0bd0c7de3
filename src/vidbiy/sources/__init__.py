"""Where documents come from. One file a source; each gives documents, and says of what is none why it is none."""

from vidbiy.sources.datasets import Noted, RefusedRow, fetch_dataset, is_dataset, read_dataset
from vidbiy.sources.fetched import DatasetReading, Fetched, fetch_text, origin_of, read_bytes
from vidbiy.sources.files import FILE_LIMIT, document_files, parse_document, read_file
from vidbiy.sources.html import fetch_html
from vidbiy.sources.jsonl import LINE_LIMIT, RefusedLine, read_jsonl, read_raw_jsonl
from vidbiy.sources.siren_files import FetchedLog, fetch_siren_log, is_siren_log
from vidbiy.sources.siren_log import SirenLog
from vidbiy.sources.telegram import check_telegram, read_telegram

__all__ = [
    "FILE_LIMIT",
    "LINE_LIMIT",
    "DatasetReading",
    "Fetched",
    "FetchedLog",
    "Noted",
    "RefusedLine",
    "RefusedRow",
    "SirenLog",
    "check_telegram",
    "document_files",
    "fetch_dataset",
    "fetch_html",
    "fetch_siren_log",
    "fetch_text",
    "is_dataset",
    "is_siren_log",
    "origin_of",
    "parse_document",
    "read_bytes",
    "read_dataset",
    "read_file",
    "read_jsonl",
    "read_raw_jsonl",
    "read_telegram",
]
