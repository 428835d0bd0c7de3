"""Fires whose place the sentence has named before: "удар по предприятию, возник пожар"."""

from __future__ import annotations

from vidbiy.reading.sentences.sentence import Sentence
from vidbiy.reading.sentences.single import Single
from vidbiy.reading.words.annotation import Mark

__all__ = ["find_fires", "fire_spoken_of"]

# "пожара не было": so close stands what denies the fire.
_DENIED_NEAR = 2
_DASHES = frozenset({"—", "-"})


def find_fires(sentence: Sentence) -> list[Single]:
    """Return the fire of a sentence that names what was struck before it, and nothing else that burns."""
    burns = [action for action in sentence.actions if action.value == "burn"]
    burn = next((one for one in burns if sentence.words[one.first - 1] in _DASHES and one is not burns[0]), None)
    burn = burn or next(iter(burns), None)
    if burn is None or sentence.pack.is_plural(sentence.words[burn.first]) or _is_denied(sentence, burn):
        return []
    growth = next((mark for mark in sentence.of_role("growth") if 0 <= mark.first - burn.last <= 1), None)
    if growth is not None:
        return [Single("fire.growth", "fire", "area.location", 1, 1, burn.first, growth.last, burn)]
    for mark in reversed(sentence.marks):
        if mark.first >= burn.first:
            continue
        if mark.kind == "place":
            return []  # the fire is elsewhere: "у Сумах пошкоджено школу, у Конотопі спалахнула пожежа"
        if mark.kind == "site" and mark.value.startswith("site.") and not mark.attributes.get("generic"):
            if any(counted.first <= mark.first < counted.last and counted.low > 1 for counted in sentence.quantities):
                return []  # "2 будинки знищено, горить": of several, nobody says which
            first, last = mark.first, max(mark.last, burn.last)
            return [Single("fire.same_place", "fire", mark.value, 1, 1, first, last, burn, thing=mark)]
    return []


def fire_spoken_of(sentence: Sentence) -> list[Single]:
    """Return the fire at the site of the sentence before: "A drone hit a school. A fire broke out on the top floor"."""
    discourse = sentence.discourse
    if not discourse.site or discourse.site_paragraph != sentence.line.paragraph or sentence.of_kind("site"):
        return []
    if sentence.of_kind("place") or sentence.quantities or ("fire", discourse.site) in discourse.told:
        return []
    for burn in sentence.actions:
        article = sentence.before(burn.first, "article")
        opens = burn.first == sentence.first if article is None else article.value == "1"
        if burn.value == "burn" and opens and _is_noun(sentence, burn) and not _is_denied(sentence, burn):
            return [Single("fire.same_place", "fire", discourse.site, 1, 1, burn.first, burn.last, burn)]
    return []


def _is_noun(sentence: Sentence, burn: Mark) -> bool:
    """Tell whether the word is "fire", "blaze", and no participle."""
    found = sentence.pack.patterns.alone(sentence.words[burn.first])
    return any(entry.kind == "noun" and entry.value == "blaze" for _, entry in found)


def _is_denied(sentence: Sentence, burn: Mark) -> bool:
    return any(
        0 <= burn.first - mark.last <= _DENIED_NEAR
        or (0 <= mark.first - burn.last <= _DENIED_NEAR and "," not in sentence.words[burn.last : mark.first])
        for mark in sentence.of_role("negation")
    )
