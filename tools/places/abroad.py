"""Places outside Ukraine: countries and seas, Russia, Poland, the other neighbours."""

from __future__ import annotations

import re
from typing import Any

from tools.places.curated import commas, curated, words
from tools.places.geonames import cyrillic, leaning, likeness
from tools.places.rows import LANGUAGES, Row, Table, slug
from tools.places.russian import uk_from_ru
from tools.places.transcribing import romanise_ru, transcribe_ru_de, transcribe_ru_pl

__all__ = ["countries", "neighbours", "poland", "russia"]

BORDER_REGIONS = frozenset({"RU-BEL", "RU-KRS", "RU-BRY", "RU-VOR", "RU-ROS", "RU-KDA"})
CITY_STATES = frozenset({"RU-MOW", "RU-SPE"})
POPULATION_ABROAD = 15_000
# The regions of Russia that drones reach often, and from what size on their towns are in the table.
REACHED_REGIONS = frozenset(
    f"RU-{code}" for code in words("LEN PSK NGR TVE SMO KLU TUL ORL LIP TAM RYA MOS VLA SAR SAM VGG AST NIZ AD STA")
)
POPULATION_REACHED = 5_000
POPULATION_POLAND = 50_000
# The regions of Poland that drones stray to, and from what size on their towns are in the table.
POLISH_BORDER, POPULATION_BORDER = frozenset({"PL-LU", "PL-PK", "PL-PD"}), 8_000
# "Коломьна", "Томьскъ": as chronicles write it.
_OLD = re.compile("[ъь](?=[бвгджзклмнпрстфхцчшщ])|ъ$")
_SURNAME = re.compile("(ов|ев|ёв|ин|ын)$")
Cities = list[dict[str, Any]]
POLISH_REGIONS = dict(
    zip(
        (str(code) for code in range(72, 88)),
        words("DS KP LD LU LB MA MZ OP PK PD PM SL SK WN WP ZP"),
        strict=True,
    )
)


def countries(table: Table) -> None:
    """Countries and seas, all by hand."""
    for key, kind in (("countries", "country"), ("seas", "sea")):
        for place, *names in curated()[key]:
            row = Row(place, kind, "")
            for language, text in zip(LANGUAGES, names, strict=True):
                row.add(language, *commas(text))
            table.put(row)


def russia(table: Table, cities: Cities) -> None:
    """Russia's regions, towns, border raions and villages."""
    admin1 = {}
    for place, code, ru, uk, en, de, pl in curated()["ru_regions"]:
        admin1[code] = place
        row = Row(place, "region", "RU")
        row.add("ru", *commas(ru))
        row.add("uk", *commas(uk))
        bound = bool(re.search(r"(область|край|округ)(,|$)", ru))
        for name in commas(en):
            row.add("en", name.rstrip("!") if name.endswith("!") or not bound else f"{name} region")
        for name in commas(de):
            row.add("de", name.rstrip("!") if name.endswith("!") or not bound else f"Gebiet {name}")
        row.add("pl", *(name.rstrip("!") if name.endswith("!") else f"obwód {name}" for name in commas(pl)))
        if place in CITY_STATES:
            row.population = 10_000_000
        table.put(row)
    _russian_towns(table, cities, admin1)
    _russian_raions(table)


def _russian_towns(table: Table, cities: Cities, admin1: dict[str, str]) -> None:
    for city in cities:
        region = admin1.get(city["admin1code"]) if city["countrycode"] == "RU" else None
        if region is None or region in CITY_STATES:
            continue
        smallest = POPULATION_REACHED if region in REACHED_REGIONS else POPULATION_ABROAD
        if region in BORDER_REGIONS or city["population"] >= smallest:
            _russian(table, region, city)


