"""Text files as documents: front matter, encodings, and files that are none."""

from __future__ import annotations

import codecs
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vidbiy.model import Document, DocumentError
from vidbiy.sources import FILE_LIMIT, document_files, parse_document, read_file

FRONT = "---\nsource: kyiv-mayor\npublished: 2025-07-04T09:20:00+03:00\ntitle: Київ\nurl: https://example.org/1\n---\n"


def parse(text: str | bytes) -> Document:
    return parse_document(text.encode() if isinstance(text, str) else text, "a.md", id="a")


def refusal(raw: bytes) -> str:
    with pytest.raises(DocumentError) as caught:
        parse_document(raw, "a.md", id="a")
    return str(caught.value)


def test_front_matter_gives_the_fields_and_the_text_begins_after_it() -> None:
    """Spans count the text after the front matter."""
    document = parse(f"{FRONT}\n23 людини.\n")
    assert document == Document(
        id="a",
        text="\n23 людини.\n",
        published=datetime.fromisoformat("2025-07-04T09:20:00+03:00"),
        source="kyiv-mayor",
        url="https://example.org/1",
        title="Київ",
    )


@pytest.mark.parametrize(
    ("front", "id"),
    [
        ("---\nid: b\n---\n", "b"),
        ("---\r\nid: b\r\n---\r\n", "b"),
        ("---  \nid:b\n---\t\n", "b"),
        ("---\nid: 'b: c'\n---\n", "b: c"),
        ("---\n# a note\n\ntags:\n  - one\n- two\nid: b\n---\n", "b"),
        ("---\nid: null\nsource:\n---\n", "a"),
    ],
)
def test_front_matter_is_taken_as_others_write_it(front: str, id: str) -> None:
    """Line ends, blanks, quotes, notes, other tools' keys, empty values."""
    document = parse(f"{front}text")
    assert (document.id, document.text, document.source) == (id, "text", None)


@pytest.mark.parametrize(
    "text", ["---\n23 hurt.\n---\nmore", "---\nsource: x\nno end", "text\n---\nid: b\n---\n", "----\nid: b\n---\n"]
)
def test_a_rule_in_the_text_is_no_front_matter(text: str) -> None:
    """Only a closed block at the start that names a field is."""
    assert parse(text).text == text


@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
def test_text_is_stored_as_it_stands(mark: bytes) -> None:
    """Line ends stay; a byte order mark is no text."""
    assert parse(mark + "Київ\r\n23\r\n".encode()).text == "Київ\r\n23\r\n"


@pytest.mark.parametrize(("mark", "codec"), [(codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")])
def test_utf16_with_its_mark_is_read(mark: bytes, codec: str) -> None:
    """As Windows editors save it; the front matter too."""
    document = parse(mark + f"{FRONT}Київ 🔥".encode(codec))
    assert (document.text, document.source) == ("Київ 🔥", "kyiv-mayor")


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("23 людини".encode("cp1251"), ["0xeb at offset 3", "UTF-8", "iconv"]),
        (b"ab\0cd", ["NUL at byte offset 2"]),
        (codecs.BOM_UTF8 + "Київ\0".encode(), ["NUL at byte offset 11"]),
        (codecs.BOM_UTF16_LE + "ab\0".encode("utf-16-le"), ["NUL at byte offset 6"]),
        (codecs.BOM_UTF16_LE + b"a\0b", ["at offset 4 is no UTF-16"]),
        (codecs.BOM_UTF16_LE + b"\x00\xd8a\x00", ["at offset 2 is no UTF-16"]),
        (codecs.BOM_UTF32_LE + "a".encode("utf-32-le"), ["UTF-32", "save it as UTF-8"]),
        (b"%PDF-1.7\n", ["a PDF", "text file"]),
        (b"PK\x03\x04", ["an office document"]),
        (b"", ["no text", "give a file"]),
        (b" \r\n\t", ["no text"]),
        (codecs.BOM_UTF8, ["no text"]),
        (FRONT.encode(), ["no text"]),
        (b"a" * (FILE_LIMIT + 1), ["16 MiB", "split it"]),
        (b"---\nid: a\nid: b\n---\nx", ["line 3", "id twice"]),
        (b"---\nid: a\nwords\n---\nx", ["line 3", "key: value"]),
        (b"---\nid: a\n  b\n---\nx", ["line 3", "key: value"]),
        (b"---\npublished: yesterday\n---\nx", ["'yesterday'", "2025-07-04T09:30:00+03:00"]),
        (b"---\npublished: 2025-07-04T09:30:00\n---\nx", ["no time with an offset"]),
    ],
)
def test_what_is_no_document_is_refused_with_name_place_and_remedy(raw: bytes, words: list[str]) -> None:
    """The message begins with the file's name and says what is wrong and where."""
    message = refusal(raw)
    assert message.startswith("a.md: ")
    assert [word for word in words if word not in message] == []


@given(st.binary(max_size=200))
def test_any_bytes_give_a_document_or_a_document_error(raw: bytes) -> None:
    """Nothing else comes out, and a document's text can be written as UTF-8."""
    try:
        text = parse(raw).text
    except DocumentError as error:
        text = str(error)
    assert text.encode().strip()


@given(st.text(alphabet=st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1))
def test_the_text_after_front_matter_is_untouched(text: str) -> None:
    """Whatever the text is, its code points are the document's."""
    if text.strip():
        assert parse(f"---\nid: b\n---\n{text}").text == text


def test_a_file_has_its_stem_as_id(tmp_path: Path) -> None:
    """Unless its front matter says otherwise."""
    path = tmp_path / "kyiv.morning.md"
    path.write_bytes(b"23 hurt")
    assert read_file(path).id == "kyiv.morning"
    path.write_bytes(b"---\nid: other\n---\n23 hurt")
    assert read_file(path).id == "other"


def test_a_name_that_is_no_unicode_can_still_be_printed(tmp_path: Path) -> None:
    """Old archives have such names; the id must have a UTF-8 form."""
    path = Path(f"{tmp_path}/caf\udce9.txt")
    try:
        path.write_bytes(b"23 hurt")
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    assert read_file(path).id == "caf�"


def test_a_missing_file_is_a_document_error(tmp_path: Path) -> None:
    """The message names the path."""
    with pytest.raises(DocumentError, match=r"no\.md: no such file.*; check the path"):
        read_file(tmp_path / "no.md")


def test_a_folder_gives_its_text_files_by_name(tmp_path: Path) -> None:
    """A README, hidden files, folders and other kinds are left out."""
    for name in ("b.txt", "a.md", "README.md", "readme.txt", ".c.md", "d.pdf", "e.jsonl", "F.MD"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    (tmp_path / "g.md").mkdir()
    assert {path.name for path in document_files(tmp_path)} == {"a.md", "b.txt", "F.MD"}
    with pytest.raises(DocumentError, match=r"no \.md or \.txt file"):
        document_files(tmp_path / "g.md")
