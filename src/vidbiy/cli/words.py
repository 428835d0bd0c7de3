"""A claim in words: what is claimed, how many, where, who says so, when. For people; programs read the JSON."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import cache

from vidbiy.lexicon.places import Gazetteer
from vidbiy.model import Claim, Modality, TimePrecision

__all__ = ["NOTHING", "amount", "place", "speaker", "time", "what"]

NOTHING = "–"

_MEASURES = {
    "alert_duration": "alert or attack lasted",
    "debris_locations": "debris fell",
    "hit_locations": "places hit",
    "in_air": "still in the air",
    "left_airspace": "left the airspace",
    "target": "main target",
    "without_power": "without power",
}
# The measure alone says what is counted.
_IMPLIED = {"alert", "area.location", "area.target", "statement"}
_SUBJECTS = {
    "area.district": "districts",
    "area.location": "places",
    "area.region": "regions",
    "area.settlement": "settlements",
    "customer": "customers",
    "object": "objects",
    "object.building": "buildings",
    "object.train": "trains",
    "object.vehicle": "vehicles",
    "person": "people",
    "person.child": "children",
    "person.medic": "medics",
    "person.military": "soldiers",
    "person.police": "police",
    "person.rail_worker": "rail workers",
    "person.rescuer": "rescuers",
    "service.air": "air traffic",
    "service.health": "health care",
    "service.heat": "heating",
    "service.power": "power",
    "service.rail": "rail traffic",
    "service.telecom": "telecoms",
    "service.transit": "public transport",
    "service.water": "water",
    "site": "sites",
    "site.commercial": "commercial premises",
    "site.education": "schools",
    "site.energy": "energy facilities",
    "site.industrial": "industrial facilities",
    "site.medical": "medical facilities",
    "site.office": "offices",
    "site.port": "port facilities",
    "site.rail": "railway",
    "site.residential": "homes",
    "site.warehouse": "warehouses",
    "site.water": "waterworks",
    "weapon": "weapons",
    "weapon.aircraft": "aircraft",
    "weapon.bomb": "guided bombs",
    "weapon.drone": "drones",
    "weapon.drone.decoy": "decoy drones",
    "weapon.drone.jet": "jet drones",
    "weapon.drone.lancet": "Lancet drones",
    "weapon.drone.recon": "reconnaissance drones",
    "weapon.drone.shahed": "Shahed drones",
    "weapon.helicopter": "helicopters",
    "weapon.missile": "missiles",
    "weapon.missile.aeroballistic": "aeroballistic missiles",
    "weapon.missile.aeroballistic.kinzhal": "Kinzhal missiles",
    "weapon.missile.antiair": "anti-aircraft missiles",
    "weapon.missile.antiair.s300": "S-300 missiles",
    "weapon.missile.antiship": "anti-ship missiles",
    "weapon.missile.antiship.oniks": "Oniks missiles",
    "weapon.missile.antiship.zircon": "Zircon missiles",
    "weapon.missile.ballistic": "ballistic missiles",
    "weapon.missile.ballistic.iskander_m": "Iskander-M missiles",
    "weapon.missile.cruise": "cruise missiles",
    "weapon.missile.cruise.iskander_k": "Iskander-K missiles",
    "weapon.missile.cruise.kalibr": "Kalibr missiles",
    "weapon.missile.cruise.kh101": "Kh-101 missiles",
    "weapon.missile.cruise.kh22": "Kh-22 missiles",
    "weapon.missile.guided": "guided missiles",
    "weapon.missile.guided.kh31": "Kh-31 missiles",
    "weapon.missile.guided.kh59": "Kh-59 missiles",
}
_TIMES = {
    TimePrecision.MINUTE: "%Y-%m-%d %H:%M",
    TimePrecision.HOUR: "%Y-%m-%d %H h",
    TimePrecision.DAY: "%Y-%m-%d",
    TimePrecision.MONTH: "%Y-%m",
    TimePrecision.OPEN: "since %Y-%m-%d",
}


def what(claim: Claim) -> str:
    """Return the measure and the subject: "shot down: drones", "disrupted: trains, delayed"."""
    measure = _MEASURES.get(claim.measure.value, claim.measure.value.replace("_", " "))
    words = measure if claim.subject in _IMPLIED else f"{measure}: {_subject(claim.subject)}"
    if claim.effect is not None:
        words += f", {claim.effect.value}"
    if claim.modality is not Modality.STATED:
        words += f" ({claim.modality.value})"
    return words


def _subject(path: str) -> str:
    """Return a path in words; of one without words of its own, its last step."""
    step = path.rpartition(".")[2].replace("_", " ")
    return _SUBJECTS.get(path, f"{step} sites" if path.startswith("site.") else step)


def amount(claim: Claim) -> str:
    """Return the quantity as one reads it: 539, ≥ 8, ≤ 17, ≈ 60, 3–5, 6 of 10, ≥ 8 h."""
    number = _interval(claim.low, claim.high)
    if number == NOTHING:
        return number
    if claim.approx:
        number = f"≈ {number}"
    if claim.of is not None:
        number += f" of {claim.of}"
    return f"{number} {claim.unit}" if claim.unit != "1" else number


def _interval(low: int | None, high: int | None) -> str:
    if low == high:
        return NOTHING if low is None else str(low)
    if high is None:
        return f"≥ {low}"
    return f"{low}–{high}" if low else f"≤ {high}"


@cache
def _gazetteer() -> Gazetteer:
    return Gazetteer.load(("en",))


def place(claim: Claim) -> str:
    """Return the place with the region that it lies in: "Holosiivskyi district, Kyiv"."""
    if claim.place is None:
        return NOTHING
    region, dot, _ = claim.place.partition(".")
    return f"{_place_name(claim.place)}, {_place_name(region)}" if dot else _place_name(region)


@cache
def _place_name(id: str) -> str:
    found = _gazetteer().get(id)
    return id if found is None else found.name("en")


def speaker(claim: Claim) -> str:
    """Return who asserts it; nothing where the document does so in its own voice."""
    return NOTHING if claim.speaker is None else claim.speaker


def time(claim: Claim) -> str:
    """Return the time, as exactly as the text gives it; a night is named by its morning."""
    if claim.time_precision is TimePrecision.OPEN and claim.start is None:
        return NOTHING if claim.end is None else f"until {claim.end:%Y-%m-%d}"
    first = claim.end if claim.start is None else claim.start
    if first is None:
        return NOTHING
    if claim.time_precision is TimePrecision.NIGHT:
        return f"night {first if claim.end is None else claim.end:%Y-%m-%d}"
    form = _TIMES[claim.time_precision]
    shown = first.strftime(form)
    last = _last_moment(claim)
    if last is None or last.strftime(form) == shown:
        return shown
    return f"{shown} to {last.strftime(form)}"


def _last_moment(claim: Claim) -> datetime | None:
    """Return the last moment of a period whose length matters: one of days or months."""
    if claim.end is None or claim.time_precision not in {TimePrecision.DAY, TimePrecision.MONTH}:
        return None
    return claim.end - timedelta(seconds=1)  # a day may end at the midnight that begins the next
