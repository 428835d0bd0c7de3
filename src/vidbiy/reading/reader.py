"""The reader: a document in, its claims out.

Two phases: what the sentences say (`said`), then who says it, where and when (`telling`). Most texts assert nothing,
and only those that do reach the second.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from vidbiy.lexicon.pack import LanguagePack
from vidbiy.lexicon.places import Gazetteer
from vidbiy.lexicon.sources import Sources
from vidbiy.model import Claim, Document, VidbiyError
from vidbiy.reading.language import detect
from vidbiy.reading.record import Record, Trace
from vidbiy.reading.relevance import is_relevant
from vidbiy.reading.said import read_sentences
from vidbiy.reading.story import Page
from vidbiy.reading.telling import Telling
from vidbiy.reading.topic import other_topic, tells_of_no_attack
from vidbiy.reading.words.annotation import Annotator, Mark
from vidbiy.reading.words.left_out import with_left_out
from vidbiy.reading.words.text import tokenise
from vidbiy.reading.words.villages import with_villages
from vidbiy.reading.words.works import with_works

# A text is read up to here: memory stays bounded, and no report is near so long.
_LONGEST = 1_000_000
_TOO_LONG = f"The text is longer than {_LONGEST:,} characters; what follows was not read. Split it into documents."

__all__ = ["Reader", "Reading", "Trace"]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a document says: its claims in the order of the text, and what could not be read of it."""

    language: str | None
    claims: tuple[Claim, ...] = ()
    problems: tuple[str, ...] = ()
    traces: tuple[Trace, ...] = ()


# Made once: a text is turned away in less time than it takes to make one.
_NOTHING = Reading(None)


@cache
def _annotator(language: str) -> tuple[LanguagePack, Annotator, Gazetteer]:
    pack = LanguagePack.load(language)
    gazetteer = Gazetteer.load((language, "en", "uk", "ru"))
    return pack, Annotator(pack, gazetteer), gazetteer


def _framed(marks: Sequence[Mark]) -> bool:
    """Tell whether someone is named whose statements are kept also without a figure."""
    return any(mark.kind == "source" and Sources.load().frames(mark.value) for mark in marks)


def _title(annotator: Annotator, document: Document) -> Sequence[Mark]:
    return annotator.annotate(tokenise(document.title[:_LONGEST])).marks if document.title else ()


class Reader:
    """Reads documents into claims; one reader serves many documents, of any language there is a pack for."""

    def read(self, document: Document, *, language: str | None = None, explain: bool = False) -> Reading:
        """Return the claims of `document`.

        `language` overrides what is found; with `explain` a trace goes with each claim.
        """
        if not is_relevant(document.text):
            return _NOTHING if language is None else Reading(language)
        tokens = tokenise(document.text[:_LONGEST])
        language = language or detect(tokens)
        if language is None:
            return _NOTHING
        pack, annotator, gazetteer = _annotator(language)
        annotations = with_left_out(annotator.annotate(tokens), gazetteer)
        annotations = with_works(with_villages(annotations, pack), pack, gazetteer)
        foreign = other_topic(annotations.marks) is not None or (
            document.source is None
            and tells_of_no_attack(annotations.marks, len(tokens))
            and tells_of_no_attack(annotations.marks, len(tokens), _title(annotator, document))
        )
        said = [] if foreign else read_sentences(tokens, annotations, pack, document.published, document.source)
        if not any(sentence.assertions for sentence in said) and not _framed(annotations.marks):
            return Reading(language)
        record = Record(document, tokens, explain=explain)
        page = Page(document, tokens, annotations, annotator, gazetteer, pack, said)
        Telling(page, said, pack, record).tell()
        claims, traces = record.settled()
        problems = (_TOO_LONG,) if len(document.text) > _LONGEST else ()
        return Reading(language, claims, problems, traces)

    def read_for_keeps(self, document: Document) -> Reading:
        """Return the claims of `document`; a fault in a rule becomes a problem, so that the document can still be kept."""
        try:
            return self.read(document)
        except VidbiyError as error:
            return Reading(None, problems=(str(error),))
        except Exception as error:  # noqa: BLE001 - a fault in a rule must not lose the document, nor those after it
            fault = f"The reader failed ({type(error).__name__}: {error}); report it with the text."
            return Reading(None, problems=(fault,))