def _russian_raions(table: Table) -> None:
    for region, text in curated()["ru_raions"]:
        for pair in commas(text):
            adjective, seat = pair.split("=")
            row = Row(f"{region}.{slug(romanise_ru(seat))}-raion", "raion", region)
            row.add("ru", f"{adjective} район", f"{adjective} округ")
            row.add("uk", f"{uk_from_ru(adjective)} район", f"{uk_from_ru(adjective)} округ")
            row.add("en", f"{romanise_ru(seat)} district", f"{romanise_ru(adjective)} district")
            table.put(row)
    for region, kind_of, text in curated()["ru_extra"]:
        kind, _, city = kind_of.partition(":")
        for name in commas(text):
            row = Row(f"{region}.{slug(romanise_ru(name))}", kind, f"{region}.{city}" if city else region)
            suffix = " район" if kind == "district" else ""
            row.add("ru", name + suffix)
            row.add("uk", uk_from_ru(name) + suffix)
            row.add("en", romanise_ru(name) + (" district" if suffix else ""))
            if not suffix:
                row.add("de", transcribe_ru_de(name))
                row.add("pl", transcribe_ru_pl(name))
            table.put(row)


def _russian(table: Table, region: str, city: dict[str, Any]) -> None:
    options = [name for name in cyrillic(city["alternatenames"]) if not re.search("[іїєґ]|ськ|цьк", name)]
    target = slug(city["name"])
    ru = max(
        options,
        key=lambda name: (likeness(slug(romanise_ru(name)), target) + name.count("ё") / 3, not _OLD.search(name), name),
        default=None,
    )
    if ru is None or likeness(slug(romanise_ru(ru)), target) < 0.7 or "балһсн" in ru:
        return
    small = region in REACHED_REGIONS and city["population"] < POPULATION_ABROAD
    if small and (_SURNAME.search(ru) or any(f"{ru} район" in row.names["ru"] for row in table.rows.values())):
        return  # "Демидов" is rather a mayor, "Киевский" the district of a city
    kind = "city" if city["population"] >= POPULATION_ABROAD else "settlement"
    row = Row(f"{region}.{slug(romanise_ru(ru))}", kind, region, "", city["population"])
    row.add("ru", ru, ru.replace("ё", "е"))
    expected = uk_from_ru(ru)
    ukrainian = [name for name in cyrillic(city["alternatenames"]) if leaning(name) > 0]
    near = max(ukrainian, key=lambda name: (likeness(name, expected), name), default=None)
    row.add("uk", near if near is not None and likeness(near, expected) > 0.75 else expected)
    row.add("en", romanise_ru(ru))
    if re.fullmatch(r"[A-Za-z -]+", city["name"]):
        row.add("en", city["name"])
    row.add("de", transcribe_ru_de(ru))
    polish = transcribe_ru_pl(ru)
    row.add("pl", polish, re.sub("nsk$", "ńsk", polish))  # "Wotkińsk"
    table.put(row)


def poland(table: Table, cities: Cities) -> None:
    """Poland's cities, and the towns of its border regions."""
    skip = {(row[0], row[1]) for row in curated()["not_settlements"]}
    for city in cities:
        if city["countrycode"] != "PL" or (city["name"], city["admin1code"]) in skip:
            continue
        region = f"PL-{POLISH_REGIONS[city['admin1code']]}"
        if city["population"] < (POPULATION_BORDER if region in POLISH_BORDER else POPULATION_POLAND):
            continue
        row = Row(f"{region}.{slug(city['name'])}", "city", region, "", city["population"])
        row.add("pl", city["name"])
        row.add("en", city["name"])
        row.add("de", city["name"])
        spelt = cyrillic(city["alternatenames"])
        if city["population"] < POPULATION_POLAND:
            spelt = []  # in Ukrainian many are called like a town of Ukraine
        row.add("uk", *[name for name in spelt if leaning(name) > 0][:1])
        row.add("ru", *[name for name in spelt if leaning(name) < 0][:1])
        if not row.names["uk"] and spelt:
            row.add("uk", spelt[0])
        table.put(row)


def neighbours(table: Table) -> None:
    """Regions and places of the other neighbours."""
    for place, kind, parent, *names in curated()["abroad"]:
        row = Row(place, kind, parent)
        if place in table.rows:
            table.rows[place].names.clear()
        for language, text in zip(LANGUAGES, names, strict=True):
            row.add(language, *commas(text))
        table.put(row)
