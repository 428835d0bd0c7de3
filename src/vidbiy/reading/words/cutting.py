"""Sentences and lines: where a text is cut into what is read one by one."""

from __future__ import annotations

from vidbiy.reading.words.text import Line, Tokens

__all__ = ["sentences"]

# No report has a sentence of so many tokens; a longer run is cut, so that no text takes more than linear time.
_LONGEST = 200
_ENDERS = frozenset(".!?…")
# Signs that open an item of a list also where the text lost its line ends ("типа: ▫ восемь БПЛА – над ..., ▫ четыре").
_ITEMS = frozenset("▪▫◽◾◻◼🔹🔸🔻🔺•●◦‣➖✅☑✔")
_CUTS = _ENDERS | _ITEMS | {"\n"}
_OPENERS = frozenset("\"'«„“”([{—-*_")
# An item of a list that wraps goes on with fewer tokens than this.
_WRAPPED = 7
_CLOSERS = frozenset("\"»“”)]'")
_STRAIGHT = frozenset("\"'")


def sentences(
    tokens: Tokens,
    abbreviations: frozenset[str],
    ordinal_nouns: frozenset[str] = frozenset(),
    openers: frozenset[str] = frozenset(),
) -> list[Line]:
    """Cut the tokens into sentences; a line end always ends one, the point of an abbreviation or an ordinal hardly does.

    An ordinal's point is told by the noun behind it: "im 16. Stock", "am 2. März". Behind an abbreviation that ends in a
    point only one of the ``openers`` with a capital begins a sentence: "It fell at 6:45 a.m. By noon …", "9 a.m. Kyiv time".
    """
    return _Cutter(tokens, abbreviations, ordinal_nouns, openers).cut()


class _Cutter:
    """Goes through the tokens of a text and cuts them where a sentence ends."""

    def __init__(
        self,
        tokens: Tokens,
        abbreviations: frozenset[str],
        ordinal_nouns: frozenset[str],
        openers: frozenset[str],
    ) -> None:
        self._tokens, self._openers = tokens, openers
        self._dotted = frozenset(f"{word}." for word in abbreviations if "." in word) if openers else frozenset[str]()
        self._abbreviations, self._ordinal_nouns = abbreviations, ordinal_nouns
        self._lines: list[Line] = []
        self._first = 0  # where the sentence at hand begins
        self._opens = True
        self._paragraph = 0
        self._blank = 0  # line ends with nothing between them

    def cut(self) -> list[Line]:
        words, total = self._tokens.words, len(self._tokens.words)
        done = 0
        cuts = _CUTS | self._dotted
        for at in [at for at, word in enumerate(words) if word in cuts]:
            if at < done:
                continue  # it went with the mark before
            self._go_on(done, at)
            done = at + 1
            if words[at] == "\n":
                self._line_end(at)
            elif words[at] in _ENDERS:
                done = self._ender(at)
            elif words[at] in self._dotted:
                self._abbreviated(at)
            else:
                self._blank = 0
                if at > self._first:
                    self._close(at, at, opens=True)
        self._go_on(done, total)
        if total > self._first:
            self._close(total, total, opens=False)
        return self._lines

    def _go_on(self, first: int, last: int) -> None:
        """Go over words where no sentence ends; the one at hand is cut where it gets too long."""
        if first < last:
            self._blank = 0
            while last - self._first > _LONGEST:
                at = max(first, self._first + _LONGEST)
                self._close(at, at, opens=False)

    def _close(self, last: int, first: int, *, opens: bool) -> None:
        """End the sentence before token `last`; the next one begins at `first`."""
        self._lines.append(_line(self._tokens, self._first, last, self._paragraph, self._opens))
        self._first, self._opens = first, opens

    def _line_end(self, at: int) -> None:
        if at > self._first:
            if _wrapped(self._tokens, self._first, at):
                return
            self._close(at, at, opens=True)
        self._first, self._opens = at + 1, True
        self._blank += 1
        if self._blank > 1:
            self._paragraph += 1
            self._blank = 0

    def _ender(self, at: int) -> int:
        """End the sentence at a mark that may end one; return where the marks that go with it end."""
        words = self._tokens.words
        self._blank = 0
        end = at + 1
        while end < len(words) and (words[end] in _ENDERS or (words[end] in _CLOSERS and not self._opens_quote(end))):
            end += 1
        ordinal = at > 0 and words[at - 1].isdecimal() and end < len(words) and words[end] in self._ordinal_nouns
        if not ordinal and _ends(self._tokens, at, end, self._abbreviations):
            self._close(end, end, opens=False)
        return end

    def _abbreviated(self, at: int) -> None:
        """End the sentence behind an abbreviation where a word follows that begins one."""
        behind, tokens = at + 1, self._tokens
        self._blank = 0
        if behind < len(tokens) and tokens.words[behind] in self._openers and tokens.raw[behind][0].isupper():
            self._close(behind, behind, opens=False)

    def _opens_quote(self, at: int) -> bool:
        """Tell whether a straight quotation mark stands off from what is before it: it opens what follows."""
        tokens = self._tokens
        return tokens.words[at] in _STRAIGHT and tokens.starts[at] > tokens.ends[at - 1]


