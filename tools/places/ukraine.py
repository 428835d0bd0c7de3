"""Ukraine's places, from the codifier, from GeoNames and by hand."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any

from tools.places.adjectives import Seats, adjective_of, pl_adjectives, vernacular
from tools.places.curated import commas, curated
from tools.places.geonames import cyrillic, is_quarter, pick_ru, pick_uk
from tools.places.katotth import Unit
from tools.places.rows import Row, Table, slug
from tools.places.russian import ru_adjective, ru_adjectives, ru_from_uk
from tools.places.transcribing import romanise_uk, transcribe_de, transcribe_pl

__all__ = ["Ukraine"]


class Ukraine:
    """Ukraine's places: regions, settlements, raions and hromadas, districts of cities, laid over one another in this order."""

    def __init__(self, units: list[Unit], cities: list[dict[str, Any]], table: Table) -> None:
        self.units = units
        self.cities = cities
        self.table = table
        self.by_code = {unit.code: unit for unit in units}
        self.regions = {row[2]: row[0] for row in curated()["ua_regions"]}
        self.regions |= {"UA01": "UA-43", "UA80": "UA-30", "UA85": "UA-40"}
        self.admin1 = {row[1]: row[0] for row in curated()["ua_regions"]} | {"11": "UA-43"}
        self.renamed = {(row[0], letter, row[2]): (row[3], row[4]) for row in curated()["renamed"] for letter in row[1]}
        self._code_ids: dict[str, str] = {}
        self.seats: Seats

    def ukrainian_regions(self) -> None:
        """The 27 regions."""
        codes = {unit.code[:4]: unit.code for unit in self.units if unit.category in "OK"}
        for place, _, prefix, uk, uk_noun, ru, ru_noun, en, de, pl, pl_noun in curated()["ua_regions"]:
            row = Row(place, "region", "UA", codes[prefix])
            row.add("uk", *(f"{name} область" for name in commas(uk)), *commas(uk_noun))
            row.add("ru", *(f"{name} область" for name in commas(ru)), *commas(ru_noun))
            row.add("en", *(f"{name} oblast" for name in commas(en)))
            row.add("en", f"{romanise_uk(commas(uk)[0])} oblast")
            if uk_noun:
                row.add("en", *(romanise_uk(name) for name in commas(uk_noun)))
            row.add("de", *(f"Gebiet {name}" for name in commas(de)))
            row.add("pl", *(f"obwód {name}" for name in commas(pl)), *commas(pl_noun))
            if place in ("UA-07", "UA-21"):
                row.add("en", *commas(en))
                row.add("de", *commas(de))
            self.table.put(row)
        for place, prefix, names in (
            ("UA-30", "UA80", ("Київ,Київська міська", "Киев,Киевская городская")),
            ("UA-40", "UA85", ("Севастополь", "Севастополь")),
            ("UA-43", "UA01", ("Крим,АР Крим,Автономна Республіка Крим", "Крым,Республика Крым,АР Крым")),
        ):
            row = Row(place, "region", "UA", codes[prefix], 0)
            row.add("uk", *commas(names[0]))
            row.add("ru", *commas(names[1]))
            self.table.put(row)
        self.table.rows["UA-30"].population = 2_950_000

    def region_of(self, code: str) -> str:
        """The region id of a KATOTTH code."""
        return self.regions[code[:4]]

    def _now(self, region: str, letter: str, name: str) -> tuple[str, str | None, str | None]:
        """The present name, its Russian form if known, and the former name."""
        hit = self.renamed.get((region, letter, name))
        return (name, None, None) if hit is None else (hit[0], hit[1], name)

    def ukrainian_settlements(self) -> None:
        """Cities of KATOTTH, then every other settlement of GeoNames."""
        found: dict[tuple[str, str], dict[str, Any]] = {}
        named: list[tuple[str, str, dict[str, Any]]] = []
        skip = {(row[0], row[1]) for row in curated()["not_settlements"]}
        lawful = {(row[0], row[1]): row[2] for row in curated()["misspelt"]}
        for city in self.cities:
            region = self.admin1.get(city["admin1code"]) if city["countrycode"] == "UA" else None
            if region is None or (city["name"], city["admin1code"]) in skip:
                continue
            for name in (*cyrillic(city["alternatenames"]), slug(city["name"])):
                held = found.get((region, name))
                if held is None or held["population"] < city["population"]:
                    found[region, name] = city
            uk = pick_uk(city)
            if uk is not None and not is_quarter(uk):
                named.append((region, lawful.get((region, uk), uk), city))
        taken = set()
        for unit in (unit for unit in self.units if unit.category == "M"):
            region = self.region_of(unit.code)
            name, ru, old = self._now(region, "c", unit.name)
            keys = (name, unit.name, ru_from_uk(unit.name), slug(romanise_uk(unit.name)))
            known = next((found[region, key] for key in keys if (region, key) in found), None)
            if known is not None:
                taken.add(known["geonameid"])
            self._settlement(region, "city", name, known, code=unit.code, ru=ru, old=old)
        for region, uk, city in named:
            if city["geonameid"] not in taken:
                name, ru, old = self._now(region, "c", uk)
                self._settlement(region, "settlement", name, city, ru=ru, old=old)

    def _settlement(
        self,
        region: str,
        kind: str,
        uk: str,
        city: dict[str, Any] | None,
        *,
        code: str = "",
        ru: str | None = None,
        old: str | None = None,
    ) -> Row:
        expected = ru_from_uk(uk)
        if ru is None:
            ru = (pick_ru(city, expected) if city else None) or expected
        population = city["population"] if city else 0
        row = Row(f"{region}.{slug(romanise_uk(uk))}", kind, region, code, population)
        row.add("uk", uk)
        row.add("ru", ru, ru.replace("ё", "е"))
        row.add("en", romanise_uk(uk))
        row.add("de", transcribe_de(uk))
        row.add("pl", transcribe_pl(uk))
        if old is not None:
            old_ru = (pick_ru(city, ru_from_uk(old)) if city else None) or ru_from_uk(old)
            row.add("uk", old)
            row.add("ru", old_ru)
            row.add("en", romanise_uk(old))
            row.add("de", transcribe_de(old))
            row.add("pl", transcribe_pl(old))
        return self.table.put(row)

    def divisions(self) -> None:
        """Raions and hromadas, and which of them a city lies in."""
        names: dict[str, list[str]] = defaultdict(list)
        for row in self.table.rows.values():
            if row.kind in ("city", "settlement"):
                names[row.id.split(".")[0]].extend(row.names["uk"])
        self.seats = Seats(names)
        for category, kind in (("P", "raion"), ("H", "hromada")):
            units = [unit for unit in self.units if unit.category == category]
            self._twins = self._second_of_a_name(units) if kind == "hromada" else set()
            for unit in units:
                self._division(unit, kind)
        for unit in (unit for unit in self.units if unit.category == "M"):
            region = self.region_of(unit.code)
            parent = self._ids.get(unit.parent)
            settlement = self.table.rows.get(f"{region}.{slug(romanise_uk(self._now(region, 'c', unit.name)[0]))}")
            if settlement is not None and parent is not None:
                settlement.parent = parent

    def _second_of_a_name(self, units: list[Unit]) -> set[str]:
        """Return the codes of hromadas that share their name with another of their region; the one with a city is first."""
        cities = {unit.parent for unit in self.units if unit.category == "M"}
        named: dict[str, list[Unit]] = defaultdict(list)
        for unit in units:
            region = self.region_of(unit.code)
            if not region.startswith("UA-43"):
                seat = self._now(region, "h", self.seats.find(unit.name, region))[0]
                named[f"{region}.{slug(romanise_uk(seat))}"].append(unit)
        first_last = (sorted(twins, key=lambda unit: unit.code not in cities) for twins in named.values())
        return {unit.code for twins in first_last for unit in twins[1:]}

    @property
    def _ids(self) -> dict[str, str]:
        return {row.katotth: row.id for row in self.table.rows.values() if row.katotth}

    def _division(self, unit: Unit, kind: str) -> None:
        region = self.region_of(unit.code)
        letter = kind[0]
        old_seat = self.seats.find(unit.name, region)
        seat, seat_ru, former = self._now(region, letter, old_seat)
        adjective = unit.name if former is None else adjective_of(seat, feminine=kind == "hromada")
        parent = self._code_ids.get(unit.parent, region) if kind == "hromada" else region
        place = f"{region}.{slug(romanise_uk(seat))}-{kind}"
        if unit.code in self._twins:
            place = f"{region}.{slug(romanise_uk(seat))}-{parent.partition('.')[2].removesuffix('-raion')}-{kind}"
        word_uk, word_ru = ("район", "район") if kind == "raion" else ("громада", "громада")
        row = Row(place, kind, parent, unit.code)
        settlement = self.table.rows.get(f"{region}.{slug(romanise_uk(seat))}")
        ru_seat = seat_ru or (settlement.names["ru"][0] if settlement else ru_from_uk(seat))
        row.add("uk", f"{adjective} {word_uk}")
        row.add("ru", *(f"{made} {word_ru}" for made in ru_adjectives(adjective, seat, ru_seat)))
        row.add("en", f"{romanise_uk(seat)} {kind}", f"{romanise_uk(adjective)} {kind}")
        if kind == "raion":
            row.add("uk", vernacular(adjective), *([] if former is None else [vernacular(unit.name)]))
            row.add("ru", vernacular(ru_adjective(adjective, seat, ru_seat)))
            row.add("de", f"Rajon {((settlement.names['de'] if settlement else None) or [transcribe_de(seat)])[0]}")
            known = (self.table.rows[region].names["uk"] or [""])[0].startswith(f"{adjective[:-2]}а ")
            polish = (
                [name for name in self.table.rows[region].names["pl"] if name.startswith("obwód ")] if known else []
            )
            spoken = [f"rejon {name}" for name in pl_adjectives(adjective)]
            row.add("pl", *(name.replace("obwód", "rejon") for name in polish), *spoken)
        else:
            row.add("pl", *(f"hromada {name}" for name in pl_adjectives(adjective)))
        if former is not None:
            row.add("uk", f"{unit.name} {word_uk}")
            row.add("ru", f"{ru_adjective(unit.name, old_seat, ru_from_uk(old_seat))} {word_ru}")
            row.add("en", f"{romanise_uk(old_seat)} {kind}", f"{romanise_uk(unit.name)} {kind}")
        held = self.table.put(row)
        self._code_ids[unit.code] = held.id

    def districts(self) -> None:
        """City districts, under their present and former names."""
        ids = self._ids
        renames = {
            (row[0], row[1], row[2].split("=")[1]): (row[2].split("=")[0], row[3])
            for row in curated()["ua_districts_renamed"]
        }
        older = {(row[0], row[1], row[2].split("=")[0]): row[2].split("=")[1] for row in curated()["ua_districts_old"]}
        for unit in (unit for unit in self.units if unit.category == "B"):
            region = self.region_of(unit.code)
            city = self.by_code[unit.parent].name
            new, ru = renames.get((region, city, unit.name), (unit.name, ru_from_uk(unit.name)))
            former: list[tuple[str, str]] = [] if new == unit.name else [(unit.name, ru_from_uk(unit.name))]
            pair = older.get((region, city, unit.name))
            if pair is not None:
                old_uk, old_ru = pair.split("/")
                former.append((old_uk, old_ru))
            self._district(region, ids.get(unit.parent, region), new, ru, former, unit.code)

    def _district(
        self, region: str, parent: str, uk: str, ru: str, former: list[tuple[str, str]], code: str = ""
    ) -> None:
        row = Row(f"{region}.{slug(romanise_uk(uk))}", "district", parent, code)
        for name, russian in [(uk, ru), *former]:
            row.add("uk", f"{name} район")
            row.add("ru", f"{russian} район")
            row.add("en", f"{romanise_uk(name)} district")
            row.add("de", f"Stadtbezirk {transcribe_de(name)}")
            row.add("pl", *(f"rejon {spoken}" for spoken in pl_adjectives(name)))
        held = self.table.rows.get(row.id)
        if held is not None and held.kind == "settlement":
            del self.table.rows[row.id]
        elif held is not None and held.parent != parent:
            held.parent = region
        self.table.put(row)

    def ukrainian_extras(self) -> None:
        """Quarters of cities and places that GeoNames lacks."""
        for region, kind, city, pair in curated()["ua_extra"]:
            uk, ru = pair.split("=")
            parent = f"{region}.{slug(romanise_uk(city))}" if city else region
            if kind == "district" and re.search("(ий)$", uk):
                self._district(region, parent, uk, ru, [])
                continue
            row = Row(f"{region}.{slug(romanise_uk(uk))}", kind, parent)
            row.add("uk", uk)
            row.add("ru", ru, ru.replace("ё", "е"))
            row.add("en", romanise_uk(uk))
            row.add("de", transcribe_de(uk))
            row.add("pl", transcribe_pl(uk))
            held = self.table.put(row)
            held.kind, held.parent = (kind, parent) if kind == "district" else (held.kind, held.parent)
