"""The gazetteer finds the places of a text, in the forms that texts have."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from vidbiy.lexicon.places import Gazetteer, PlaceMatch

LANGUAGES = ("uk", "ru", "en", "de", "pl")
_TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[^\w\s]|\d+")


@pytest.fixture(scope="module")
def places() -> Gazetteer:
    return Gazetteer.load(LANGUAGES)


def found(places: Gazetteer, text: str) -> list[tuple[str, PlaceMatch]]:
    """All matches in a text, left to right, each with its words."""
    tokens = _TOKEN.findall(text)
    matches = []
    at = 0
    while at < len(tokens):
        match = places.match(tokens, at)
        if match is None:
            at += 1
            continue
        matches.append((" ".join(tokens[at : at + match.length]), match))
        at += match.length
    return matches


def ids(places: Gazetteer, text: str) -> list[str]:
    """The likeliest id of each match."""
    return [match.candidates[0].id for _, match in found(places, text)]


REGIONS = {
    "UA-05": "Вінницьк", "UA-07": "Волинськ", "UA-09": "Луганськ", "UA-12": "Дніпропетровськ", "UA-14": "Донецьк",
    "UA-18": "Житомирськ", "UA-21": "Закарпатськ", "UA-23": "Запорізьк", "UA-26": "Івано-Франківськ",
    "UA-32": "Київськ",
    "UA-35": "Кіровоградськ", "UA-46": "Львівськ", "UA-48": "Миколаївськ", "UA-51": "Одеськ", "UA-53": "Полтавськ",
    "UA-56": "Рівненськ", "UA-59": "Сумськ", "UA-61": "Тернопільськ", "UA-63": "Харківськ", "UA-65": "Херсонськ",
    "UA-68": "Хмельницьк", "UA-71": "Черкаськ", "UA-74": "Чернігівськ", "UA-77": "Чернівецьк",
}  # fmt: skip


@pytest.mark.parametrize("place", REGIONS)
@pytest.mark.parametrize("form", ["а область", "ої області", "ій області", "у область", "ою областю", "ої обл."])
def test_each_oblast_is_found_in_each_case(places: Gazetteer, place: str, form: str) -> None:
    ((_, match),) = found(places, REGIONS[place] + form)
    assert [candidate.id for candidate in match.candidates] == [place]
    assert match.adjective
    assert match.unit


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("на Київщині", "UA-32"), ("Дніпропетровщиною", "UA-12"), ("Сумщини", "UA-59"), ("на Черкащину", "UA-71"),
        ("на Київщина", "UA-32"), ("на Волині", "UA-07"), ("Закарпаття", "UA-21"), ("у Криму", "UA-43"),
        ("в Киевской области", "UA-32"), ("Одесчины", "UA-51"), ("в Крыму", "UA-43"), ("Харьковщину", "UA-63"),
        ("Kyiv region", "UA-32"), ("Odesa Oblast", "UA-51"), ("the Odessa region", "UA-51"), ("Crimea", "UA-43"),
        ("region Kyiv", "UA-32"), ("Zaporizhzhia oblast", "UA-23"), ("Dnipropetrovsk region's", "UA-12"),
        ("Region Charkiw", "UA-63"), ("im Gebiet Tschernihiw", "UA-74"), ("Oblast Sumy", "UA-59"), ("Krim", "UA-43"),
        ("obwód charkowski", "UA-63"), ("w obwodzie sumskim", "UA-59"), ("obwodu dniepropetrowskiego", "UA-12"),
    ],
)  # fmt: skip
def test_a_region_is_found_under_its_other_names(places: Gazetteer, text: str, place: str) -> None:
    assert ids(places, text.removesuffix("'s")) == [place]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("у Києві", "UA-30"), ("Києвом", "UA-30"), ("Харкова", "UA-63.kharkiv"), ("у Харкові", "UA-63.kharkiv"),
        ("в Одесі", "UA-51.odesa"), ("Дніпрі", "UA-12.dnipro"), ("у Запоріжжі", "UA-23.zaporizhzhia"),
        ("у Сумах", "UA-59.sumy"), ("в Броварах", "UA-32.brovary"), ("Черкасах", "UA-71.cherkasy"),
        ("у Рівному", "UA-56.rivne"), ("Тернополі", "UA-61.ternopil"), ("Борисполя", "UA-32.boryspil"),
        ("у Кривому Розі", "UA-12.kryvyi-rih"), ("Часового Яру", "UA-14.chasiv-yar"), ("Лозовій", "UA-63.lozova"),
        ("у Білій Церкві", "UA-32.bila-tserkva"), ("Жовтих Водах", "UA-12.zhovti-vody"),
        ("Кам'янці-Подільському", "UA-68.kamianets-podilskyi"), ("Кам’янському", "UA-12.kamianske"),
        ("Івано-Франківську", "UA-26.ivano-frankivsk"), ("Хмельницькому", "UA-68.khmelnytskyi"),
        ("Чернівцях", "UA-77.chernivtsi"), ("Волновахи", "UA-14.volnovakha"), ("Чугуєві", "UA-63.chuhuiv"),
        ("Вінниці", "UA-05.vinnytsia"), ("Дружківці", "UA-14.druzhkivka"), ("СУМИ", "UA-59.sumy"),
        ("Севастополя", "UA-40"), ("в Киеве", "UA-30"), ("под Харьковом", "UA-63.kharkiv"),
        ("в Кривом Роге", "UA-12.kryvyi-rih"), ("Константиновке", "UA-14.kostiantynivka"),
        ("в Черкассах", "UA-71.cherkasy"), ("Ровно", "UA-56.rivne"), ("Николаева", "UA-48.mykolaiv"),
        ("Ростове-на-Дону", "RU-ROS.rostov-na-donu"), ("Таганрога", "RU-ROS.taganrog"),
        ("в Орле", "RU-ORL.oryol"), ("Славянске-на-Кубани", "RU-KDA.slavyansk-na-kubani"),
        ("Kyiv's", "UA-30"), ("Kiev", "UA-30"), ("Kharkiv’s", "UA-63.kharkiv"), ("Kryvyi Rih", "UA-12.kryvyi-rih"),
        ("Odessa", "UA-51.odesa"), ("Bila Tserkva", "UA-32.bila-tserkva"), ("Shebekino", "RU-BEL.shebekino"),
        ("Lemberg", "UA-46.lviv"), ("Saporischschja", "UA-23.zaporizhzhia"), ("Kiews", "UA-30"),
        ("Kiewer", "UA-30"), ("w Kijowie", "UA-30"), ("Charkowa", "UA-63.kharkiv"), ("we Lwowie", "UA-46.lviv"),
        ("Dnieprze", "UA-12.dnipro"), ("Stryj", "UA-46.stryi"), ("Krzywym Rogu", "UA-12.kryvyi-rih"),
        ("Wyszogrodzie", "UA-32.vyshhorod"),
        ("Łubniach", "UA-53.lubny"),
        ("Kowlu", "UA-07.kovel"),
        ("Marhańcu", "UA-12.marhanets"),
        ("Bałaklii", "UA-63.balakliia"),
        ("Dobropolu", "UA-14.dobropillia"),
        ("Rostowie", "RU-ROS.rostov-na-donu"),
        ("Moskwie", "RU-MOW"),
        ("Tatarstanie", "RU-TA"),
        ("Kraju Krasnodarskim", "RU-KDA"),
        ("Białymstoku", "PL-PD.bialystok"),
    ],
)  # fmt: skip
def test_a_town_is_found_in_the_forms_of_five_languages(places: Gazetteer, text: str, place: str) -> None:
    assert ids(places, text) == [place]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Нікопольський район", "UA-12.nikopol-raion"), ("у Синельниківському районі", "UA-12.synelnykove-raion"),
        ("Нікопольщина", "UA-12.nikopol-raion"), ("Запорізькому р-ні", "UA-23.zaporizhzhia-raion"),
        ("в Запорожском районе", "UA-23.zaporizhzhia-raion"), ("Вознесенского района", "UA-48.voznesensk-raion"),
        ("Nikopol district", "UA-12.nikopol-raion"), ("Nikopolskyi raion", "UA-12.nikopol-raion"),
        ("Rajon Charkiw", "UA-63.kharkiv-raion"), ("rejon charkowski", "UA-63.kharkiv-raion"),
        ("Білопільська селищна громада", "UA-59.bilopillia-hromada"),
        ("Перещепинській громаді", "UA-12.pereshchepyne-hromada"),
        ("Березнеговатская громада", "UA-48.bereznehuvate-hromada"),
        ("Snihurivka community", "UA-48.snihurivka-hromada"), ("Shostka hromada", "UA-59.shostka-hromada"),
        ("Голосіївському районі", "UA-30.holosiivskyi"), ("Holosiivskyi district", "UA-30.holosiivskyi"),
        ("Darnytsky district", "UA-30.darnytskyi"), ("Соломенском районе", "UA-30.solomianskyi"),
        ("Приморском районе", "UA-51.prymorskyi"), ("Немишлянський район", "UA-63.nemyshlianskyi"),
        ("Грайворонском округе", "RU-BEL.grayvoron-raion"), ("Льговского района", "RU-KRS.lgov-raion"),
    ],
)  # fmt: skip
def test_raions_hromadas_and_city_districts_are_found(places: Gazetteer, text: str, place: str) -> None:
    assert ids(places, text) == [place]


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("Новомосковськ", "Самар", "UA-12.samar"), ("Червоноград", "Шептицький", "UA-46.sheptytskyi"),
        ("Красноград", "Берестин", "UA-63.berestyn"), ("Новоград-Волинський", "Звягель", "UA-18.zviahel"),
        ("Южноукраїнськ", "Південноукраїнськ", "UA-48.pivdennoukrainsk"), ("Дружба", "Хутір-Михайлівський", None),
        ("Самарський район", "Новомосковський район", "UA-12.samar-raion"),
        ("Суворовський район Одеси", "Пересипський район", "UA-51.peresypskyi"),
        ("Московський район Харкова", "Салтівський район", "UA-63.saltivskyi"),
    ],
)  # fmt: skip
def test_a_renamed_place_answers_to_both_names(places: Gazetteer, old: str, new: str, place: str | None) -> None:
    for text in (old, new):
        candidates = {candidate.id for candidate in found(places, text)[0][1].candidates}
        assert (place or "UA-59.khutir-mykhailivskyi") in candidates


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Київська та Сумська області", ["UA-32", "UA-59"]),
        ("Київська, Харківська області", ["UA-32", "UA-63"]),
        ("в Киевской, Харьковской и Сумской областях", ["UA-32", "UA-63", "UA-59"]),
        ("Покровський і Синельниківський райони", ["UA-14.pokrovsk-raion", "UA-12.synelnykove-raion"]),
        ("Darnytskyi and Holosiivskyi districts", ["UA-30.darnytskyi", "UA-30.holosiivskyi"]),
        ("Kharkiv, Sumy and Poltava regions", ["UA-63", "UA-59", "UA-53"]),
        ("in den Gebieten Charkiw und Sumy", ["UA-63", "UA-59"]),
        ("w obwodach charkowskim i sumskim", ["UA-63", "UA-59"]),
        ("in Kyiv, Kharkiv and the Sumy region", ["UA-30", "UA-63.kharkiv", "UA-59"]),
    ],
)
def test_the_unit_word_of_a_list_holds_for_each_member(places: Gazetteer, text: str, wanted: list[str]) -> None:
    assert ids(places, text) == wanted


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        ("м. Суми", "м . Суми", "UA-59.sumy"), ("місто Суми", "місто Суми", "UA-59.sumy"),
        ("с. Приколотне", "с . Приколотне", "UA-63.prykolotne"), ("смт Згурівка", "смт Згурівка", "UA-32.zghurivka"),
        ("the city of Kharkiv", "city of Kharkiv", "UA-63.kharkiv"), ("Kyiv city", "Kyiv city", "UA-30"),
        ("Київська міська", "Київська міська", "UA-30"), ("Харківська міська", "Харківська міська", "UA-63.kharkiv"),
        ("die Stadt Charkiw", "Stadt Charkiw", "UA-63.kharkiv"), ("miasto Charków", "miasto Charków", "UA-63.kharkiv"),
        ("Moscow region", "Moscow region", "RU-MOS"), ("Moscow", "Moscow", "RU-MOW"),
        ("над Чорним морем", "Чорним морем", "sea.black"),
    ],
)  # fmt: skip
def test_unit_words_are_consumed_and_fix_the_kind(places: Gazetteer, text: str, words: str, place: str) -> None:
    ((read, match),) = found(places, text)
    assert (read, match.candidates[0].id) == (words, place)


@pytest.mark.parametrize(
    "text",
    ["дрони", "збито", "the air force said", "с утра", "м", "Повітряні Сили", "Zelensky", "Ukrainian", "Schweizer", ""],
)
def test_words_that_name_no_place_give_none(places: Gazetteer, text: str) -> None:
    assert found(places, text) == []


@pytest.mark.parametrize("text", ["Мирне", "Перемога", "Мені", "Bar", "Володимир", "Serhii", "Победа"])
def test_a_plain_word_is_marked_as_common(places: Gazetteer, text: str) -> None:
    ((_, match),) = found(places, text)
    assert match.common


def test_a_unit_word_clears_the_mark_of_a_common_word(places: Gazetteer) -> None:
    ((_, match),) = found(places, "село Мирне")
    assert not match.common


def test_homonyms_are_all_given(places: Gazetteer) -> None:
    ((_, match),) = found(places, "Шевченківський район")
    assert {"UA-30.shevchenkivskyi", "UA-63.shevchenkivskyi", "UA-12.shevchenkivskyi"} <= {
        candidate.id for candidate in match.candidates
    }
    assert match.candidates[0].id == "UA-30.shevchenkivskyi"


def test_a_lone_adjective_says_that_it_needs_a_unit_word(places: Gazetteer) -> None:
    for _, match in found(places, "з Липецької й Тамбовської."):
        assert match.adjective
        assert not match.unit


def test_the_aggressor_written_small_is_found(places: Gazetteer) -> None:
    assert ids(places, "кордон із білоруссю; росіяни, росія") == ["BY", "RU"]


def test_an_oblast_goes_before_a_village_of_the_same_adjective(places: Gazetteer) -> None:
    ((_, match),) = found(places, "над Смоленской")
    assert match.candidates[0].id == "RU-SMO"
    assert match.adjective


def test_the_table_has_all_regions_and_raions_of_ukraine(places: Gazetteer) -> None:
    kinds = Counter(place.kind for place in places if place.id.startswith("UA"))
    assert (kinds["region"], kinds["raion"]) == (27, 136)


def test_ids_are_unique_and_parents_exist(places: Gazetteer) -> None:
    everything = [place.id for place in places]
    assert len(everything) == len(set(everything))
    known = set(everything)
    assert [place.id for place in places if place.parent is not None and place.parent not in known] == []


def test_ids_have_the_form_of_the_contract(places: Gazetteer) -> None:
    form = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,3})?(\.[a-z0-9]+(-[a-z0-9]+)*)?|sea\.[a-z]+")
    assert [place.id for place in places if not form.fullmatch(place.id)] == []


def test_ancestors_lead_to_the_country(places: Gazetteer) -> None:
    assert places.ancestors("UA-30.holosiivskyi") == ("UA-30", "UA")
    assert places.ancestors("UA-63.saltivskyi")[0] == "UA-63.kharkiv"
    assert places.ancestors("UA-59.bilopillia-hromada") == ("UA-59.sumy-raion", "UA-59", "UA")
    assert places.get("UA-99") is None