def _wrapped(tokens: Tokens, first: int, at: int) -> bool:
    """Tell whether the line end at `at` only wraps an item of a list: a few words of it stand on the next line."""
    words = tokens.words
    alone = at - first == 1 and words[first].isdecimal()
    item = alone or _is_item(tokens, first, at) or _counts_next_line(tokens, first, at)
    if not item or words[at - 1] in _ENDERS or words[at - 1] in ",;:" or at + 1 >= len(words):
        return False
    following = tokens.raw[at + 1]
    named = any(char.isdecimal() for char in following) and following[0].isalpha()
    if not (following[0].islower() or named or following in "«„“" or (alone and following[0].isalpha())):
        return False
    end = at + 1
    while end < len(words) and words[end] != "\n" and end - at <= _WRAPPED:
        end += 1
    return end - at <= _WRAPPED and words[end - 1] != ":"


def _is_item(tokens: Tokens, first: int, last: int) -> bool:
    mark = tokens.words[first]
    if mark.isdecimal():
        return last - first > 2 and tokens.words[first + 1] == ")"
    return not mark[0].isalnum() and mark not in _CLOSERS and mark not in "«„(["


def _ends(tokens: Tokens, at: int, end: int, abbreviations: frozenset[str]) -> bool:
    """Tell whether the mark at `at` ends a sentence, given what stands before it and from `end` on."""
    if end >= len(tokens) or tokens.words[end] == "\n":
        return True
    if not tokens.blanks(end):
        return False  # no blank after it: "14.30", "t.me"
    following = tokens.raw[end]
    while following in _OPENERS and end + 1 < len(tokens):
        end += 1
        following = tokens.raw[end]
    begins = following[0].isupper() or following[0].isdecimal() or not following[0].isalnum()
    if not begins:
        return False
    if tokens.words[at] != "." or at == 0:
        return True
    before = tokens.words[at - 1]
    if before in abbreviations:
        return False
    return not (len(before) == 1 and before.isalpha() and tokens.raw[at - 1].isupper())


def _line(tokens: Tokens, first: int, last: int, paragraph: int, opens: bool) -> Line:
    bullet = opens and (_is_item(tokens, first, last) or _counts_next_line(tokens, first, last))
    return Line(first, last, paragraph, opens, bullet, tokens.words[last - 1] == ":")


def _counts_next_line(tokens: Tokens, first: int, last: int) -> bool:
    """Tell whether the line is a number that stands above what it counts, as on a card."""
    return last - first > 2 and tokens.words[first].isdecimal() and tokens.words[first + 1] == "\n"
