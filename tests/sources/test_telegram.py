"""Telegram Desktop's export: its messages as documents, and exports that are none, or only half there."""

from __future__ import annotations

import json
import tracemalloc
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vidbiy.model import DocumentError
from vidbiy.sources import Fetched, check_telegram, read_telegram


def message(id: int, text: Any = "Збито 12 дронів", **changes: Any) -> dict[str, Any]:
    fields = {"type": "message", "date": "2025-07-04T09:00:00", "date_unixtime": "1751608800", "from": "Канал"}
    return {"id": id, **fields, "text": text, "text_entities": [], **changes}


def chat(*messages: dict[str, Any], id: int = 77) -> dict[str, Any]:
    return {"name": "Канал", "type": "public_channel", "id": id, "messages": list(messages)}


def export(folder: Path, value: Any, **options: Any) -> Path:
    path = folder / "result.json"
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1, **options), encoding="utf-8")
    return path


def read(path: Path) -> list[Fetched]:
    check_telegram(path)
    return list(read_telegram(path))


def test_messages_are_documents(tmp_path: Path) -> None:
    """With the address of the message, the time that the Unix time says, and the bytes as they stand in the file."""
    path = export(tmp_path, chat(message(5)))
    (found,) = read(path)
    assert (found.document.id, found.address, found.origin) == ("telegram:77/5",) * 3
    assert found.document.text == "Збито 12 дронів"
    assert found.document.published == datetime.fromisoformat("2025-07-04T06:00:00+00:00")
    assert found.raw in path.read_bytes()


def test_text_in_pieces_is_joined(tmp_path: Path) -> None:
    pieces = ["Збито ", {"type": "bold", "text": "12"}, " дронів ", {"type": "link", "text": "t.me/x"}, {"type": "x"}]
    (found,) = read(export(tmp_path, chat(message(1, pieces))))
    assert found.document.text == "Збито 12 дронів t.me/x"


def test_what_has_no_text_is_no_document(tmp_path: Path) -> None:
    """Pictures, and what the service says."""
    messages = [message(1, ""), message(2, "x", type="service"), message(3, [" "]), message(4)]
    assert [found.document.id for found in read(export(tmp_path, chat(*messages)))] == ["telegram:77/4"]


def test_an_older_export_has_no_time_that_can_be_trusted(tmp_path: Path) -> None:
    """Its date is in the zone of whoever exported it."""
    old = message(1)
    del old["date_unixtime"]
    (found,) = read(export(tmp_path, chat(old)))
    assert found.document.published is None


def test_a_full_export_holds_many_chats(tmp_path: Path) -> None:
    value = {
        "about": "…",
        "personal_information": {"user_id": 1, "list": [1]},
        "chats": {"about": "…", "list": [chat(message(1), id=1), chat(message(1), id=2)]},
        "left_chats": {"list": [chat(message(9), id=3)]},
    }
    found = read(export(tmp_path, value))
    assert [each.document.id for each in found] == ["telegram:1/1", "telegram:2/1", "telegram:3/9"]


def test_half_a_surrogate_pair_becomes_a_mark(tmp_path: Path) -> None:
    path = tmp_path / "result.json"
    path.write_text(json.dumps(chat(message(1, "a\ud83d\0"))), encoding="utf-8")
    (found,) = read(path)
    assert found.document.text == "a��"


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_an_export_that_was_cut_short_is_told_wherever_it_was_cut(tmp_path: Path, data: st.DataObject) -> None:
    whole = export(tmp_path, chat(*(message(number, "дрони " * number) for number in range(20)))).read_bytes()
    path = tmp_path / "result.json"
    path.write_bytes(whole[: data.draw(st.integers(1, len(whole) - 2))])
    with pytest.raises(DocumentError, match=r"result\.json: .*export it again"):
        check_telegram(path)


@pytest.mark.parametrize(
    "raw",
    [b"", b"[1, 2]", b"7", b"{}", b'{"name": "x"}', b'{"messages": [}', b'{"messages": []} x', b"{1: 2}", b"\xff"],
)
def test_json_that_is_no_export_is_told(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "result.json"
    path.write_bytes(raw)
    with pytest.raises(DocumentError, match=r"result\.json: "):
        check_telegram(path)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="no such file"):
        check_telegram(tmp_path / "result.json")


def test_memory_does_not_grow_with_the_export(tmp_path: Path) -> None:
    path = export(tmp_path, chat(*(message(number, "дрони " * 100) for number in range(10_000))))
    tracemalloc.start()
    count = sum(1 for _ in read_telegram(path))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 10_000
    assert path.stat().st_size > 10_000_000
    assert peak < 4_000_000
