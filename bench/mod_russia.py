"""The posts of the Russian defence ministry: totals and their regions, and posts about something else.

The texts are cut at about 400 characters. In a text that is not, what fell over each region must add up to the total.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from bench.shared import mod_russia_posts
from bench.tables import print_table
from vidbiy.model import Claim, Document, Measure
from vidbiy.reading import Reader

__all__ = ["Report", "measure", "run"]

# A text this long may have been cut; the ministry's own footer shows that it was not.
_CUT = 395
_FOOTER = re.compile(r"\[Минобороны России\]|\[Подписаться на канал\]|#Оперативно|\[М\w+ в МАХ\]")
_STOPPED = frozenset({Measure.SHOT_DOWN, Measure.INTERCEPTED, Measure.SUPPRESSED})
# What tells of an air attack: air defence, a raid, the sky over a place; the front line has drones and missiles too.
_AIR_DEFENCE = re.compile(
    r"\b(?:ПВО|противовоздушн|зенит|ЗРК|ЗРПК|перехвачен|сбит|над (?:территори|акватори|\w+ област)|в небе"
    r"|террористическ\w+ (?:атак|удар)|попытк\w+ (?:атаковать|атаки)|безэкипажн)",
    re.IGNORECASE,
)
_WEAPON = re.compile(
    r"БПЛА|беспилот|дрон|ракет|снаряд|аэростат|катер|самол[её]т|вертол[её]т|Град|HIMARS|ATACMS|Storm|цел[ьейяи]",
    re.IGNORECASE,
)
# "уничтожены 14 БПЛА: по шесть – над …, два – над …": a total, then two or more items with a place each.
_NUMBER = (
    r"(?:\d+|один|одного|одному|одна|одну|дв[ае]|двум?|тр[иём]+|четыре|пят\w+|шест\w+|сем\w+|вос\w+|девят\w+"
    r"|\w+надцать|двадцать\w*)"
)
_ITEM = re.compile(rf"{_NUMBER}\**\s*(?:–|-|—|БПЛА|БпЛА|беспилот\w+[^:.]{{0,40}}?)[^.:]{{0,40}}?над", re.IGNORECASE)
# A total stands before a colon, what it falls into behind it.
_TOTAL = re.compile(rf"{_NUMBER}\b[^.:]*:", re.IGNORECASE)
_NESTED = "в том числе"
_NEAR = 20
_SAMPLE = 15


@dataclass(frozen=True, slots=True)
class Report:
    """One post and its claims."""

    number: int
    published: str
    text: str
    claims: tuple[Claim, ...]

    @property
    def stopped(self) -> list[Claim]:
        return [claim for claim in self.claims if claim.measure in _STOPPED and claim.low is not None]

    @property
    def is_whole(self) -> bool:
        return len(self.text) < _CUT or _FOOTER.search(self.text) is not None

    def adds_up(self) -> bool:
        """Tell whether the counts behind the total, those that only single out some of another apart, sum to it."""
        counted = sorted(self.stopped, key=lambda claim: claim.span[1])
        total = max((claim.low or 0 for claim in counted), default=0)
        left = total
        for claim in counted[1:]:
            if not self._is_nested(claim):
                left -= claim.low or 0
            if left <= 0:
                break
        return len(counted) > 1 and counted[0].low == total and left == 0

    def _is_nested(self, claim: Claim) -> bool:
        """Tell whether the claim singles out some of what the claim before it counts ("в том числе 2, летевших …")."""
        return claim.rule == "count.part" or _NESTED in self.text[max(0, claim.span[0] - _NEAR) : claim.span[0]].lower()


@dataclass(slots=True)
class Result:
    """What the posts gave."""

    night: int = 0  # reports with a total and a list of regions
    both: int = 0
    whole: int = 0
    sums: int = 0
    without_both: list[Report] = field(default_factory=list)
    unequal: list[Report] = field(default_factory=list)
    other: int = 0
    claiming: list[Report] = field(default_factory=list)


def measure() -> Result:
    """Read all posts."""
    reader = Reader()
    result = Result()
    for number, post in enumerate(mod_russia_posts()):
        time = datetime.fromisoformat(post["published"]).replace(tzinfo=ZoneInfo("Europe/Moscow"))
        document = Document(id=str(number), text=post["text"], published=time, source="ru-mod")
        report = Report(number, post["published"], post["text"], reader.read(document, language="ru").claims)
        if _is_list(post["text"]):
            _count_list(report, result)
        elif not (_AIR_DEFENCE.search(post["text"]) and _WEAPON.search(post["text"])):
            result.other += 1
            if report.claims:
                result.claiming.append(report)
    return result


def _is_list(text: str) -> bool:
    """Tell whether the text is a report of what was stopped, with a total and a list of regions."""
    total = _TOTAL.search(text)
    return "дежурными средствами" in text.lower() and total is not None and len(_ITEM.findall(text, total.end())) > 1


def _count_list(report: Report, result: Result) -> None:
    result.night += 1
    total = max(report.stopped, key=lambda claim: claim.low or 0, default=None)
    # A sea has no place of its own.
    places = [claim for claim in report.stopped if claim is not total and claim.place != "RU"]
    if total is None or not places:
        result.without_both.append(report)
        return
    result.both += 1
    if report.is_whole:
        result.whole += 1
        if report.adds_up():
            result.sums += 1
        else:
            result.unequal.append(report)


def run() -> None:
    """Print the counts, and every post that does not add up."""
    result = measure()
    print_table(
        "Posts of the Russian defence ministry",
        ("", "posts"),
        [
            ("with a total and a list of regions", result.night),
            ("  that give both", result.both),
            ("  not cut", result.whole),
            ("  where the regions add up to the total", result.sums),
            ("with nothing about air defence", result.other),
            ("  that give claims", len(result.claiming)),
        ],
    )
    for title, reports in (("NOT BOTH", result.without_both), ("DOES NOT ADD UP", result.unequal)):
        for report in reports:
            _show(title, report)
    claiming = result.claiming
    for report in sorted(random.Random(1).sample(claiming, min(_SAMPLE, len(claiming))), key=lambda one: one.number):
        _show("CLAIMS", report)


def _show(title: str, report: Report) -> None:
    print(f"\n{title} {report.number} {report.published}: {' '.join(report.text.split())}")
    for claim in report.claims:
        print(
            f"    {claim.measure} {claim.subject} {claim.low}..{claim.high} {claim.place} ({claim.rule}) {claim.quote}"
        )
