"""The Air Force's result cards against the counts that others took from them.

A cell is one count of one row of the labels. It is equal where the claims of the card that belongs to the row give the
same number of the same weapon. Paths roll up: "14 cruise missiles X-101, Kalibr" stands against a row that books all 14
as Kalibr, and "3 reconnaissance drones" against a row that has a column for drones only.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial

from bench.shared import airforce_cards, airforce_labels
from bench.tables import print_table
from vidbiy.lexicon.countries import KYIV
from vidbiy.model import Document, Measure
from vidbiy.reading import Reader

__all__ = ["Comparison", "compare", "run"]

GOAL = 0.99

_COLUMNS = {
    "uav_drones": "weapon.drone",
    "shahed": "weapon.drone.shahed",
    "orlan": "weapon.drone.recon",
    "orion": "weapon.drone.recon",
    "lancet": "weapon.drone.lancet",
    "merlin": "weapon.drone.recon",
    "granat_4": "weapon.drone.recon",
    "zala": "weapon.drone.recon",
    "mohajer_6": "weapon.drone.recon",
    "missiles": "weapon.missile",
    "ballistic_missiles": "weapon.missile.ballistic",
    "missile_kh_31p": "weapon.missile.guided.kh31",
    "cruise_missiles": "weapon.missile.cruise",
    "kh_59_missile": "weapon.missile.guided.kh59",
    "kalibr_missile": "weapon.missile.cruise.kalibr",
    "kinzhal_missile": "weapon.missile.aeroballistic.kinzhal",
    "iskander_m_missile": "weapon.missile.ballistic.iskander_m",
    "iskander_k_missile": "weapon.missile.cruise.iskander_k",
    "fighter_su_30_cm": "weapon.aircraft",
    "fighter_su_34": "weapon.aircraft",
    "fighter_su_35": "weapon.aircraft",
    "fighter_su_24m": "weapon.aircraft",
    "fighter_su_25": "weapon.aircraft",
    "plane_a_50": "weapon.aircraft",
    "plane_il_22": "weapon.aircraft",
    "helicopter": "weapon.helicopter",
    "helicopter_k_52": "weapon.helicopter",
    "helicopter_mi_8": "weapon.helicopter",
}
_STOPPED = frozenset({Measure.SHOT_DOWN, Measure.INTERCEPTED, Measure.SUPPRESSED})
_DATE = re.compile(r"\b(\d\d)\.(\d\d)\.(\d{4}|\d\d)\b")
_WRITTEN = re.compile(r"\b(\d\d) ([а-яі]+) (\d{4})")
_MONTHS = ("січ", "лют", "бер", "кві", "тра", "чер", "лип", "сер", "вер", "жов", "лис", "гру")
_CLOCK = re.compile(r"(?<![\d.])(\d{1,2})[.:](\d\d)(?![\d]|\.\d)")
# What a look at the card shows of a disagreement that stays.
_VERDICTS = {
    "kpszsu-photo-1326": "the label is wrong: it books one Orlan of the three drones that the card names",
}
_RESULT = re.compile("знищено", re.IGNORECASE)  # other cards ask people not to film the air defence


@dataclass(slots=True)
class Row:
    """One row of the labels: its checkpoint and its counts, finer columns summed to the paths that the reader knows."""

    day: date
    clock: str  # "07:00", or empty
    cells: dict[str, int]  # column: count

    @property
    def counts(self) -> Counter[str]:
        counts: Counter[str] = Counter()
        for column, count in self.cells.items():
            counts[_COLUMNS[column]] += count
        return counts


@dataclass(slots=True)
class Card:
    """One card: its text, the days and hours that it names, the last of them its own, and what the reader counts."""

    id: str
    text: str
    days: list[date]
    clocks: list[str]
    counts: Counter[str]

    def is_of(self, row: Row) -> bool:
        """Tell whether the card's own checkpoint is the row's."""
        return self.days[-1] == row.day and (self.clocks[-1:] or [""]) == [row.clock]

    def names(self, row: Row) -> bool:
        """Tell whether the row's checkpoint is one of several that the card sums up."""
        return row.day in self.days and (len(set(self.days)) > 1 or not self.clocks)


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A card and its rows, the cells that no claim gives and the counts that no label gives."""

    card: Card
    rows: list[Row]
    missing: dict[str, int]
    extra: dict[str, int]


@dataclass(slots=True)
class Comparison:
    """How many cells are equal, and every disagreement."""

    cells: int = 0
    equal: int = 0
    extra: int = 0
    disagreements: list[Disagreement] = field(default_factory=list)
    misdated: list[tuple[Row, Card]] = field(default_factory=list)
    without_card: list[Row] = field(default_factory=list)
    without_row: list[Card] = field(default_factory=list)


def settle(labelled: Mapping[str, int], read: Mapping[str, int]) -> tuple[dict[str, int], dict[str, int]]:
    """Return what is left of both sides after all that agree, by path or rolled up, is taken away."""
    left, right = dict(labelled), dict(read)
    for path in [path for path in left if right.get(path) == left[path]]:
        del left[path], right[path]
    for one, other in ((left, right), (right, left)):
        for path in sorted(one, key=len, reverse=True):
            below = _rolled_up(path, one[path], other)
            if below:
                del one[path]
                for finer in below:
                    del other[finer]
    return left, right


def _rolled_up(path: str, count: int, other: Mapping[str, int]) -> list[str]:
    """Return the paths of `other` at or below `path` that together count `count`: one, all below, or all."""
    below = [finer for finer in other if finer.startswith(f"{path}.")]
    same = [path] if path in other else []
    for chosen in ([[finer] for finer in below], [below], [below + same]):
        for paths in chosen:
            if paths and sum(other[finer] for finer in paths) == count:
                return paths
    return []


def compare() -> Comparison:
    """Read every card and hold it against its rows."""
    rows, cards = _rows(), _cards()
    found, misdated = _pair(rows, cards)
    comparison = Comparison(without_card=[row for row in rows if id(row) not in found])
    comparison.misdated = [(row, found[id(row)]) for row in rows if id(row) in misdated]
    for card in cards:
        own = [row for row in rows if found.get(id(row)) is card]
        if own:
            _compare(card, own, comparison)
        elif card.counts:
            comparison.without_row.append(card)
    return comparison


def _compare(card: Card, rows: list[Row], comparison: Comparison) -> None:
    labelled = sum((row.counts for row in rows), Counter[str]())
    missing, extra = settle(labelled, card.counts)
    cells = [_COLUMNS[column] for row in rows for column in row.cells]
    comparison.cells += len(cells)
    comparison.equal += sum(1 for path in cells if path not in missing)
    comparison.extra += len(extra)
    if missing or extra:
        comparison.disagreements.append(Disagreement(card, rows, missing, extra))


def _rows() -> list[Row]:
    rows = []
    for line in airforce_labels():
        cells = {column: int(line[column]) for column in _COLUMNS if line[column]}
        rows.append(Row(date.fromisoformat(line["checkpoint_date"]), line["checkpoint_time"][:5], cells))
    return rows


def _cards() -> list[Card]:
    reader = Reader()
    cards = []
    for record in airforce_cards():
        published = datetime.fromisoformat(record["published"]).replace(tzinfo=KYIV)
        document = Document(id=record["id"], text=record["text"], published=published, source="ua-air-force")
        counts: Counter[str] = Counter()
        for claim in reader.read(document, language="uk").claims:
            if claim.measure in _STOPPED and claim.low is not None:
                counts[claim.subject] += claim.low
        cards.append(Card(record["id"], record["text"], *_checkpoints(record["text"], published), counts))
    return cards


def _checkpoints(text: str, published: datetime) -> tuple[list[date], list[str]]:
    """Return the days and the hours that stand in the head of a card, each in order."""
    days = [
        date(int(year) if len(year) == 4 else 2000 + int(year), int(month), int(day))
        for day, month, year in _DATE.findall(text)
    ] + [date(int(year), _MONTHS.index(month[:3]) + 1, int(day)) for day, month, year in _WRITTEN.findall(text)]
    head = _DATE.sub(" ", re.split("знищено:", text, maxsplit=1, flags=re.IGNORECASE)[0])
    clocks = [f"{int(hour) % 24:02}:{minute}" for hour, minute in _CLOCK.findall(head)]
    return sorted(days) or [published.date()], clocks


def _pair(rows: list[Row], cards: list[Card]) -> tuple[dict[int, Card], set[int]]:
    """Give each row (by its id) its card, and return which rows have a wrong date.

    First the card of the row's day and hour; then one that sums up several days; last, of the cards that no row has,
    one that counts just the same: its row is misdated.
    """
    found: dict[int, Card] = {}
    free = [card for card in cards if _RESULT.search(card.text)]
    own = [(row, card) for row in rows for card in free if card.is_of(row)]
    for row, card in sorted(own, key=lambda pair: _distance(*pair)):
        if id(row) not in found and card in free:
            found[id(row)] = card
            free.remove(card)
    for row in rows:
        near = [card for card in cards if card.names(row) and _RESULT.search(card.text)]
        if id(row) not in found and near:
            found[id(row)] = min(near, key=partial(_distance, row))
    misdated = set()
    rest = [row for row in rows if id(row) not in found]
    alike = [(row, card) for row in rest for card in free if card.counts and not _distance(row, card)]
    for row, card in sorted(alike, key=lambda pair: _apart(*pair)):
        if id(row) not in found and card in free:
            found[id(row)] = card
            free.remove(card)
            misdated.add(id(row))
    return found, misdated


def _apart(row: Row, card: Card) -> tuple[bool, int]:
    """Return how unlike the dates are: another year is likelier than another day."""
    day = card.days[-1]
    return (day.month, day.day) != (row.day.month, row.day.day), abs((day - row.day).days)


def _distance(row: Row, card: Card) -> int:
    missing, extra = settle(row.counts, card.counts)
    return len(missing) + len(extra)


def _words(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{path.removeprefix('weapon.')} {count}" for path, count in counts.items()) or "nothing"


def run() -> None:
    """Print how many cells agree, and each that does not with the text of its card."""
    comparison = compare()
    print_table(
        "Result cards of the Air Force against their labels",
        ("", "count"),
        [
            ("labelled cells of rows that have a card", comparison.cells),
            ("equal", comparison.equal),
            ("share", f"{comparison.equal / comparison.cells:.4f} (goal {GOAL})"),
            ("counts read that no label has", comparison.extra),
            ("rows that bear a wrong date", len(comparison.misdated)),
            ("rows without a card", len(comparison.without_card)),
            ("cards with counts and no row", len(comparison.without_row)),
        ],
    )
    for found in comparison.disagreements:
        when = ", ".join(f"{row.day} {row.clock}".strip() for row in found.rows)
        print(f"\n{when}  labels: {_words(found.missing)}  read: {_words(found.extra)}\n    {_shown(found.card)}")
        print(f"    {_VERDICTS.get(found.card.id, 'the reader is wrong, or nobody has looked yet')}")
    for row, card in comparison.misdated:
        print(f"\n{row.day} {row.clock}  the label has a wrong date: {_words(row.counts)}\n    {_shown(card)}")
    for card in comparison.without_row:
        print(f"\nno row  read: {_words(card.counts)}\n    {_shown(card)}")
    for row in comparison.without_card:
        print(f"\n{row.day} {row.clock}  no card  labels: {_words(row.counts)}")


def _shown(card: Card) -> str:
    lines = (line.strip() for line in card.text.splitlines() if "://" not in line)
    return f"{card.id}: {' / '.join(filter(None, lines))}"
