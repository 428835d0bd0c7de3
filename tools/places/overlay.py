"""What is laid over the rows by hand: spellings that no rule gives, former names, landmarks."""

from __future__ import annotations

from tools.places.curated import commas, curated
from tools.places.rows import Row, Table, slug
from tools.places.transcribing import romanise_ru, romanise_uk, transcribe_de, transcribe_pl

__all__ = ["landmarks", "quarters", "sizes", "spoken_districts", "towns"]


def towns(table: Table) -> None:
    """Lay the spellings that no rule gives over the rows."""
    for region, uk, ru, en, de, pl in curated()["towns"]:
        name = commas(uk)[0]
        russian = region.startswith("RU")
        local = slug(romanise_ru(commas(ru)[0])) if russian else slug(romanise_uk(name))
        place = (
            region
            if region in ("UA-30", "UA-40", "UA-43") and name in ("Київ", "Севастополь", "Крим")
            else f"{region}.{local}"
        )
        row = table.rows.get(place) or table.put(Row(place, "city" if russian else "settlement", region))
        row.add("uk", *commas(uk), first=True)
        row.add("ru", *commas(ru), first=True)
        if not russian and place != "UA-43":
            row.add("en", romanise_uk(name), first=True)
        row.add("en", *commas(en), first=russian)
        row.add("de", *commas(de), first=True)
        row.add("pl", *commas(pl), first=True)
    for region, new, uk, ru in curated()["old_names"]:
        row = table.rows[f"{region}.{slug(romanise_uk(new))}"]
        row.add("uk", uk)
        row.add("ru", ru, ru.replace("ё", "е"))
        row.add("en", romanise_uk(uk), romanise_ru(ru))
        row.add("de", transcribe_de(uk))
        row.add("pl", transcribe_pl(uk))


def spoken_districts(table: Table) -> None:
    """What the press of other languages calls districts, beside the transcribed names."""
    for place, language, name in curated()["spoken_districts"]:
        table.rows[place].add(language, name)


def landmarks(table: Table) -> None:
    """Buildings that are named for the city that they stand in."""
    for place, language, names in curated()["landmarks"]:
        table.rows[place].add(language, *commas(names))


def quarters(table: Table) -> None:
    """Quarters of cities abroad that reports name."""
    for place, parent, *names in curated()["quarters"]:
        row = table.put(Row(place, "district", parent))
        for language, name in zip(("uk", "ru", "en", "de", "pl"), names, strict=True):
            row.add(language, name)


def sizes(table: Table) -> None:
    """Give quarters the number of people that puts them before villages of their name."""
    for place, number in curated()["sizes"]:
        table.rows[place].population = int(number)
